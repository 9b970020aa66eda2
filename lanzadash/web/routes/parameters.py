"""The parameters of the routes: one declaration that checks requests and describes them.

An empty value stands for none, as a form sends it. What is not declared is refused: a filter with
a slip in its name would otherwise show everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from http import HTTPStatus
from typing import Annotated, Any, Literal, TypeAlias, TypeVar, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model
from pydantic_core import ErrorDetails

from lanzadash.language import Language
from lanzadash.web.routes.problems import Fault, RequestError
from lanzadash.web.routes.values import Alarms, Between, Day, Offered, OnFile, Words
from lanzadash.words import _

PER_PAGE = 50
PER_PAGE_MOST = 200
_LAST_PAGE = 1_000_000
_FAULTS_MOST = 20
_QUOTED = 100

P = TypeVar("P", bound="Parameters")
P_co = TypeVar("P_co", bound="Parameters", covariant=True)

_WRONG = {
    "not_on_file": _("This value is not on file."),
    "not_a_day": _("A day is written YYYY-MM-DD."),
    "not_a_number": _("A whole number from {least} to {most} is expected."),
    "too_long": _("At most {most} characters are searched for."),
    "not_alarms": _(
        "Up to {most} numbers of days below 100 are expected, as in 30,7,1, or the word none."
    ),
    "extra_forbidden": _("There is no parameter of this name here."),
    "twice": _("It is given more than once."),
}
_OTHERWISE = _("This value cannot be used.")

Party: TypeAlias = Annotated[str, OnFile("parties")]
Round: TypeAlias = Annotated[str, OnFile("rounds")]
Meeting: TypeAlias = Annotated[str, OnFile("meetings")]
Theme: TypeAlias = Annotated[str, OnFile("themes")]
Meant: TypeAlias = Annotated[str, OnFile("meant")]
Year: TypeAlias = Annotated[str, OnFile("years")]
Verb: TypeAlias = Annotated[str, OnFile("verbs")]
Grade: TypeAlias = Annotated[str, OnFile("grades")]
Recommendation: TypeAlias = Annotated[str, OnFile("recommendations")]
DocumentKind: TypeAlias = Annotated[str, OnFile("document_kinds")]
Body: TypeAlias = Annotated[str, OnFile("bodies")]


class Parameters(BaseModel):
    """What every route takes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    lang: Annotated[str, OnFile("languages")] | None = Field(
        None, description="Language of the words. Without it, as Accept-Language asks."
    )
    as_of: Day | None = Field(
        None, description="What was known on this day. Without it, all that is on file."
    )


class Paged(BaseModel):
    """Which page of a list."""

    page: Annotated[int, Between(1, _LAST_PAGE)] = Field(1, description="From 1.")
    per_page: Annotated[int, Between(1, PER_PAGE_MOST)] = Field(
        PER_PAGE, description="Rows on a page."
    )


class Filters(BaseModel):
    """Which rows of a list, by the names that stand in the addresses of the pages."""

    q: Words | None = Field(
        None,
        title=_("Words"),
        description="Words that all stand in the row, accents and case aside.",
    )


class DeadlineChoice(BaseModel):
    """Which deadlines."""

    party: Party | None = Field(None, title=_("Party"), description="Party that it binds.")
    round: Round | None = Field(None, title=_("Procedure"), description="Round or procedure.")
    kind: Annotated[str, OnFile("deadline_kinds")] | None = Field(
        None, title=_("Kind"), description="What it asks for."
    )


class DeadlineFilters(DeadlineChoice, Filters):
    meeting: Meeting | None = Field(None, title=_("Meeting"), description="Meeting that set it.")


class DecisionFilters(Filters):
    """Values of one parameter that stands several times are alternatives."""

    q: Words | None = Field(
        None,
        title=_("Words"),
        description="Words in any form, “a phrase”, OR, NOT, begin*; the best match comes first.",
    )
    sort: Literal["rank", "date"] = Field(
        "rank", description="Best match first, or latest meeting first."
    )
    accents: Literal["any", "exact"] = Field("any", description="Whether accents count.")
    without: tuple[Meant, ...] = Field(
        (), description="Themes and Parties that words stand for, not to be looked for as well."
    )
    theme: tuple[Theme, ...] = Field(
        (), title=_("Theme"), description="Theme, with its sub-themes."
    )
    round: tuple[Round, ...] = Field((), title=_("Procedure"), description="Round or procedure.")
    meeting: tuple[Meeting, ...] = Field(
        (), title=_("Meeting"), description="Meeting that took it."
    )
    year: tuple[Year, ...] = Field((), title=_("Year"), description="Year it was taken in.")
    verb: tuple[Verb, ...] = Field((), title=_("Verb"), description="Operative verb.")
    grade: tuple[Grade, ...] = Field(
        (), title=_("Grade"), description="Grade of a recommendation that it names."
    )
    party: tuple[Party, ...] = Field((), title=_("Party"), description="Party that it names.")
    recommendation: tuple[Recommendation, ...] = Field(
        (), title=_("Recommendation"), description="Recommendation that it names: id or code."
    )
    document_kind: tuple[DocumentKind, ...] = Field(
        (), title=_("Document"), description="Kind of document that prints it."
    )
    body: tuple[Body, ...] = Field((), title=_("Committee"), description="Committee that took it.")


class MeetingFilters(Filters):
    pass


class RecommendationFilters(Filters):
    round: Round | None = Field(None, title=_("Procedure"), description="Round that made it.")


class PartyFilters(Filters):
    pass


class DocumentFilters(Filters):
    kind: Annotated[str, OnFile("document_kinds")] | None = Field(
        None, title=_("Kind"), description="Kind of document."
    )
    meeting: Meeting | None = Field(None, title=_("Meeting"), description="Meeting it belongs to.")


class ChangeFilters(BaseModel):
    """Which changes."""

    party: Party | None = Field(
        None, title=_("Party"), description="What binds, names or was said of it, and meetings."
    )
    round: Round | None = Field(None, title=_("Procedure"), description="Round or procedure.")
    kind: Annotated[str, OnFile("change_kinds")] | None = Field(
        None, title=_("Kind"), description="Kind of change."
    )
    since: Day | None = Field(
        None, title=_("Since"), description="Known from this day on, the day included."
    )


class PictureParameters(Parameters):
    layer: Annotated[str, OnFile("layers")] | None = Field(None, description="What is shown.")
    round: Round | None = Field(None, description="Round whose recommendations are shown.")
    recommendation: Recommendation | None = Field(
        None, description="Recommendation, where the picture is of one."
    )


class OfRecord(Parameters):
    """What the address of a record takes."""

    party: Party | None = Field(
        None, title=_("Party"), description="Of a deadline, the day and state of this Party."
    )


class CalendarParameters(DeadlineChoice, Parameters):
    alarms: Alarms = Field((30, 7, 1), description="Alarms, in days before: 30,7,1 or none.")


def sort_of(model: type[BaseModel], name: str) -> str | None:
    """The sort of values on file that a parameter has, if it has any: ``parties``."""
    for part in get_args(model.model_fields[name].annotation):
        for mark in get_args(part):
            if isinstance(mark, OnFile):
                return mark.sort
    return None


def several(model: type[BaseModel], name: str) -> bool:
    """Whether a parameter may stand more than once."""
    field = model.model_fields.get(name)
    return field is not None and get_origin(field.annotation) is tuple and field.default == ()


def joined(name: str, *parts: type[BaseModel]) -> type[Parameters]:
    """The parameters of a list: those of every route and those in ``parts``."""
    bases: tuple[type[Any], ...] = (Parameters, *parts)
    made: type[Parameters] = create_model(name, __base__=bases)
    return made


def read(model: type[P], given: Iterable[tuple[str, str]], offered: Offered, say: Language) -> P:
    """The parameters as ``model`` declares them, from the pairs of a query string.

    Raises ``RequestError`` (400) that names every fault with what would do.
    """
    values: dict[str, str | list[str]] = {}
    faults: list[Fault] = []
    for name, value in given:
        before = values.get(name)
        if not value.strip() and name in model.model_fields:
            continue
        if isinstance(before, str):
            faults.append(_told(name, value, "twice", say))
        elif several(model, name):
            values[name] = [*(before or []), value.strip()]
        else:
            values[name] = value.strip()
    try:
        found = model.model_validate(values, context={"offered": offered})
    except ValidationError as error:
        faults += [_fault(model, one, say) for one in error.errors(include_url=False)]
    if faults:
        detail = say("The address asks for something that is not on file or not well formed.")
        raise RequestError(HTTPStatus.BAD_REQUEST, detail, faults[:_FAULTS_MOST])
    return found


def _fault(model: type[Parameters], error: ErrorDetails, say: Language) -> Fault:
    found = dict(error.get("ctx", {}))
    allowed = found.pop("allowed", ())
    if error["type"] == "extra_forbidden":
        allowed = list(model.model_fields)
    return _told(str(error["loc"][0]), str(error["input"]), error["type"], say, allowed, **found)


def _told(
    name: str, value: str, wrong: str, say: Language, allowed: Sequence[str] = (), **found: object
) -> Fault:
    return Fault(
        name[:_QUOTED], value[:_QUOTED], say(_WRONG.get(wrong, _OTHERWISE), **found), allowed
    )
