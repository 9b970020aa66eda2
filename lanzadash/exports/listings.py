"""The lists that can be taken along, each with its columns: one definition for every format."""

from __future__ import annotations

from lanzadash import words
from lanzadash.exports import phrases
from lanzadash.exports.columns import (
    END,
    PLACE,
    ROUND,
    SUMMARY,
    SYMBOL,
    Column,
    Listing,
    _,
    picked,
    plain,
    record_id,
    worded,
    written,
)

DEADLINES = Listing(
    _("Deadlines"),
    "deadline",
    (
        record_id("deadline"),
        plain("due", _("Due"), _("Day as printed; empty for a rule or where none is on file.")),
        plain("due_time", _("Time"), _("Time of day, where printed.")),
        plain("zone", _("Time zone"), _("Zone of the time, where printed.")),
        plain("inclusive", _("Day in time"), _("Whether the day itself is still in time.")),
        Column("when", _("When"), _("The same in words."), lambda row, say: phrases.due(say, row)),
        plain("standing", _("Standing"), _("Neither cancelled nor replaced.")),
        plain("first_due", _("First set for"), _("Day first set, where it was moved since.")),
        Column(
            "change",
            _("Change"),
            _("What became of it, and what changed it."),
            lambda row, say: phrases.changed(say, row),
        ),
        worded("kind", _("Kind"), _("What kind of thing is asked for."), words.deadline_kind),
        Column(
            "force",
            _("Force"),
            _("Whether it is to be submitted or may be."),
            lambda row, say: phrases.force(say, row),
        ),
        SUMMARY,
        picked("addressees", _("Of whom"), _("Who is asked, in words.")),
        plain("parties_bound", _("Parties bound"), _("Number of Parties that it binds.")),
        plain("submit_to", _("Send to"), _("Address to send to.")),
        plain("codes", _("Recommendations"), _("Recommendations it names, as printed.")),
        ROUND,
        Column(
            "set_by",
            _("Set by"),
            _("Decision, agenda item or call that set it."),
            lambda row, say: phrases.set_by(say, row),
        ),
        plain("decision", _("Decision"), _("Id of the decision that set it.")),
        SYMBOL,
        *PLACE,
        *END,
    ),
)
DECISIONS = Listing(
    _("Decisions"),
    "decision",
    (
        record_id("decision"),
        plain("meeting", _("Meeting"), _("Id of the meeting that took it.")),
        plain("meeting_number", _("Meeting number"), _("Number of the meeting.")),
        plain("number", _("Number"), _("Number as printed; empty where the list prints none.")),
        plain("position", _("Position"), _("Position in the list, from 1.")),
        worded("verb", _("Verb"), _("Operative verb."), words.verb),
        picked("context", _("Context"), _("What it stands under, in our own words.")),
        SUMMARY,
        plain("codes", _("Recommendations"), _("Recommendations it names, as printed.")),
        plain("themes", _("Themes"), _("Themes, given by a rule.")),
        ROUND,
        plain("adopted", _("Adopted on"), _("Day on which its list of decisions was adopted.")),
        SYMBOL,
        *PLACE,
        *END,
    ),
)
MEETINGS = Listing(
    _("Meetings"),
    "meeting",
    (
        record_id("meeting"),
        plain("number", _("Number"), _("Number printed by the committee.")),
        Column(
            "status",
            _("Status"),
            _("Whether the days are those announced or those held."),
            lambda row, say: say("held") if row["status"] == "held" else say("announced"),
        ),
        plain("start_date", _("First day"), _("First day, as known.")),
        plain("end_date", _("Last day"), _("Last day, as known.")),
        plain("tentative", _("Tentative"), _("Announced as to be confirmed.")),
        worded("mode", _("Mode"), _("In person, remote or hybrid."), words.mode),
        worded("place", _("Place"), _("Place as announced or held."), words.place),
        plain("decisions", _("Decisions"), _("Number of its decisions on file.")),
        plain("deadlines", _("Deadlines"), _("Number of deadlines on file that it set.")),
        *END,
    ),
)
RECOMMENDATIONS = Listing(
    _("Recommendations"),
    "recommendation",
    (
        record_id("recommendation"),
        plain("code", _("Code"), _("Code as printed; empty where none was read.")),
        picked("short", _("Procedure"), _("Monitoring round whose report makes it.")),
        written("report", _("Report"), _("Report that makes it.")),
        worded("grade", _("Grade"), _("The committee’s own word for how it asks."), words.grade),
        SUMMARY,
        plain("article", _("Article"), _("Article of the Convention.")),
        written("addressees", _("Of whom"), _("Addressees as printed.")),
        plain("parties_addressed", _("Parties addressed"), _("Number of Parties, as stated.")),
        worded("stage", _("Stage"), _("Latest step of its procedure on file."), words.stage),
        plain("stage_on", _("Stage since"), _("Day of that step, as precise as known.")),
        plain("parties_on_file", _("Parties on file"), _("Number of Parties with a row on file.")),
        plain(
            "outcomes_on_file",
            _("Outcomes on file"),
            _("Number of Parties with an outcome on file; no outcome is not an outcome."),
        ),
        *END,
    ),
)
PARTIES = Listing(
    _("Parties"),
    "party",
    (
        record_id("party"),
        picked("name", _("Party"), _("Short name.")),
        plain("iso2", _("ISO 3166-1 alpha-2"), _("Code of two letters.")),
        plain("council_member", _("Member State"), _("Member State of the Council of Europe.")),
        worded("consent", _("Consent"), _("How it became a Party."), words.consent),
        plain("signed", _("Signature"), _("Day of signature; empty for an accession.")),
        plain("ratified", _("Ratification"), _("Day of ratification or accession.")),
        worded(
            "ratified_certainty",
            _("Certainty of ratification"),
            _("How far to trust that day."),
            words.certainty,
        ),
        plain("in_force", _("Entry into force"), _("Day of entry into force for the Party.")),
        worded(
            "in_force_certainty",
            _("Certainty of entry into force"),
            _("How far to trust that day."),
            words.certainty,
        ),
        *END,
    ),
)
DOCUMENTS = Listing(
    _("Documents"),
    "document",
    (
        record_id("document"),
        plain("symbol", _("Symbol"), _("Symbol without language and version.")),
        plain("version", _("Version"), _("Version as printed.")),
        plain("language", _("Language"), _("Language: en, fr or bil (both).")),
        worded("kind", _("Kind"), _("Kind of document."), words.document_kind),
        written(
            "title", _("Title"), _("Title, or our description where none is printed."), "language"
        ),
        plain("meeting", _("Meeting"), _("Id of the meeting it belongs to.")),
        plain("dated", _("Date"), _("Date, as precise as known.")),
        plain("adopted", _("Adopted on"), _("Day of adoption, where printed.")),
        plain("address", _("Address"), _("Public address.")),
        plain("sha256", _("SHA-256"), _("Hash of the file that was read.")),
        plain("read_on", _("Read on"), _("Day it was read; empty where it was not.")),
        plain("coverage", _("Coverage"), _("Share of the text accounted for, 0 to 1.")),
        plain("leftover_count", _("Left over"), _("Blocks that no rule took.")),
        *END,
    ),
)
LISTINGS = {
    "deadlines": DEADLINES,
    "decisions": DECISIONS,
    "meetings": MEETINGS,
    "recommendations": RECOMMENDATIONS,
    "parties": PARTIES,
    "documents": DOCUMENTS,
}
