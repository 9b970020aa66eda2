"""A Word file as its parts: a zip archive of XML, opened with every guard that either needs."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from lanzadash.reading.formats.blocks import RefusedError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

MAX_UNPACKED = 200 * 2**20
MAX_RATIO = 200
MAX_MEMBERS = 10_000
_RATIO_MATTERS = 10 * 2**20

# Word can save "strict" files, which differ in the names of their namespaces only.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
)
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DC = "{http://purl.org/dc/elements/1.1/}"
_OLE = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True)
class Relation:
    """A link from one part to another, or to an outside address."""

    kind: str
    target: str
    is_external: bool


class Package:
    """The parts of one file. Raises ``RefusedError`` where they cannot be trusted or read."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        if data.startswith(_OLE):
            raise RefusedError(_ole_reason(name, data))
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            raise RefusedError(f"{name} is broken: no Word file can be opened in it.") from None
        self._members = {info.filename: info for info in self._archive.infolist()}
        self._relations: dict[str, dict[str, Relation]] = {}
        self._check()

    def _check(self) -> None:
        infos = self._archive.infolist()
        unpacked = sum(info.file_size for info in infos)
        packed = sum(info.compress_size for info in infos)
        if len(infos) > MAX_MEMBERS:
            raise RefusedError(f"{self.name} packs {len(infos):,} files; no Word file does.")
        if unpacked > MAX_UNPACKED or unpacked > max(_RATIO_MATTERS, MAX_RATIO * packed):
            raise RefusedError(
                f"{self.name} would unpack from {packed >> 10:,} kB to {unpacked >> 20:,} MB; "
                f"at most {MAX_UNPACKED >> 20} MB and {MAX_RATIO} times its size are read."
            )
        for info in infos:
            if info.filename.startswith("/") or ".." in re.split(r"[/\\\\]", info.filename):
                raise RefusedError(f"{self.name} packs a file outside itself ({info.filename!r}).")
            if info.flag_bits & 1:
                raise RefusedError(f"{self.name} is encrypted. Save it without a password.")

    def tree(self, part: str) -> Element | None:
        """The root element of ``part``; ``None`` where the file has no such part."""
        info = self._members.get(part)
        if info is None:
            return None
        try:
            data = self._archive.read(info)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError):
            raise RefusedError(f"{self.name} is broken: its {part} cannot be unpacked.") from None
        for strict, transitional in _STRICT:
            data = data.replace(strict, transitional)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise RefusedError(_xml_reason(self.name, part, str(error))) from None
        if root.getroottree().docinfo.doctype:
            raise RefusedError(f"{self.name} defines entities in {part}, which no Word file does.")
        return root

    def required(self, part: str) -> Element:
        """The root element of ``part``, which the file must have."""
        root = self.tree(part)
        if root is None or root.tag != W + "document":
            raise RefusedError(f"{self.name} holds no Word document. Save it as .docx.")
        return root

    def property(self, name: str) -> str | None:
        """What the file says of itself: ``title``, ``language``."""
        root = self.tree(self.related("", "core-properties") or "docProps/core.xml")
        said = (
            root.findtext(f"{{http://purl.org/dc/elements/1.1/}}{name}")
            if root is not None
            else None
        )
        return " ".join((said or "").split()) or None

    def page_count(self) -> int:
        """How many pages the file says it had when it was last saved; 0 where it does not."""
        root = self.tree(self.related("", "extended-properties") or "docProps/app.xml")
        said = (root.findtext("{*}Pages") or "") if root is not None else ""
        return int(said) if said.isdecimal() and len(said) < 10 else 0

    def relations(self, part: str) -> dict[str, Relation]:
        """What ``part`` links to, by id; the whole file's own links for the part ``""``."""
        if part not in self._relations:
            self._relations[part] = self._read_relations(part)
        return self._relations[part]

    def _read_relations(self, part: str) -> dict[str, Relation]:
        folder, file = posixpath.split(part)
        root = self.tree(posixpath.join(folder, "_rels", f"{file}.rels"))
        found: dict[str, Relation] = {}
        for link in root.iter(_RELATIONSHIP) if root is not None else ():
            kind = link.get("Type", "").rpartition("/")[2]
            target, is_external = link.get("Target", ""), link.get("TargetMode") == "External"
            if not is_external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[link.get("Id", "")] = Relation(kind, target, is_external)
        return found

    def related(self, part: str, kind: str) -> str | None:
        """The one part of this ``kind`` that ``part`` links to, if there is one."""
        links = self.relations(part).values()
        return next((link.target for link in links if link.kind == kind), None)

    def main_part(self) -> str:
        """The part that holds the document itself."""
        return self.related("", "officeDocument") or "word/document.xml"


def _ole_reason(name: str, data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return f"{name} is encrypted. Open it with its password and save it without one."
    return f"{name} is in the old Word format (.doc). Open it in Word and save it as .docx."


def _xml_reason(name: str, part: str, error: str) -> str:
    if "depth" in error:
        return f"{name} is nested too deep in {part}; no Word file is."
    if "ntit" in error:
        return f"{name} defines entities in {part}, which no Word file does."
    return f"{name} is broken: its {part} is not well-formed. Open it in Word and save it again."
