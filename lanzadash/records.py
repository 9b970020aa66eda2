"""The nouns of the record, as pydantic models: what a reader finds and what ``data/`` holds.

Three families, and nothing else:

* ``Reading`` and its parts: everything one document says, wording included. It is the JSON
  contract of ``python -m lanzadash read --format jsonl``.
* ``Record`` and ``Texts``: a reading split in two. The record holds facts, dates, codes and our
  own summaries and is committed; the texts hold the official wording and stay on the machine of
  whoever reads the document in.
* ``...Row``: one line of a CSV file under ``data/``, each with its source and certainty.

Dates are calendar days of the committee's own time zone. A value that is not known is ``None``;
an empty cell of a CSV file is ``None`` too.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

FORMAT = 1
"""Version of the record files. A change that an older file does not fit adds a migration."""

Kind = Literal["list_of_decisions", "agenda", "report", "meeting_page", "other"]
Language = Literal["en", "fr"]
Mode = Literal["in_person", "remote", "hybrid"]
Verb = Literal[
    "adopt",
    "agree",
    "decide",
    "take_note",
    "welcome",
    "invite",
    "instruct",
    "hold",
    "examine",
    "thank",
    "elect",
    "other",
]
Grade = Literal["urge", "request", "require", "invite", "consider"]
Force = Literal["must", "may"]
Relation = Literal[
    "follows_up", "fulfils", "amends", "supersedes", "postpones", "considered_at", "cites"
]
"""How a decision relates to another, or to the meeting that took it.

``postpones`` and ``considered_at`` point at a meeting to come, all others look back; ``cites`` is
whatever is named without a word that says more.
"""
Certainty = Literal["sourced", "inferred", "well_known", "illustrative"]
"""How far a value can be trusted.

``sourced``: read in the source named. ``inferred``: follows from sources, is printed in none.
``well_known``: recalled and cross-checked, not read in a source; shown as "to be confirmed".
``illustrative``: generated, true of nothing.
"""


class Model(BaseModel):
    """A value that cannot be changed once made and refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


# --- what one document says -------------------------------------------------------------------


class Place(Model):
    """Where in the file something stands: the page (PDF only) and the block, both from 1."""

    page: int | None = None
    block: int


class Document(Model):
    """The file's own identity. ``symbol`` stands without language and version: ``T-ES(2021)37``."""

    symbol: str | None = None
    version: str | None = None
    lang: Language | None = None
    kind: Kind
    title: str | None = None
    dated: dt.date | None = None
    adopted: dt.date | None = None
    sha256: str


class Meeting(Model):
    """The meeting a document is about. ``number`` is ``None`` where the document prints none."""

    body: str | None = None
    number: int | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    mode: Mode | None = None
    place: str | None = None


class AgendaItem(Model):
    """One item of an agenda or order of business; ``parent`` is the number it stands under."""

    number: str
    title: str
    parent: str | None = None
    notes: list[str] = []
    place: Place | None = None


class Decision(Model):
    """One decision. ``index`` is its position in the document, from 1, and links it always.

    ``context`` is the line that introduces a group of decisions, ``section`` the heading above.
    ``points`` are its lettered or bulleted sub-points, ``footnotes`` the notes it cites.
    """

    index: int
    number: int | None = None
    section: str | None = None
    context: str | None = None
    verb: Verb
    text: str
    points: list[str] = []
    footnotes: list[str] = []
    place: Place | None = None


class Deadline(Model):
    """A date by which something is asked, as printed.

    ``due`` is ``None`` for a deadline relative to an event whose date the document does not give;
    ``relative`` then holds its words. ``inclusive`` is false where the day itself is too late
    ("before"). ``force`` tells "shall" (must) from "could be submitted" (may). ``time`` is
    ``HH:MM`` and ``zone`` an IANA name, where printed. ``parties`` are those that its sentence
    asks by name, and empty where anybody else may be asked too.
    """

    decision: int | None = None
    index: int | None = None
    due: dt.date | None = None
    inclusive: bool = True
    force: Force = "must"
    time: str | None = None
    zone: str | None = None
    relative: str | None = None
    what: str
    submit_to: str | None = None
    recommendations: list[str] = []
    parties: list[str] = []
    printed: str
    place: Place | None = None


class MeetingMention(Model):
    """A meeting named in a decision, with its dates where they are printed beside it.

    ``relation`` is ``None`` where it was not told: in older records, and for the decision's own
    meeting. ``cue`` is our name of the words that gave it, which stand in ``RelationText``.
    """

    decision: int | None = None
    index: int | None = None
    number: int | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    relation: Relation | None = None
    cue: str | None = None


class RecommendationMention(Model):
    """A recommendation's code named in a decision or in a footnote it cites: ``R12``, ``R I-5``."""

    decision: int | None = None
    index: int | None = None
    code: str


class DocumentMention(Model):
    """A document symbol named in a decision or in a footnote it cites."""

    decision: int | None = None
    index: int | None = None
    symbol: str
    version: str | None = None


class PartyMention(Model):
    """A Party named in a decision, ISO 3166-1 alpha-3."""

    decision: int | None = None
    index: int | None = None
    party: str


class ParagraphReference(Model):
    """A decision of another meeting cited by its paragraph: "list of decisions paras 27-29".

    ``relation`` and ``cue`` as in ``MeetingMention``: those of the meeting it is cited with.
    """

    decision: int | None = None
    index: int | None = None
    meeting: int | None = None
    first: int
    last: int
    relation: Relation | None = None
    cue: str | None = None


class RelationText(Model):
    """The words that gave a relation to a meeting: "as decided during its 34th meeting"."""

    index: int | None = None
    meeting: int | None = None
    relation: Relation
    cue: str
    words: str


class Recommendation(Model):
    """A recommendation made in a report. ``parties`` is empty unless the text names them."""

    code: str
    verb: Grade | None = None
    text: str
    parties: list[str] = []
    addressees: str | None = None
    place: Place | None = None


class NextMeeting(Model):
    """Dates announced for a coming meeting, without a number unless one is printed beside them."""

    start: dt.date | None = None
    end: dt.date | None = None
    place: str | None = None
    tentative: bool = False
    number: int | None = None


class Round(Model):
    """A monitoring round as the document names it, with its years where printed."""

    title: str
    start_year: int | None = None
    end_year: int | None = None


class Leftover(Model):
    """A block that no rule took."""

    place: Place
    text: str


class Reading(Model):
    """Everything one document says. Serialises to one line of ``read --format jsonl``."""

    file: str
    document: Document
    meeting: Meeting | None = None
    agenda_items: list[AgendaItem] = []
    decisions: list[Decision] = []
    deadlines: list[Deadline] = []
    meeting_mentions: list[MeetingMention] = []
    recommendation_mentions: list[RecommendationMention] = []
    document_mentions: list[DocumentMention] = []
    party_mentions: list[PartyMention] = []
    paragraph_references: list[ParagraphReference] = []
    relations: list[RelationText] = []
    recommendations: list[Recommendation] = []
    next_meetings: list[NextMeeting] = []
    rounds: list[Round] = []
    leftovers: list[Leftover] = []
    coverage: float = Field(ge=0, le=1)


# --- a reading split in two ---------------------------------------------------------------------


class RecordedAgendaItem(Model):
    """An agenda item without its printed title. ``round`` and the summaries are ours."""

    number: str
    parent: str | None = None
    place: Place | None = None
    round: str | None = None
    summary_en: str | None = None
    summary_fr: str | None = None


class RecordedDecision(Model):
    """A decision without its wording. ``round`` and the summaries are ours, never the reader's.

    ``context_en`` and ``context_fr`` say in our own words what the decision stands under.
    """

    index: int
    number: int | None = None
    verb: Verb
    place: Place | None = None
    round: str | None = None
    context_en: str | None = None
    context_fr: str | None = None
    summary_en: str | None = None
    summary_fr: str | None = None


class RecordedDeadline(Model):
    """A deadline without its printed words. ``round``, addressees and summaries are ours.

    ``addressees_en`` says who is asked, in words; who is bound follows from ``round``. Without
    them it binds ``parties``, those that its sentence asks by name.
    """

    decision: int | None = None
    index: int | None = None
    due: dt.date | None = None
    inclusive: bool = True
    force: Force = "must"
    time: str | None = None
    zone: str | None = None
    is_relative: bool = False
    submit_to: str | None = None
    recommendations: list[str] = []
    parties: list[str] = []
    place: Place | None = None
    round: str | None = None
    kind: str | None = None
    addressees_en: str | None = None
    addressees_fr: str | None = None
    summary_en: str | None = None
    summary_fr: str | None = None


class RecordedRecommendation(Model):
    """A recommendation without its wording."""

    code: str
    verb: Grade | None = None
    parties: list[str] = []
    addressees: str | None = None
    place: Place | None = None
    round: str | None = None
    summary_en: str | None = None
    summary_fr: str | None = None


class RecordedRound(Model):
    """A monitoring round named in a document, without its printed title. ``round`` is ours."""

    start_year: int | None = None
    end_year: int | None = None
    round: str | None = None


class Record(Model):
    """``data/records/<id>.json``: the facts one document holds, and our own words about them.

    ``meeting_link`` is the meeting it was filed under (``T-ES/28``) where the document prints no
    number, and ``meeting_link_certainty`` how that is known. ``known_on`` is set by hand where
    the date on which the facts became known does not follow from the document.
    """

    format: int = FORMAT
    id: str
    document: Document
    read_on: dt.date
    certainty: Certainty = "sourced"
    known_on: dt.date | None = None
    meeting_link: str | None = None
    meeting_link_certainty: Certainty | None = None
    meeting: Meeting | None = None
    agenda_items: list[RecordedAgendaItem] = []
    decisions: list[RecordedDecision] = []
    deadlines: list[RecordedDeadline] = []
    meeting_mentions: list[MeetingMention] = []
    recommendation_mentions: list[RecommendationMention] = []
    document_mentions: list[DocumentMention] = []
    party_mentions: list[PartyMention] = []
    paragraph_references: list[ParagraphReference] = []
    recommendations: list[RecordedRecommendation] = []
    next_meetings: list[NextMeeting] = []
    rounds: list[RecordedRound] = []
    leftover_count: int = 0
    coverage: float = Field(ge=0, le=1)


class DecisionText(Model):
    """The official wording of one decision."""

    index: int
    section: str | None = None
    context: str | None = None
    text: str
    points: list[str] = []
    footnotes: list[str] = []


class DeadlineText(Model):
    """The printed words of one deadline, in the order of the record's ``deadlines``."""

    printed: str
    what: str
    relative: str | None = None


class AgendaItemText(Model):
    """The printed title of one agenda item."""

    number: str
    title: str
    notes: list[str] = []


class RecommendationText(Model):
    """The official wording of one recommendation."""

    code: str
    text: str


class Texts(Model):
    """``data/texts/<id>.json``: official wording, on the reader's machine only."""

    format: int = FORMAT
    id: str
    sha256: str
    lang: Language | None = None
    agenda_items: list[AgendaItemText] = []
    decisions: list[DecisionText] = []
    deadlines: list[DeadlineText] = []
    recommendations: list[RecommendationText] = []
    relations: list[RelationText] = []
    rounds: list[Round] = []
    leftovers: list[Leftover] = []


# --- the CSV files under data/ --------------------------------------------------------------------


def _split(value: Any) -> Any:
    return [part.strip() for part in value.split(";")] if isinstance(value, str) else value


Words = Annotated[list[str], BeforeValidator(_split)]
"""Several values in one cell, separated by semicolons."""


class Row(BaseModel):
    """A line of a CSV file. Unknown columns are a fault; an empty cell is ``None``."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    @model_validator(mode="before")
    @classmethod
    def _empty_is_none(cls, values: Any) -> Any:
        if not isinstance(values, dict):
            return values
        kept = {name: value for name, value in values.items() if value not in ("", None)}
        return kept


class Sourced(Row):
    """A line that says where it comes from, how far to trust it and since when it is known.

    ``source`` names a document symbol or a public address (several separated by `` ; ``).
    """

    source: str
    certainty: Certainty
    known_on: dt.date | None = None


class BodyRow(Sourced):
    """``reference/bodies.csv``: a committee."""

    body: str
    name_en: str
    name_fr: str
    short_en: str
    short_fr: str
    convention: str
    time_zone: str
    names: Words = []
    """Names by which its documents call it, in both languages, for the reader."""


class PartyRow(Sourced):
    """``reference/parties.csv``: a State Party.

    Each treaty date has a certainty and a source of its own; ``source`` is that of the name. A
    date that was recalled, not read, has no source.
    """

    party: str = Field(pattern="^[A-Z]{3}$")
    iso2: str = Field(pattern="^[A-Z]{2}$")
    body: str
    name_en: str
    name_fr: str
    council_member: bool
    consent: Literal["ratification", "accession"]
    signed: dt.date | None = None
    signed_certainty: Certainty | None = None
    signed_source: str | None = None
    ratified: dt.date
    ratified_certainty: Certainty
    ratified_source: str | None = None
    in_force: dt.date
    in_force_certainty: Certainty
    in_force_source: str | None = None


class PartyAliasRow(Row):
    """``reference/party_aliases.csv``: a name under which a Party is mentioned in documents."""

    party: str
    alias: str
    language: Language


class TileRow(Row):
    """``reference/tiles.csv``: the place of a Party in the tile map."""

    party: str
    column: int
    row: int


class ThemeRow(Row):
    """``reference/themes.csv``: a theme and the phrases that give it."""

    theme: str
    parent: str | None = None
    name_en: str
    name_fr: str
    phrases_en: Words = []
    phrases_fr: Words = []
    source: str


class TermRow(Row):
    """``reference/vocabulary.csv``: a word of the committee's own, with its source."""

    term: str
    lang: Literal["en", "fr", "en/fr"]
    used_for: str
    note: str | None = None
    source: str
    certainty: Certainty


class StatusRow(Row):
    """``reference/statuses.csv``: the words for stages, outcomes, coverage and states.

    ``layer`` is one of coverage, assessment, stage, outcome, treaty, obligation.
    ``symbol`` is drawn with the colour so that no meaning rests on colour alone.
    ``committee_wording`` is true only where the word itself was read in a committee text.
    """

    layer: str
    status: str
    name_en: str
    name_fr: str
    symbol: str
    position: int
    committee_wording: bool
    source: str


class RoundRow(Sourced):
    """``facts/rounds.csv``: a monitoring round or compliance procedure."""

    round: str
    body: str
    name_en: str
    name_fr: str | None = None
    short_en: str
    short_fr: str
    kind: Literal[
        "thematic_round",
        "urgent_round",
        "compliance_procedure",
        "thematic_survey",
        "standing_questionnaire",
    ]
    follows: str | None = None
    start_year: int | None = None
    end_year: int | None = None
    launched: str | None = None
    parties_covered: int | None = None
    note_en: str | None = None
    note_fr: str | None = None


class RoundPartyRow(Sourced):
    """``facts/round_parties.csv``: a round covers a Party.

    ``coverage`` is a status of the layer coverage: ``covered``, or ``asked`` where a survey was
    addressed to the Party and its report does not say whom it covers.
    """

    round: str
    party: str
    coverage: str | None = None


class MeetingRow(Sourced):
    """``facts/meetings.csv``: dates of a meeting, held or announced, in one place."""

    body: str
    number: int | None = None
    status: Literal["held", "announced"]
    start: dt.date
    end: dt.date
    tentative: bool = False
    mode: Mode | None = None
    city: str | None = None
    country: str | None = None


class DeadlineRow(Sourced):
    """``facts/deadlines.csv``: a submission deadline that no record on file holds.

    ``rule`` is set instead of ``due`` where the deadline is relative to each Party's own date:
    ``ratified+6m`` is six months after that Party's ratification. It binds the Parties that
    ratified on ``applies_from`` or later; without that day no Party's own date is derived.
    """

    deadline: str
    body: str
    meeting: int | None = None
    decision: int | None = None
    agenda_item: str | None = None
    round: str | None = None
    kind: str
    due: dt.date | None = None
    inclusive: bool = True
    rule: Literal["ratified+6m"] | None = None
    applies_from: dt.date | None = None
    force: Force
    submit_to: str | None = None
    recommendations: Words = []
    reference_en: str | None = None
    reference_fr: str | None = None
    """What sets it, in words, where that is neither a decision nor an agenda item: a call."""
    summary_en: str
    summary_fr: str
    addressees_en: str
    addressees_fr: str


class DeadlineChangeRow(Sourced):
    """``facts/deadline_changes.csv``: what became of a deadline after it was set.

    The deadline keeps the day that was first set. The rows of one deadline stand in the order in
    which they became known, and the last one holds. ``due`` is the new day of one that was moved,
    ``replaced_by`` the deadline that stands in the place of one that was replaced; ``meeting`` and
    ``decision`` say who changed it. ``from_due`` is the day that held until then: an id counts the
    deadlines of a decision, so that a better reading could give it to another one.
    """

    deadline: str
    body: str
    change: Literal["moved", "cancelled", "replaced"]
    from_due: dt.date | None = None
    due: dt.date | None = None
    replaced_by: str | None = None
    meeting: int | None = None
    decision: int | None = None

    @model_validator(mode="after")
    def _says_what_became_of_it(self) -> Self:
        if (self.change == "moved") != (self.due is not None):
            raise ValueError("a day in due where the deadline was moved, and nowhere else")
        if (self.change == "replaced") != (self.replaced_by is not None):
            raise ValueError("a deadline in replaced_by where one was replaced, and nowhere else")
        return self


class DecisionLinkRow(Sourced):
    """``facts/decision_links.csv``: how a decision relates to something, said by a person.

    ``decision`` and ``target`` are ids: ``T-ES/35/d8``, ``T-ES/36``, ``T-ES/28/item-2.2``,
    ``refugee-crisis/R12``. ``why`` says what makes it so.
    """

    decision: str
    type: Literal[Relation, "on_agenda_item", "mentions_recommendation"]
    target_kind: Literal["decision", "meeting", "agenda_item", "recommendation"]
    target: str
    why: str


class DecisionThemeRow(Sourced):
    """``facts/decision_themes.csv``: a theme that a rule gave wrongly, or missed.

    ``holds``: whether the decision is about the theme. ``why`` says what makes it so.
    """

    decision: str
    theme: str
    holds: bool
    why: str


class RecommendationRow(Sourced):
    """``facts/recommendations.csv``: a recommendation made in a report.

    ``recommendation`` is its id (``refugee-crisis/R12``), ``code`` what is printed, if anything.
    ``round`` is empty where no source names the report.
    """

    recommendation: str
    round: str | None = None
    report: str
    code: str | None = None
    grade: Grade | None = None
    article: str | None = None
    parties_addressed: int | None = None
    addressees: str | None = None
    parties: Words = []
    summary_en: str
    summary_fr: str


class AssessmentRow(Sourced):
    """``facts/assessments.csv``: the committee looked at a recommendation for a Party.

    ``outcome`` is empty where no committee text on file states one: that is "outcome not on
    file", never compliance and never non-compliance.
    """

    recommendation: str
    party: str
    relation: Literal["addressed", "assessed"]
    assessed_on: str | None = None
    outcome: str | None = None
    document: str | None = None
    note: str | None = None


class StageRow(Sourced):
    """``facts/stages.csv``: a step of a recommendation's procedure, as a dated fact."""

    recommendation: str
    stage: Literal[
        "addressed",
        "information_requested",
        "draft_compliance_report_examined",
        "compliance_report_adopted",
    ]
    on: str | None = None
    body: str
    meeting: int | None = None
    decision: int | None = None
    document: str | None = None


class DocumentRow(Sourced):
    """``documents.csv``: an official document, whether or not it was read.

    ``symbol`` stands without language and version. ``dated`` is as precise as known:
    ``2022-03-07``, ``2022-03`` or ``2025``. ``cited_as`` is the name by which the sources of other
    rows call a document that has no symbol.
    """

    symbol: str | None = None
    version: str | None = None
    language: Literal["en", "fr", "bil"] | None = None
    kind: str
    title: str
    cited_as: str | None = None
    body: str
    meeting: int | None = None
    dated: str | None = None
    address: str | None = None
    sha256: str | None = None
    note: str | None = None


class ObligationRow(Sourced):
    """``facts/obligations.csv``: what is known of one Party's answer to one deadline.

    ``due`` is the day of the deadline that is meant, as first set or as moved to since.
    """

    deadline: str
    party: str
    due: dt.date | None = None
    state: Literal["received", "received_late", "extended", "not_applicable", "nothing_received"]
    state_on: dt.date | None = None
    extended_to: dt.date | None = None


class CorrectionRow(Row):
    """``corrections.csv``: a printed value that is wrong, beside the right one.

    ``field`` is a path in the record: ``meeting.number`` or ``deadlines.1.due`` (from 0).
    """

    record: str
    field: str
    printed: str
    corrected: str
    why: str
    date: dt.date


class HostRow(Row):
    """``reference/hosts.csv``: a host that documents may be fetched from.

    ``host`` is the name as it stands in an address, with the port where that is not the usual one.
    ``formats`` are those it serves documents in; ``pause`` is the least number of seconds between
    two requests. A host inside a network of one's own (``private``) has to say so.
    """

    host: str = Field(pattern=r"^[a-z0-9.-]+(:\d+)?$")
    name: str
    formats: Annotated[
        list[Literal["pdf", "docx", "html", "text"]], BeforeValidator(_split), Field(min_length=1)
    ]
    pause: float = Field(default=1, ge=0, allow_inf_nan=False)
    scheme: Literal["https", "http"] = "https"
    private: bool = False


class DownloadRow(Row):
    """``downloads/index.csv``: a file that was fetched, and how to ask whether it has changed.

    ``file`` is its name in the same folder, ``final_address`` where the redirects ended.
    ``fetched_on`` is the day on which these bytes came, ``read_on`` that of their reading in.
    """

    address: str
    final_address: str
    file: str
    etag: str | None = None
    last_modified: str | None = None
    sha256: str
    bytes: int
    fetched_on: dt.date
    read_on: dt.date | None = None
