"""A web page from bytes to a tree: character set, limits, its main part and its language."""

from __future__ import annotations

import codecs
import re

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

from lanzadash.reading.formats.blocks import RefusedError
from lanzadash.reading.formats.limits import check_length

MAX_TAGS = 500_000
"""More than 2,000 pages of any word processor need; more would take seconds to refuse."""

_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_ENTITY = re.compile(r"\A(?:\s|<\?[^>]*>|<!--.*?-->)*<!DOCTYPE[^>\[]*\[", re.DOTALL | re.IGNORECASE)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def _decode(name: str, data: bytes) -> str:
    """Text as a browser decodes it: byte order mark, declared character set, UTF-8, Windows."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if b"\0" in data[:4096]:
        raise RefusedError(f"{name} is not a web page but a binary file. Check what was saved.")
    declared = _CHARSET.search(data[:4096])
    candidates = [declared[1].decode("ascii").lower()] if declared else []
    for encoding in (*candidates, "utf-8"):
        # A page that can say so in single bytes is not in UTF-16; UTF-7 no browser accepts.
        if encoding.startswith(("utf-16", "utf-7", "utf-32", "iso-8859-1", "latin")):
            continue
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", errors="replace")


def parse(name: str, data: bytes) -> HtmlElement:
    """The root element of the page ``data``; ``RefusedError`` where it goes past a limit."""
    text = _decode(name, data)
    if _ENTITY.match(text):
        raise RefusedError(f"{name} defines entities of its own, which is not safe to expand.")
    if (tags := text.count("<")) > MAX_TAGS:
        raise RefusedError(f"{name} holds {tags:,} tags; at most {MAX_TAGS:,} are read.")
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    page = text.replace("\0", " ").encode("utf-8", errors="replace")
    try:
        root = lxml.html.document_fromstring(page, parser=parser)
    except etree.ParserError:
        raise RefusedError(
            f"{name} holds no text. Open it: is it the document you meant?"
        ) from None
    limits = [error for error in parser.error_log if error.type_name == "ERR_RESOURCE_LIMIT"]
    if limits:
        raise RefusedError(
            f"{name} is nested deeper than 255 elements or holds an endless line (line "
            f"{limits[0].line}). Open it in a browser, save it again as a complete page."
        )
    check_length(name, sum(map(len, root.itertext())))
    return root


def main_part(root: HtmlElement) -> HtmlElement:
    """The part that the page marks as its main one; the whole page where it marks none or many."""
    for query in ("//main | //*[@role='main']", "//article"):
        found = [part for part in root.xpath(query) if part.text_content().strip()]
        if len(found) == 1:
            part: HtmlElement = found[0]
            return part
    return root


def language(root: HtmlElement, content: HtmlElement) -> str | None:
    """The language that the page declares, two or three letters."""
    declared = root.xpath("//meta[translate(@http-equiv,'CL','cl')='content-language']/@content")
    printed = [part.get("lang") or part.get("xml:lang") for part in (content, root)]
    for value in (*printed, *declared):
        if value and (found := re.match(r"\s*([a-zA-Z]{2,3})\b", value)):
            return found[1].lower()
    return None
