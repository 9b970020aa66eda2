"""Which days of the timeline the address asks for, and the addresses of others."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from lanzadash.figures.axis import MONTHS, ZOOMS, Span, around, span_of
from lanzadash.figures.lanes import Mark
from lanzadash.web.address import Address


@dataclass(frozen=True)
class Zooming:
    """A span chosen by the address of a page, and where one can go from there.

    ``everything`` is every year on file, ``day`` the day around which a zoom shows days where
    nothing else is said.
    """

    address: Address
    page: str
    span: Span
    everything: Span
    day: dt.date

    def link(self, span: Span) -> str:
        """The address of this page with another span, as short as it can be said."""
        zoom = span.zoom()
        said: dict[str, object] = {"from": span.first, "to": span.last}
        if span == self.everything:
            said = {}
        elif zoom != "all" and span == around(zoom, self.day):
            said = {"zoom": zoom}
        elif zoom != "all" and span.first.day == 1 and span == span_of(MONTHS[zoom], span.first):
            said = {"zoom": zoom, "from": span.first}
        return self.address.here(self.page, **({"zoom": None, "from": None, "to": None} | said))

    def to(self, zoom: str) -> Span:
        """The span of that zoom around the middle of this one, or around the day of the view where
        this one is around it too."""
        if zoom == "all":
            return self.everything
        own = self.span.zoom()
        centred = self.span == (self.everything if own == "all" else around(own, self.day))
        return around(zoom, self.day if centred else self.span.middle)

    def nearer(self) -> Span | None:
        """The next zoom, ``None`` where there is none."""
        at = ZOOMS.index(self.span.zoom()) + 1
        return self.to(ZOOMS[at]) if at < len(ZOOMS) else None

    def wider(self) -> Span | None:
        """The zoom before, ``None`` where everything is shown."""
        at = ZOOMS.index(self.span.zoom()) - 1
        wider = self.to(ZOOMS[max(at, 0)])
        return None if wider == self.span else wider

    def home(self) -> Span:
        """As many days around the day of the view."""
        zoom = self.span.zoom()
        return self.everything if zoom == "all" else around(zoom, self.day)

    def into(self, mark: Mark) -> Span | None:
        """The days of the items of a mark that counts several; ``None`` where they are all there
        is in this span, so that the table alone can tell them apart."""
        first = max(min(item.start for item in mark.items), self.span.first)
        last = min(max(item.end for item in mark.items), self.span.last)
        margin = dt.timedelta(days=max((last - first).days // 10, 3))
        for found in (Span(first - margin, last + margin), Span(first, last)):
            if found.days < self.span.days:
                return found
        return None


def zooming(address: Address, page: str, everything: Span, day: dt.date) -> Zooming:
    """The span that the address asks for: ``zoom``, ``from`` and ``to``; else everything.

    ``zoom`` alone is around ``day``, with ``from`` it begins in that month. ``from`` and ``to`` are
    the first and last day. What cannot be used is a fault of the address.
    """
    zoom, first, last = address.choice("zoom", ZOOMS), address.day("from"), address.day("to")
    span = everything
    try:
        if zoom and zoom != "all" and not last:
            span = span_of(MONTHS[zoom], first.replace(day=1)) if first else around(zoom, day)
        elif first or last:
            span = Span(first or everything.first, last or everything.last)
    except ValueError:
        name, value = ("to", last) if last else ("from", first)
        address.faults.append((name, str(value)))
    return Zooming(address, page, span, everything, day)
