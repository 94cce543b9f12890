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
    """Give an offer with what the source says about it; with `whole`, about each step of the way too."""
    basis = names.basis(offer.sources, offer.law)
    return [
        *subheading(say("entitlement", name=offer.name, kind=say("offer"))),
        *wrapped(_described(offer)),
        *(wrapped(say("basis", places="; ".join(basis)), 0, 2) if basis else []),
        *section(say("fee"), fee_lines(offer.fee, names)),
        *section(say("statements"), statement_lines((*offer.delivery, *offer.statements), names)),
        *section(say("links"), bullets(link.text for link in offer.links)),
        *section(say("way"), way_lines(offer.route, names, whole=whole)),
        *section(say("notes"), bullets(offer.notes)),
    ]


def offer_line(offer: OfferAnswer) -> str:
    """Give an offer in a sentence or two."""
    return say("stated", what=offer.name, value=_described(offer))


def _described(offer: OfferAnswer) -> str:
    return offer.description if offer.available else f"{offer.description} {say('not_available')}"


def gone_text(gone: Gone) -> str:
    """Say why something is not there."""
    return say("not_offered" if gone.withdrawn else "ended_entry", name=gone.id, reason=gone.reason)
