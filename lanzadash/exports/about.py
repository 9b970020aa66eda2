"""What an export says of itself: of what, as of when, from which data."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from lanzadash.exports import phrases
from lanzadash.language import Language


@dataclass(frozen=True)
class About:
    """Where an export comes from.

    ``filters`` says in words what was chosen, empty for everything. ``address`` is that of the
    view it was taken from, ``base_url`` the server's. ``digest`` is that of the data.
    """

    title: str
    as_of: dt.date
    base_url: str
    filters: str = ""
    address: str = ""
    version: str = ""
    digest: str = ""
    illustrative: bool = False

    def facts(self, say: Language, count: int) -> list[tuple[str, str]]:
        """The same as labels and values, in words."""
        return [
            (say("Title"), self.title),
            (say("Filter"), self.filters or say("none: everything on file")),
            (say("Rows"), say.number(count)),
            (say("As of"), say.date(self.as_of)),
            (say("Address"), self.address or self.base_url),
            (say("Version"), self.version or say("not on file")),
            (say("Digest of the data"), self.digest or say("not on file")),
        ]

    def notice(self, say: Language) -> str:
        """The disclaimer, and that the data is illustrative where it is."""
        return phrases.notice(say, illustrative=self.illustrative)
