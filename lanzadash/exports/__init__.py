"""What can be taken along: rows of the queries in, bytes out.

Nothing here asks the store, the clock or the network. Rows are plain values (missing ``None``,
days ``date``, lists ``list``), ``say`` is a :class:`~lanzadash.language.Language`, and the same
input gives the same bytes.

    calendar.calendar(deadlines, meetings, say, *, base_url, name=None, alarms=(30, 7, 1),
                      party=None, stamps=None, illustrative=False) -> bytes
    feed.feed(entries, say, *, title, self_url, alternate_url, illustrative=False) -> bytes
    feed.decision_entries(rows, say, *, base_url) -> list[Entry]
    feed.change_entries(rows, say, *, base_url) -> list[Entry]
    about.About(title, as_of, base_url, filters="", address="", version="", digest="",
                illustrative=False)
    tables.to_csv(name, rows, say, about) -> bytes
    tables.to_json(name, rows, say, about) -> bytes
    workbook.to_xlsx(name, rows, say, about, *, progress=None) -> bytes
    brief.deadlines_brief(rows, say, about) -> Brief
    brief.decisions_brief(rows, say, about) -> Brief
    meeting_brief.meeting_brief(file, committee, say, about) -> Brief
    brief_docx.to_docx(brief) -> bytes
    brief_pdf.to_pdf(brief) -> bytes
    citation.Citing(say, committee, base_url, accessed, illustrative=False)
        .decision(row) .deadline(row) .recommendation(row) -> Citation
    citation.Citation.text, .bibtex() -> str, .ris() -> str

``name`` is one of deadlines, decisions, meetings, recommendations, parties, documents.
"""
