"""Offers: what has no conditions is shown and routed, never assessed. And what is no longer there."""

from __future__ import annotations

from laget.model.answers import OfferAnswer
from laget.model.handbook import Gone
from laget.render.entitlements import fee_lines, statement_lines
from laget.render.layout import bullets, section, subheading, wrapped
from laget.render.ways import way_lines
from laget.render.words import Names
from laget.texts import say


def offer_lines(offer: OfferAnswer, names: Names, *, whole: bool) -> list[str]:
    """Give an offer: in a sentence, or with everything the source says about it."""
    absent = "" if offer.available else f" {say('not_available')}"
    if not whole:
        return wrapped(f"• {offer.name}: {offer.description}{absent}", 2, 2)
    basis = names.basis(offer.sources, offer.law)
    return [
        *subheading(say("entitlement", name=offer.name, kind=say("offer"))),
        *wrapped(f"{offer.description}{absent}"),
        *(wrapped(say("basis", places="; ".join(basis)), 0, 2) if basis else []),
        *section(say("fee"), fee_lines(offer.fee, names)),
        *section(say("statements"), statement_lines((*offer.delivery, *offer.statements), names)),
        *section(say("links"), bullets(link.text for link in offer.links)),
        *section(say("way"), way_lines(offer.route, names, whole=True)),
        *section(say("notes"), bullets(offer.notes)),
    ]


def gone_text(gone: Gone) -> str:
    """Say why something is not there."""
    return say("not_offered" if gone.withdrawn else "ended_entry", name=gone.id, reason=gone.reason)
