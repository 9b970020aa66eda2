"""Every route of ours: declared once, for answering and for the description of the API."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from starlette.routing import Route

from lanzadash.web.routes import api, feeds, files, health, meeting_brief, pictures, threads
from lanzadash.web.routes import parameters as p
from lanzadash.web.routes.asking import Asking
from lanzadash.web.routes.lists import LISTS, List
from lanzadash.web.routes.replies import Reply
from lanzadash.web.routes.serving import get


@dataclass(frozen=True)
class Operation:
    """One route: where it stands, what it takes, who answers, and what it answers with.

    ``shape`` names the schema of a JSON answer in the description of the API.
    """

    path: str
    summary: str
    handler: Callable[[Asking[Any]], Reply]
    model: type[p.Parameters] = p.Parameters
    media: str = "application/json"
    shape: str = ""

    def route(self) -> Route:
        """The route as Starlette takes it."""
        return get(self.path, self.model, self.handler)


def _of(shown: List) -> Iterator[Operation]:
    """What is offered for a list: its pages, each record, and files."""
    paged = p.joined(f"{shown.name}_page", p.Paged, shown.filters)
    whole = p.joined(f"{shown.name}_file", shown.filters)
    at, record = f"/api/v1/{shown.name}", f"One of them by its id. {shown.about}"
    yield Operation(at, shown.about, api.whole_list(shown), paged, shape="Page")
    yield Operation(f"{at}/{{id:path}}", record, api.one_of(shown), shape="Item")
    for ending, form in files.formats(shown).items():
        about = f"The same as a file of {form.most} rows at most. {shown.about}"
        handler = files.as_file(shown, ending)
        yield Operation(f"/export/{shown.name}.{ending}", about, handler, whole, form.media)


OPERATIONS = [
    *(operation for shown in LISTS.values() for operation in _of(shown)),
    Operation(
        "/api/v1/threads",
        "Procedures and recommendations with their last step and their open loops, the one last "
        "heard of first.",
        threads.as_list,
        p.joined("threads_page", p.Paged),
        shape="Page",
    ),
    Operation(
        "/api/v1/threads/{id:path}",
        "One of them with its steps, its loops and the relations of its decisions.",
        threads.as_object,
        threads.Ordered,
        shape="Item",
    ),
    Operation(
        "/calendar.ics",
        "Deadlines and meetings, past and to come, as a calendar to subscribe to. "
        "With a procedure or a kind, deadlines alone.",
        feeds.whole_calendar,
        p.CalendarParameters,
        feeds.CALENDAR,
    ),
    Operation(
        "/decisions.atom",
        f"The newest {feeds.ENTRIES} decisions as a feed.",
        feeds.decision_feed,
        p.joined("decisions_feed", p.DecisionFilters),
        feeds.ATOM,
    ),
    Operation(
        "/changes.atom",
        f"The newest {feeds.ENTRIES} changes as a feed: decisions taken, deadlines set or moved, "
        "statuses, stages, meetings, documents.",
        feeds.change_feed,
        p.joined("changes_feed", p.ChangeFilters),
        feeds.ATOM,
    ),
    *(
        Operation(
            f"/picture/{show}.svg",
            f"{about} With its legend, day, sources and disclaimer in it.",
            pictures.as_picture(show),
            p.PictureParameters,
            pictures.MEDIA,
        )
        for show, about in pictures.SHOWN.items()
    ),
    *(
        Operation(
            f"/export/meeting/{{id:path}}.{ending}",
            "The brief for one meeting: two pages with its agenda and what was decided before, "
            "what is outstanding, deadlines, decisions and sources.",
            meeting_brief.as_file(ending),
            media=media,
        )
        for ending, (media, _) in meeting_brief.WRITERS.items()
    ),
    Operation("/readyz", "Whether anything is published, and what.", health.ready),
]
"""All that is for programs. The pages without JavaScript stand in ``plain``."""
