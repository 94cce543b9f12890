"""What an assessment of all Holtålen's entitlements costs beside the same rules as Python ifs.

The ifs below were written by hand. They give the outcome of every entitlement in the same three
values and nothing else: no reasons, no sources, no missing facts. Before anything is timed they
must agree with laget on a thousand random cases; a rule that changes in Holtålen's documents stops the
benchmark until the ifs are changed too.
"""

from __future__ import annotations

import cProfile
import pstats
import random
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import laget
from laget.assessment import Assessor
from laget.assessment.planning import Plan
from laget.cases import fitted, read_case
from laget.criteria import completed_years
from laget.model.answers import Outcome
from laget.model.case import Application, Case, Held
from laget.model.facts import Fact, FactKind, FactValue
from laget.model.handbook import Handbook
from laget.model.mapping import FrozenMapping

ON = date(2026, 3, 1)
EXAMPLE = Path(__file__).parents[1] / "examples" / "stottekontakt.yaml"
CHECKED = 1000
TIMED = 20
ROUNDS = 40
FILLINGS = {"a tenth known": 0.1, "half known": 0.5, "all known": 1.0}
SEED = 5026
HAND = "Python ifs"

UNDER_18, UNDER_67, TWO_YEARS, FIVE, TEN = 18, 67, 2, 5, 10

Tri = bool | None
Outcomes = dict[str, Outcome]

# --- the rules, by hand ----------------------------------------------------------------------------


def every(*values: Tri) -> Tri:
    """Give `and` in three values."""
    if False in values:
        return False
    return None if None in values else True


def some(*values: Tri) -> Tri:
    """Give `or` in three values."""
    if True in values:
        return True
    return None if None in values else False


def opposite(value: Tri) -> Tri:
    """Give `not` in three values."""
    return None if value is None else not value


def outcome(musts: Tri, *normally: Tri) -> Outcome:
    """Give the outcome of a ground."""
    if musts is False:
        return Outcome.NOT_MET
    if musts is None:
        return Outcome.UNKNOWN
    normallys = every(*normally)
    if normallys is False:
        return Outcome.EXCEPTION
    return Outcome.UNKNOWN if normallys is None else Outcome.MET


def best(*outcomes: Outcome) -> Outcome:
    """Give the best of some outcomes."""
    for found in (Outcome.MET, Outcome.UNKNOWN, Outcome.EXCEPTION):
        if found in outcomes:
            return found
    return Outcome.NOT_MET


class ByHand:
    """One case under Holtålen's rules, as a programmer in a hurry would write them."""

    def __init__(self, case: Case, on: date, health_services: frozenset[str]) -> None:
        self.facts: Mapping[str, FactValue | None] = dict(case.facts)
        self.has = {held.id for held in case.has}
        self.has_complete = case.has_complete
        self.on = on
        self.born = self._birth_date()
        self.age = self._age()
        self.hours = self._hours()
        self.listed_services = len(self.has & health_services)
        self.purposes = {p for a in case.applies_for if a.id == "stottekontakt" for p in a.purposes}
        self.lives_here = self.yes("bor_i_kommunen")
        self.is_child = None if self.age is None else self.age < UNDER_18
        self.before = every(self.lives_here, self.is_child, self.yes("behov_etter_lov"))
        self.care = self.yes("saerlig_tyngende_omsorg")
        impaired = self.yes("nedsatt_funksjonsevne")
        much = some(self.yes("omfattende_tilsynsbehov"), self.yes("behov_avlastning"))
        self.respite = every(
            self.before, some(every(impaired, much), self.care, self.yes("behov_adl_veiledning"))
        )

    def yes(self, fact: str) -> Tri:
        """Give a fact that is true, false or unknown."""
        value = self.facts.get(fact)
        return value if isinstance(value, bool) else None

    def number(self, fact: str) -> int | Decimal | None:
        """Give a fact that is a number."""
        value = self.facts.get(fact)
        return value if isinstance(value, int | Decimal) else None

    def _birth_date(self) -> date | None:
        value = self.facts.get("fodselsdato")
        return value if isinstance(value, date) else None

    def _age(self) -> int | None:
        if self.yes("ufodt") or (self.born and self.born > self.on):
            return -1
        return completed_years(self.born, self.on) if self.born else None

    def _hours(self) -> int | Decimal | None:
        """Give the hours of assistance that count."""
        total, night = self.number("timer_per_uke"), self.number("timer_natt_eller_flere")
        always = self.yes("kontinuerlig_behov")
        if always or night == 0:
            return total
        if total is None or night is None or always is None:
            return None
        return total - night

    def outcomes(self) -> Outcomes:
        """Give the outcome of every entitlement."""
        return {
            "koordinator": self.koordinator(),
            "barnekoordinator": self.barnekoordinator(),
            "individuell_plan": self.individuell_plan(),
            "ansvarsgruppe": self.ansvarsgruppe(),
            "bpa": self.bpa(),
            "parorendestotte": outcome(self.care),
            "avlastning_bolig": self.avlastning_bolig(),
            "avlastning_hjemme": self.avlastning_hjemme(),
            "avlastning_privat": self.avlastning_privat(),
            "avlastning_utenfor_kommunen": self.avlastning_utenfor_kommunen(),
            "inn_pa_tunet": self.inn_pa_tunet(),
            "omsorgsstonad": self.omsorgsstonad(),
            "stottekontakt": self.stottekontakt(),
        }

    def _lasting(self) -> Tri:
        return every(
            self.yes("langvarig_behov"), self.yes("koordinert_behov"), self.yes("behov_helse_omsorg")
        )

    def koordinator(self) -> Outcome:
        """Holtålen's ground asks the same and more."""
        lasting = self._lasting()
        return best(outcome(lasting), outcome(every(self.lives_here, self.is_child, lasting)))

    def barnekoordinator(self) -> Outcome:
        """Holtålen's ground asks the same and more."""
        criteria = every(
            self.is_child,
            self.yes("alvorlig_tilstand"),
            self.yes("langvarig_behov"),
            some(self.yes("sammensatt_behov"), self.yes("koordinert_behov")),
            self.yes("behov_helse_omsorg"),
            self.yes("behov_andre_velferdstjenester"),
            self.yes("onsker_barnekoordinator"),
        )
        somewhere = some(self.lives_here, self.yes("i_fosterhjem_eller_institusjon"))
        return best(outcome(criteria), outcome(every(somewhere, criteria)))

    def individuell_plan(self) -> Outcome:
        """A list that may lack something gives a count that can only grow."""
        needed = 2
        two: Tri = True
        if self.listed_services < needed:
            two = False if self.has_complete else None
        lasting = self._lasting()
        return best(outcome(lasting), outcome(every(self.lives_here, self.is_child, lasting, two)))

    def ansvarsgruppe(self) -> Outcome:
        """It comes with a child coordinator, or after an application."""
        coordinator: Tri = True
        if "barnekoordinator" not in self.has:
            coordinator = False if self.has_complete else None
        need = every(
            self.yes("langvarig_behov"), self.yes("koordinert_behov"), self.yes("behov_for_avklaring")
        )
        here = every(self.lives_here, self.is_child)
        return best(outcome(every(here, coordinator)), outcome(every(here, need)))

    def bpa(self) -> Outcome:
        """Two statutory grounds, and three of Holtålen's own, of which one has an opening."""
        young = None if self.age is None else self.age < UNDER_67
        years = self.number("varighet_ar")
        lasts = None if years is None else years >= TWO_YEARS
        cheap = opposite(self.yes("vesentlig_dyrere_dokumentert"))
        by_law = best(
            outcome(every(young, lasts, _between(self.hours, 32, None))),
            outcome(every(young, lasts, _between(self.hours, 25, 31.999999), cheap)),
        )
        school = self.number("timer_skole")
        hours = None if self.hours is None or school is None else self.hours - school
        leader, at_home = self.yes("arbeidsleder"), self.yes("avlastning_i_hjemmet")
        opened = self._opened(every(leader, young, lasts, _between(hours, 32, None)), at_home)
        fewer = every(self.before, leader, _between(hours, 25, 32), cheap)
        few = every(self.before, leader, _below(hours, 25), self.yes("bpa_mer_hensiktsmessig"))
        return best(by_law, opened, outcome(fewer, at_home), outcome(few, at_home))

    def _opened(self, musts: Tri, normallys: Tri) -> Outcome:
        """The opening makes an exception of criteria that fail, not of what is asked before them."""
        if self.before is not True:
            return Outcome.UNKNOWN if self.before is None else Outcome.NOT_MET
        return Outcome.EXCEPTION if musts is False else outcome(musts, normallys)

    def avlastning_bolig(self) -> Outcome:
        """From the fifth birthday, normally."""
        return outcome(every(self.respite, self.care), _between(self.age, 5, None))

    def avlastning_hjemme(self) -> Outcome:
        """Until the fourth birthday, normally; the source leaves open whether all points must hold."""
        medical = some(self.yes("krevende_medisinske_behov"), self.yes("overvakning_natt"))
        care = self.care if every(opposite(self.care), medical) is False else None
        return outcome(every(self.respite, care), _between(self.age, 0, 3))

    def avlastning_privat(self) -> Outcome:
        """From 0 to 5 years, normally; the source leaves the sixth year open."""
        unclear = None if self.age is None else self.age == FIVE
        small = _between(self.age, 0, 5) if unclear is False else None
        return outcome(every(self.respite, self.yes("behov_avlastning")), small)

    def avlastning_utenfor_kommunen(self) -> Outcome:
        """In a holiday, where the other municipality can, on recommendation."""
        wanted = every(
            self.yes("ferie"), self.yes("mottakskommune_kan"), self.care, self.yes("anbefalt_av_koordinator")
        )
        return outcome(every(self.respite, wanted))

    def inn_pa_tunet(self) -> Outcome:
        """Which offer of its own stands in the way, the source leaves open."""
        own = self.yes("kommunen_har_eget_tilbud")
        none = True if own is False else None
        return outcome(
            every(self.respite, none, self.yes("kjop_inn_pa_tunet_mulig"), self.yes("best_for_barnet"))
        )

    def omsorgsstonad(self) -> Outcome:
        """Factors inform; they decide nothing."""
        criteria = every(
            self.yes("omsorg_krevende_over_tid"),
            self.care,
            self.yes("erstatter_kommunale_tjenester"),
            self.yes("mottaker_onsker_omsorgsyter"),
            self.yes("best_for_begge"),
        )
        return outcome(every(self.before, criteria))

    def stottekontakt(self) -> Outcome:
        """Over ten, normally; the tenth birthday itself is left open; purposes can exclude all of it."""
        grown = None if self.age is None else self.age >= TEN
        if self.age == TEN and (self.born is None or (self.born.month, self.born.day) == (3, 1)):
            grown = None
        need = every(self.yes("trenger_bistand_fritid"), self.yes("onsker_fritidsdeltakelse"))
        alone = opposite(self.yes("en_til_en_bemanning"))
        musts = every(self.before, need, opposite(self._all_excluded()))
        return outcome(musts, every(grown, alone))

    def _all_excluded(self) -> Tri:
        excluding = {
            "dekkes_av_naere": "dekkes_av_naere",
            "folge_offentlig": "formal_folge_offentlig",
            "norskopplaering": "formal_norskopplaering",
            "avlastning": "formal_avlastning",
            "helsehjelp": "formal_helsehjelp",
        }
        if not self.purposes:
            return False
        return every(*(self._excluded(excluding.get(purpose)) for purpose in self.purposes))

    def _excluded(self, fact: str | None) -> Tri:
        """A purpose that is applied for makes its fact true, unless the case says otherwise."""
        return False if fact is None else self.facts.get(fact) is not False


def _between(value: float | Decimal | None, low: float, high: float | None) -> Tri:
    if value is None:
        return None
    return value >= low and (high is None or value <= high)


def _below(value: float | Decimal | None, bound: float) -> Tri:
    return None if value is None else value < bound


# --- the same, by laget ----------------------------------------------------------------------------


class ByLaget:
    """The three ways to ask laget, from the barest to the whole answer."""

    def __init__(self, handbook: Handbook) -> None:
        self.plan = Plan(handbook)
        self.assessor = Assessor(handbook)

    def outcomes(self, case: Case) -> Outcomes:
        """Give the outcome of every entitlement, without reasons."""
        seen = self.plan.see(case, ON)
        return {found.entitlement.id: found.outcome(seen.strict, case) for found in self.plan.entitlements}

    def reasons(self, case: Case) -> object:
        """Give every entitlement with reasons, missing facts, steps, limits and routes."""
        seen = self.plan.see(case, ON)
        return [found.answer(seen) for found in self.plan.entitlements]

    def whole(self, case: Case) -> object:
        """Give the whole assessment, with offers, levels and the ranking of missing facts."""
        return self.assessor.assess(case, ON)


# --- random cases ----------------------------------------------------------------------------------


def random_case(rng: random.Random, handbook: Handbook, share: float) -> Case:
    """Make a case in which about a share of the facts that can be asked for are known."""
    facts: dict[str, FactValue | None] = {
        fact.id: _random_value(rng, fact)
        for fact in handbook.facts.values()
        if fact.derived is None and rng.random() < share
    }
    if "fodselsdato" not in facts and rng.random() < share / 4:
        facts["ufodt"] = True
    services = [found.id for found in handbook.entitlements.values() if found.counts_as]
    has = [
        *rng.sample(services, rng.randint(0, 3)),
        *(["barnekoordinator"] if rng.random() < share / 2 else []),
    ]
    purposes = rng.sample(sorted(handbook.purposes), rng.randint(0, 2))
    return Case(
        on=ON,
        facts=FrozenMapping(facts),
        has=tuple(Held(id=name) for name in dict.fromkeys(has)),
        has_complete=rng.random() < share,
        applies_for=(Application(id="stottekontakt", purposes=tuple(purposes)),),
    )


def _random_value(rng: random.Random, fact: Fact) -> FactValue:
    match fact.type:
        case FactKind.BOOLEAN:
            return rng.random() < 0.7  # noqa: PLR2004 most answers are yes, so that some outcomes are met
        case FactKind.DATE:
            birthday = date(ON.year - rng.choice((4, 5, 6, 10, 18)), 3, 1)
            return birthday - timedelta(days=rng.choice((-1, 0, 1, 200)))
        case FactKind.CHOICE:
            return rng.choice(sorted(fact.choices or {}))
        case FactKind.INTEGER | FactKind.NUMBER:
            return rng.choice((0, 0, 1, 2, 3, 10, 24, 25, 31, 32, 33, 40))


def require_agreement(handbook: Handbook, ours: ByLaget, hand: Callable[[Case], Outcomes]) -> str:
    """Stop unless laget and the ifs agree on many random cases; say how many of each outcome there were."""
    rng = random.Random(SEED)  # noqa: S311 nothing here is secret
    seen: dict[Outcome, int] = defaultdict(int)
    for number in range(CHECKED):
        case = random_case(rng, handbook, rng.choice((0.1, 0.5, 0.8, 0.95, 1.0)))
        expected, actual = ours.outcomes(case), hand(case)
        wrong = {name: (found, actual[name]) for name, found in expected.items() if actual[name] != found}
        if wrong:
            sys.exit(f"case {number}: the ifs and laget (laget first) disagree: {wrong}\n{case}")
        for found in expected.values():
            seen[found] += 1
    return ", ".join(f"{count} {found.value}" for found, count in sorted(seen.items()))


# --- timing ----------------------------------------------------------------------------------------


def measured(
    ways: Mapping[str, Callable[[Case], object]], rounds: Sequence[Sequence[Case]]
) -> dict[str, float]:
    """Give the median time of each way in microseconds a case, measured in turns, each round with its cases.

    laget keeps the answers of criteria and grounds that it has made. Cases that no round has seen
    before show what it costs to answer the next child, not the same child again.
    """
    times: dict[str, list[float]] = defaultdict(list)
    for cases in rounds:
        for name, way in ways.items():
            start = time.perf_counter()
            for case in cases:
                way(case)
            times[name].append((time.perf_counter() - start) / len(cases) * 1e6)
    return {name: statistics.median(found) for name, found in times.items()}


def print_table(columns: Mapping[str, Mapping[str, float]]) -> None:
    """Print medians, and beside them how many times the ifs they take."""
    width = max(len(name) for rows in columns.values() for name in rows)
    print(" " * width + "".join(f"  {title:>27}" for title in columns))
    names = next(iter(columns.values()))
    for name in names:
        cells = [f"{rows[name]:8.0f} µs ({rows[name] / rows[HAND]:6.1f} times)" for rows in columns.values()]
        print(f"{name:<{width}}" + "".join(f"  {cell:>27}" for cell in cells))


def limits(columns: Mapping[str, Mapping[str, float]], ours: ByLaget, cases: Sequence[Case]) -> str:
    """Say in a sentence what an assessment spends its time on, from the medians and a profile."""
    rows = columns["half known"]
    whole = rows["the whole assessment"]
    bare = rows["outcomes only"] / whole
    reasons = (rows["entitlements with reasons"] - rows["outcomes only"]) / whole
    profile = cProfile.Profile()
    profile.runcall(lambda: [ours.whole(case) for case in cases])
    rooms: dict[str, float] = defaultdict(float)
    for (file, _, name), row in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        rooms[_room(file, name)] += row[2]
    total = sum(rooms.values())
    top = sorted(rooms.items(), key=lambda item: -item[1])[:4]
    said = ", ".join(f"{name} {spent / total:.0%}" for name, spent in top)
    return (
        f"What limits it, with half of the facts known: of the whole assessment {bare:.0%} is the outcomes, "
        f"{reasons:.0%} making the reasons, and {1 - bare - reasons:.0%} the rest, nearly all of it ranking: "
        "what each missing fact can settle, tried with every value that a criterion tells apart. "
        f"Own time under a profiler: {said}."
    )


def _room(file: str, name: str) -> str:
    if "/laget/" in file:
        return file.rsplit("/laget/", 1)[1].removesuffix(".py")
    return "making objects" if "attrs generated" in file or name == "__init__" else "built-in functions"


def main() -> None:
    """Check that the ifs mean the same, measure in turns, and print medians."""
    handbook = laget.discover()["holtalen"].handbook(ON)
    ours = ByLaget(handbook)
    services = {found.id for found in handbook.entitlements.values() if "helse_omsorg" in found.counts_as}
    things = {found.id for found in handbook.things.values() if "helse_omsorg" in found.counts_as}
    health = frozenset(services | things)

    def hand(case: Case) -> Outcomes:
        return ByHand(case, ON, health).outcomes()

    print(f"{CHECKED} random cases, the same outcomes: {require_agreement(handbook, ours, hand)}")
    ways = {
        HAND: hand,
        "outcomes only": ours.outcomes,
        "entitlements with reasons": ours.reasons,
        "the whole assessment": ours.whole,
    }
    rng = random.Random(SEED)  # noqa: S311 nothing here is secret
    example = fitted(read_case(EXAMPLE), handbook)
    columns = {"the README's example": measured(ways, [[example] * TIMED] * ROUNDS)}
    for title, share in FILLINGS.items():
        rounds = [[random_case(rng, handbook, share) for _ in range(TIMED)] for _ in range(ROUNDS)]
        columns[title] = measured(ways, rounds)
    print_table(columns)
    print(limits(columns, ours, [random_case(rng, handbook, FILLINGS["half known"]) for _ in range(TIMED)]))


main()
