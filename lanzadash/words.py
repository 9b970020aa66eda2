"""The words for the codes in the data, each translated when it is shown."""

from __future__ import annotations

from collections.abc import Mapping

from lanzadash.language import Language


def _(message: str) -> str:
    """Marks a word for the catalogues; it is looked up when shown."""
    return message


VERBS = {
    "adopt": _("Adopted"),
    "agree": _("Agreed"),
    "decide": _("Decided"),
    "take_note": _("Took note"),
    "welcome": _("Welcomed"),
    "invite": _("Invited"),
    "instruct": _("Instructed"),
    "hold": _("Held"),
    "examine": _("Examined"),
    "thank": _("Thanked"),
    "elect": _("Elected"),
    "other": _("Other"),
}
GRADES = {
    "urge": _("urges"),
    "request": _("requests"),
    "require": _("requires"),
    "invite": _("invites"),
    "consider": _("considers"),
}
CERTAINTIES = {
    "sourced": _("sourced"),
    "inferred": _("inferred"),
    "well_known": _("to be confirmed"),
    "illustrative": _("illustrative"),
}
MODES = {
    "in_person": _("in person"),
    "remote": _("remote"),
    "hybrid": _("hybrid"),
}
DEADLINE_KINDS = {
    "questionnaire": _("Replies to a questionnaire"),
    "additional_information": _("Additional information"),
    "amendments": _("Amendments to a draft"),
    "compliance_information": _("Information on compliance"),
    "other": _("Other"),
}
ROUND_KINDS = {
    "thematic_round": _("Thematic monitoring round"),
    "urgent_round": _("Urgent monitoring round"),
    "compliance_procedure": _("Compliance procedure"),
    "thematic_survey": _("Thematic survey"),
    "standing_questionnaire": _("Standing questionnaire"),
}
DOCUMENT_KINDS = {
    "list_of_decisions": _("List of decisions"),
    "agenda": _("Agenda"),
    "report": _("Report"),
    "meeting_page": _("Meeting page"),
    "other": _("Other document"),
    "implementation_report": _("Implementation report"),
    "special_report": _("Special report"),
    "compliance_report": _("Compliance report"),
    "compliance_call": _("Call for information on compliance"),
    "working_document": _("Working document"),
    "questionnaire": _("Questionnaire"),
    "questionnaire_reply": _("Reply to a questionnaire"),
    "activity_report": _("Activity report"),
    "meeting_report": _("Meeting report"),
    "information_note": _("Information note"),
    "opinion": _("Opinion"),
    "declaration": _("Declaration"),
    "rules_of_procedure": _("Rules of Procedure"),
    "press_release": _("Press release"),
    "letter": _("Letter"),
    "statement": _("Statement"),
    "contribution": _("Contribution"),
}
CONSENTS = {
    "ratification": _("Ratification, acceptance or approval"),
    "accession": _("Accession"),
}
LAYERS = {
    "treaty": _("Convention in force"),
    "coverage": _("Covered by the round"),
    "assessment": _("Addressed or assessed"),
    "stage": _("Stage of the procedure"),
    "outcome": _("Outcome"),
}
STAGES = {
    "addressed": _("recommendation made"),
    "information_requested": _("information requested"),
    "draft_compliance_report_examined": _("draft compliance report examined"),
    "compliance_report_adopted": _("compliance report adopted"),
}
PAIRS = {
    "addressed": _("addressed"),
    "assessed": _("assessed"),
    "in_compliance": _("in compliance"),
    "not_in_compliance": _("not in compliance"),
    "not_on_file": _("nothing on file"),
}
OBLIGATION_STATES = {
    "received": _("received"),
    "received_late": _("received after the date"),
    "extended": _("date extended"),
    "not_applicable": _("not applicable"),
    "nothing_received": _("nothing received"),
}
DEADLINE_STATUSES = OBLIGATION_STATES | {
    "open": _("open"),
    "passed": _("date passed, outcome not on file"),
    "overdue": _("overdue"),
    "cancelled": _("cancelled"),
    "replaced": _("replaced"),
}
CHANGES = {
    "new_decision": _("New decision"),
    "deadline_set": _("Deadline set"),
    "deadline_moved": _("Deadline moved"),
    "deadline_cancelled": _("Deadline cancelled"),
    "deadline_replaced": _("Deadline replaced"),
    "deadline_extended": _("Deadline extended"),
    "status_changed": _("Status changed"),
    "stage_reached": _("Stage reached"),
    "meeting_held": _("Meeting held"),
    "meeting_announced": _("Meeting announced"),
    "document_added": _("Document added"),
}
STEPS = {
    "decision_taken": _("Decision"),
    "deadline_set": _("Deadline set"),
    "deadline_moved": _("Deadline moved"),
    "deadline_cancelled": _("Deadline cancelled"),
    "deadline_replaced": _("Deadline replaced"),
    "deadline_passed": _("Day of the deadline"),
    "stage_reached": _("Stage reached"),
    "report_adopted": _("Report adopted"),
    "to_be_considered": _("Meeting pointed at"),
}
RELATIONS = {
    "follows_up": _("Follows up"),
    "fulfils": _("Fulfils"),
    "amends": _("Amends"),
    "supersedes": _("Supersedes"),
    "postpones": _("Postponed to"),
    "considered_at": _("To be considered at"),
    "cites": _("Cites"),
    "on_agenda_item": _("Taken under"),
}
INCOMING = {
    "follows_up": _("Followed up by"),
    "fulfils": _("Fulfilled by"),
    "amends": _("Amended by"),
    "supersedes": _("Superseded by"),
    "cites": _("Cited by"),
}
CUES = {
    "as_decided": _("as decided at"),
    "further_to": _("further to"),
    "started_at": _("begun at"),
    "done_as_requested": _("done as requested at"),
    "in_response": _("in response to what was asked at"),
    "amends_decision": _("amends the decision of"),
    "replaces_decision": _("replaces the decision of"),
    "postponed_to": _("postponed to"),
    "to_be_considered": _("to be considered at"),
    "will_consider": _("will be considered by"),
    "same_round": _("the same procedure"),
}
"""What the words that gave a relation say, where these words themselves are not at hand."""

DEADLINE_CHANGES = {
    "moved": _("Moved"),
    "cancelled": _("Cancelled"),
    "replaced": _("Replaced"),
    "extended": _("Extended for this Party"),
}
PLACES = {
    "Nicosia": _("Nicosia"),
    "The Hague": _("The Hague"),
    "KUDO platform": _("KUDO platform"),
}
"""Places whose names are not the same in each language."""

TABLES = {
    "agenda_items": _("Agenda items"),
    "assessments": _("Assessments"),
    "bodies": _("Committees"),
    "deadline_changes": _("Changes of deadlines"),
    "deadlines": _("Deadlines"),
    "decision_links": _("What decisions point at"),
    "decisions": _("Decisions"),
    "documents": _("Documents"),
    "meeting_dates": _("Dates of meetings"),
    "meetings": _("Meetings"),
    "obligations": _("Obligations"),
    "obligation_states": _("States of obligations"),
    "parties": _("Parties"),
    "recommendation_stages": _("Steps of procedures"),
    "recommendations": _("Recommendations"),
    "reviews": _("Relations to review"),
    "round_parties": _("Parties covered by rounds"),
    "rounds": _("Monitoring rounds"),
}


def word(say: Language, words: Mapping[str, str], code: str | None) -> str:
    """The word for a code in this language; an unknown code with its underscores taken out."""
    if code is None:
        return ""
    return say(words[code]) if code in words else code.replace("_", " ")


def verb(say: Language, code: str | None) -> str:
    """An operative verb as the list of decisions prints it: ``Took note``."""
    return word(say, VERBS, code)


def grade(say: Language, code: str | None) -> str:
    """A recommendation's grade in the committee's own word: ``requests``."""
    return word(say, GRADES, code)


def certainty(say: Language, code: str | None) -> str:
    """How far to trust a value: ``to be confirmed``."""
    return word(say, CERTAINTIES, code)


def mode(say: Language, code: str | None) -> str:
    """How a meeting is held: ``remote``."""
    return word(say, MODES, code)


def deadline_kind(say: Language, code: str | None) -> str:
    """What a deadline asks for: ``Replies to a questionnaire``."""
    return word(say, DEADLINE_KINDS, code)


def place(say: Language, name: str | None) -> str:
    """Where a meeting is held: ``The Hague``, ``La Haye``; a place we have no word for as it is."""
    if name is None:
        return ""
    return say(PLACES[name]) if name in PLACES else name


def round_kind(say: Language, code: str | None) -> str:
    """What kind of procedure a round is: ``Urgent monitoring round``."""
    return word(say, ROUND_KINDS, code)


def document_kind(say: Language, code: str | None) -> str:
    """What kind of document it is: ``List of decisions``."""
    return word(say, DOCUMENT_KINDS, code)


def consent(say: Language, code: str | None) -> str:
    """How a State became a Party: ``Accession``."""
    return word(say, CONSENTS, code)


def layer(say: Language, code: str | None) -> str:
    """A layer of the status map: ``Stage of the procedure``."""
    return word(say, LAYERS, code)


def stage(say: Language, code: str | None) -> str:
    """A step of a recommendation's procedure: ``compliance report adopted``."""
    return word(say, STAGES, code)


def pair(say: Language, code: str | None) -> str:
    """What is on file for a Party and a recommendation: ``assessed``."""
    return word(say, PAIRS, code)


def obligation_state(say: Language, code: str | None) -> str:
    """What is on file of a Party's answer to a deadline: ``received``."""
    return word(say, OBLIGATION_STATES, code)


def deadline_status(say: Language, code: str | None) -> str:
    """Where an answer to a deadline stands on the day of a view: ``open``."""
    return word(say, DEADLINE_STATUSES, code)


def change(say: Language, code: str | None) -> str:
    """A kind of change: ``Deadline moved``."""
    return word(say, CHANGES, code)


def step(say: Language, code: str | None) -> str:
    """A kind of step of a thread: ``Deadline set``."""
    return word(say, STEPS, code)


def relation(say: Language, code: str | None, *, incoming: bool = False) -> str:
    """How a decision relates to another: ``Follows up``; the other way ``Followed up by``."""
    return word(say, INCOMING if incoming else RELATIONS, code)


def cue(say: Language, code: str | None) -> str:
    """What the words that gave a relation say: ``as decided at``."""
    return word(say, CUES, code)


def deadline_change(say: Language, code: str | None) -> str:
    """What became of a deadline: ``Moved``."""
    return word(say, DEADLINE_CHANGES, code)


def table(say: Language, code: str | None) -> str:
    """What a table of the built file holds: ``Decisions``."""
    return word(say, TABLES, code)


def meeting(say: Language, number: int | None) -> str:
    """``35th meeting``, ``35e réunion``."""
    if number is None:
        return say("meeting without a number")
    return say("{ordinal} meeting", ordinal=say.ordinal(number))


def paragraph(say: Language, number: int | None, position: int) -> str:
    """``decision 6``; ``6th decision, not numbered`` where the list prints no number."""
    if number is not None:
        return say("decision {number}", number=number)
    return say("{ordinal} decision, not numbered", ordinal=say.ordinal(position))


def cite(say: Language, row: Mapping[str, object], symbol: str | None = None) -> str:
    """A symbol as printed with language and version: ``T-ES(2021)37_en rev.``."""
    name = str(symbol or row.get("symbol") or "")
    language, version = row.get("language"), row.get("version")
    name += f"_{language}" if name and language else ""
    return f"{name} {version}" if name and version else name


def recommendation_code(say: Language, row: Mapping[str, object]) -> str:
    """``Recommendation R12``; where no code was read, ``Recommendation without a code on file``."""
    if row.get("code"):
        return say("Recommendation {code}", code=row["code"])
    return say("Recommendation, code not on file")


def recommendation(say: Language, row: Mapping[str, object]) -> str:
    """A recommendation for a list to choose from: its code, if any, and what it asks."""
    summary = str(say.pick(row, "summary") or "")
    return f"{row['code']}{say.colon}{summary}" if row.get("code") else summary
