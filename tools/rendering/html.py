"""Masters as HTML: semantic, as a page of a web site, or as Word saves it."""

from __future__ import annotations

import re
from html import escape
from itertools import groupby

from tools.master import Line, Master, Run


def html(master: Master) -> bytes:
    """The master as ``.html``, in the style it asks for: ``clean``, ``cms`` or ``word``.

    Word's is written in windows-1252, as Word does; the others in UTF-8.
    """
    style = master.style("html")
    if style == "word":
        return _word(master).encode("cp1252", "xmlcharrefreplace")
    return (_cms(master) if style == "cms" else _clean(master)).encode()


# --- semantic -----------------------------------------------------------------------------------


def _clean(master: Master) -> str:
    body: list[str] = []
    for kind, group in groupby(master.lines, key=_list_kind):
        lines = list(group)
        if kind == "list":
            body.append(_ordered(lines))
        elif kind == "row":
            rows = ("".join(f"<td>{_inline(cell)}</td>" for cell in line.cells) for line in lines)
            body.append("<table>" + "\n".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        else:
            body += [_element(line) for line in lines if line.kind != "note"]
    notes = "\n".join(
        f'<li id="fn{mark}" value="{mark}">{_inline(note.runs)} <a href="#ref{mark}">↩</a></li>'
        for mark, note in master.notes.items()
    )
    if notes:
        body.append(f'<section class="footnotes"><hr>\n<ol>\n{notes}\n</ol></section>')
    return _page(master, "<article>\n" + "\n".join(body) + "\n</article>", "utf-8")


def _list_kind(line: Line) -> str:
    if line.kind in ("item", "point") and re.fullmatch(r"\d+\.|-|[a-z]\.", line.label or ""):
        return "list"
    return "row" if line.kind == "row" else line.kind if line.kind == "note" else "other"


def _element(line: Line) -> str:
    words = (f"{line.label} " if line.label else "") + _inline(line.runs)
    if line.kind == "bold":
        return f"<p><strong>{words}</strong></p>"
    tag = {"title": "h1", "heading": f"h{line.level + 1}"}.get(line.kind, "p")
    return f"<{tag}>{words}</{tag}>"


def _ordered(lines: list[Line]) -> str:
    """Numbered paragraphs as ``<ol start>``; their points as lists inside them."""
    if lines[0].kind == "point":
        return _points(lines)
    out = [f'<ol start="{(lines[0].label or "").rstrip(".")}">']
    for index, line in enumerate(lines):
        if line.kind == "point":
            continue
        rest = lines[index + 1 :]
        end = next((at for at, other in enumerate(rest) if other.kind == "item"), len(rest))
        points = _points(rest[:end]) if end else ""
        out.append(f"<li><p>{_inline(line.runs)}</p>{points}</li>")
    return "\n".join([*out, "</ol>"])


def _points(lines: list[Line]) -> str:
    tag = "ul" if lines[0].label == "-" else "ol"
    kind = "" if tag == "ul" else ' type="a"'
    inside = "".join(f"<li>{_inline(line.runs)}</li>" for line in lines)
    return f"\n<{tag}{kind}>{inside}</{tag}>"


def _inline(
    runs: tuple[Run, ...], mark: str = '<sup id="ref{0}"><a href="#fn{0}">{0}</a></sup>'
) -> str:
    return "".join(_run(run, mark) for run in runs)


def _run(run: Run, mark: str) -> str:
    if run.note:
        return mark.format(run.note)
    words = escape(run.text, quote=False)
    if run.address:
        return f'<a href="{escape(run.address)}">{words}</a>'
    return f"<strong>{words}</strong>" if run.bold else words


def _page(master: Master, body: str, charset: str) -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="{master.language}">\n<head><meta charset="{charset}">'
        f"<title>{escape(master.title)}</title></head>\n<body>\n{body}\n</body>\n</html>\n"
    )


# --- a page of a web site -----------------------------------------------------------------------

MENUS = {
    "en": ["Home", "About us", "Monitoring", "Meetings", "Publications", "Contact us"],
    "fr": ["Accueil", "À propos", "Suivi", "Réunions", "Publications", "Nous contacter"],
}


def _cms(master: Master) -> str:
    menu = "".join(
        f'<li><a href="/{n}">{word}</a></li>' for n, word in enumerate(MENUS[master.language])
    )
    words = "\n".join(_div(line) for line in master.lines)
    foot = escape(master.settings.get("foot", master.settings["running"]))
    body = (
        f'<div id="top"><nav><ul class="menu">{menu}</ul></nav></div>\n'
        f'<div class="portlet"><div class="journal">\n{words}\n</div></div>\n'
        f"<footer><div>{foot}</div><div>F-67075 Strasbourg Cedex</div></footer>\n"
        "<script>var page = {number: 4, words: '5. Adopted'};</script>"
    )
    return _page(master, body, "utf-8")


def _div(line: Line) -> str:
    mark = "<sup>[{0}]</sup>"
    if line.kind == "row":
        return "<div>" + "".join(f"<span>{_inline(c, mark)}</span> " for c in line.cells) + "</div>"
    words = _inline(line.runs, mark)
    if line.kind == "note":
        return f'<div class="small"><span>[{line.label}]</span> {words}</div>'
    if line.kind in ("title", "heading", "bold"):
        label = f"{line.label}&nbsp;" if line.label else ""
        tag = {"title": "h2", "heading": "h3"}.get(line.kind, "div")
        return f'<{tag} class="head"><b>{label}{words}</b></{tag}>'
    if line.kind == "point":
        bullet = "•" if line.label == "-" else line.label
        return f'<div style="margin-left:{line.level * 2}em">{bullet}&nbsp; {words}<br></div>'
    label = f"<span>{line.label}</span>&nbsp;" if line.label else ""
    return f"<div>{label}<span>{words}</span></div>"


# --- saved from Word ----------------------------------------------------------------------------

REFERENCE = (
    '<a style=\'mso-footnote-id:ftn{0}\' href="#_ftn{0}" name="_ftnref{0}" title="">'
    "<span class=MsoFootnoteReference><span style='mso-special-character:footnote'>"
    "[{0}]</span></span></a>"
)


def _word(master: Master) -> str:
    words = "\n".join(_mso(line) for line in master.lines if line.kind != "note")
    notes = "\n".join(
        f"<div style='mso-element:footnote' id=ftn{mark}>\n<p class=MsoFootnoteText>"
        f'<a href="#_ftnref{mark}" name="_ftn{mark}" title=""><span class=MsoFootnoteReference>'
        f"[{mark}]</span></a> {_inline(note.runs)}<o:p></o:p></p>\n</div>"
        for mark, note in master.notes.items()
    )
    foot = f"<div style='mso-element:footnote-list'><br clear=all>\n<hr>\n{notes}\n</div>"
    page = _page(master, f"<div class=WordSection1>\n{words}\n</div>\n{foot if notes else ''}", "")
    return page.replace(
        '<meta charset="">',
        '<meta http-equiv=Content-Type content="text/html; charset=windows-1252">',
    )


def _mso(line: Line) -> str:
    if line.kind == "row":
        cells = "".join(
            f"<td><p class=MsoNormal>{_inline(c, REFERENCE)}</p></td>" for c in line.cells
        )
        return f"<table><tr>{cells}</tr></table>"
    words = _wrapped(_inline(line.runs, REFERENCE))
    label = _mso_label(line.label) if line.label else ""
    if line.kind in ("title", "bold"):
        return f"<p class=MsoNormal align=center><b>{label}{words}<o:p></o:p></b></p>"
    if line.kind == "heading":
        return f"<h{line.level}>{label}{words}<o:p></o:p></h{line.level}>"
    if line.kind == "point":
        indent = f"margin-left:{36 * line.level + 18}.0pt;mso-list:l1 level{line.level} lfo2"
    else:
        indent = "margin-left:18.0pt;mso-list:l0 level1 lfo1" if line.label else ""
    kind = "MsoListParagraph" if line.label else "MsoNormal"
    return f"<p class={kind} style='{indent}'>{label}{words}<o:p></o:p></p>"


def _mso_label(label: str) -> str:
    shown = "<span style='font-family:Symbol'>&#183;</span>" if label == "-" else label
    return (
        "<![if !supportLists]><span style='mso-list:Ignore'>"
        f"{shown}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span>"
        "<![endif]>"
    )


def _wrapped(words: str) -> str:
    """Word breaks its lines in the middle of sentences; so do we, outside tags."""
    parts = re.split(r"(<[^>]*>)", words)
    return "".join(
        part if part.startswith("<") else re.sub(r"(.{60}\S*) ", r"\1\n", part) for part in parts
    )
