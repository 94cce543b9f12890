"""Offers: what has no conditions is shown and routed, never assessed. And what is no longer there."""

from __future__ import annotations

from laget.model.answers import OfferAnswer
from laget.model.handbook import Gone
from laget.render.entitlements import fee_lines, statement_lines
from laget.render.layout import bullets, section, subheading, wrapped
from laget.render.ways import way_lines
from laget.render.words import Names


def offer_lines(offer: OfferAnswer, names: Names, *, whole: bool) -> list[str]:
    """Give an offer with what the source says about it; with `whole`, about each step of the way too."""
    basis = names.basis(offer.sources, offer.law)
    return [
        *subheading(names.say("entitlement", name=offer.name, kind=names.say("offer"))),
        *wrapped(_described(offer, names)),
        *(wrapped(names.say("basis", places="; ".join(basis)), 0, 2) if basis else []),
        *section(names.say("fee"), fee_lines(offer.fee, names)),
        *section(names.say("statements"), statement_lines((*offer.delivery, *offer.statements), names)),
        *section(names.say("links"), bullets(link.text for link in offer.links)),
        *section(names.say("way"), way_lines(offer.route, names, whole=whole)),
        *section(names.say("notes"), bullets(offer.notes)),
    ]


def offer_line(offer: OfferAnswer, names: Names) -> str:
    """Give an offer in a sentence or two."""
    return names.say("stated", what=offer.name, value=_described(offer, names))


def _described(offer: OfferAnswer, names: Names) -> str:
    return offer.description if offer.available else f"{offer.description} {names.say('not_available')}"


def gone_text(gone: Gone, names: Names) -> str:
    """Say why something is not there."""
    return names.say(
        "not_offered" if gone.withdrawn else "ended_entry",
        name=gone.id,
        reason=gone.said(names.language).reason,
    )
