"""From bytes to text that can be stored: the declared encoding first, then UTF-8, then a guess."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from factcheck.errors import ReadError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = {
    b"%PDF": "a PDF file", b"PK\x03\x04": "a ZIP, Word, Excel or OpenDocument file", b"\x1f\x8b": "a gzip file",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel file", b"{\\rtf": "an RTF file", b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture", b"GIF8": "a picture", b"RIFF": "sound or film", b"ID3\x03": "sound",
    b"ID3\x04": "sound", b"SQLite format 3": "a database", b"PAR1": "a Parquet file", b"BZh9": "a bzip2 file",
    b"\xfd7zXZ": "an xz file", b"7z\xbc\xaf": "a 7-Zip file", b"Rar!": "a RAR file", b"\x7fELF": "a program",
    b"\x28\xb5\x2f\xfd": "a Zstandard file",
}  # fmt: skip
_HEAD = 65_536
_NOT_IN_TEXT = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f]")
MAX_CONTROL_SHARE = 0.02
"""Above this share of control characters a file is no text: texts have none or a few, random bytes have 10 %."""
MAX_HIGH_SHARE_LATIN = 0.2
"""Bytes from 0x80 up: below a tenth in languages in Latin letters (French 4 %), above half in others."""
MIN_HIGH_TO_GUESS = 20
"""With fewer such bytes there is too little to go by: charset-normalizer makes 'ZÈZ' of a short 'été'."""
_MAINFRAME = ["cp037", "cp1026", "cp1140", "cp273", "cp424", "cp500", "cp875"]
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def decode(data: bytes, *, where: str, declared: str | None = None) -> str:
    """The text that the bytes hold, ready to be stored; its line ends are LF and it has no byte order mark.

    A byte order mark is believed first, then the declared encoding (unless the bytes prove to be UTF-8, which no
    text in another encoding is by chance), then UTF-8, then UTF-16 without a mark. What is left is Windows-1252
    (which covers Latin-1) when most bytes are plain letters, and else what charset-normalizer makes of it.

    Raises:
        ReadError: the bytes are not text.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _clean(_strictly_enough(data[len(mark) :], encoding, where))
    wide = _wide_encoding(data)
    if wide is None:
        refuse_binary(data, where)
    proven = "utf-8" if not data.isascii() else None
    for encoding in filter(None, (wide, proven, _known(declared), "utf-8")):
        text = _attempt(data, encoding)
        if text is not None:
            return _clean(text)
    return _clean(_guessed(data))


def storable(text: str) -> str:
    """The text with NUL and lone surrogates, which no database takes, as U+FFFD one for one (offsets stay)."""
    return _UNSTORABLE.sub("\ufffd", text)


def refuse_binary(data: bytes, where: str) -> None:
    """Nothing, when the bytes may be text in an encoding of single bytes or UTF-8.

    Raises:
        ReadError: they are a picture, an archive, a program, ...
    """
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            raise _binary(where, f" ({kind})")
    head = data[:_HEAD]
    if b"\x00" in data or len(_NOT_IN_TEXT.findall(head)) > MAX_CONTROL_SHARE * len(head):
        raise _binary(where)


def _binary(where: str, kind: str = "") -> ReadError:
    hint = "Save it as plain text (UTF-8) or as a web page."
    return ReadError(f"binary, not text{kind}", where=where, hint=hint)


def _clean(text: str) -> str:
    return storable(text.replace("\r\n", "\n").replace("\r", "\n"))


def _strictly_enough(data: bytes, encoding: str, where: str) -> str:
    """Text in the encoding that a mark names; a cut-off end is forgiven, a file full of errors is not."""
    text = data.decode(encoding, "replace")
    if text.count("\ufffd") > 1 + MAX_CONTROL_SHARE * len(text):
        raise _binary(where)
    return text


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark, when nearly every second byte is NUL (as in any text of mostly Latin letters)."""
    head = data[:_HEAD]
    half = len(head) // 2
    if len(data) % 2 or half == 0:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > 0.7 * half and even < 0.01 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.01 * half else None


def _known(declared: str | None) -> str | None:
    """Python's name of a declared encoding; None for an unknown one and for one that a declaration cannot name."""
    try:
        name = codecs.lookup(declared or "").name
    except LookupError:
        return None
    if name.startswith(("utf-16", "utf-32")):  # a declaration that can be read byte by byte is in neither
        return None
    return {"iso8859-1": "cp1252", "ascii": "cp1252"}.get(name, name)  # as browsers do


def _attempt(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):  # LookupError: Python counts 'hex' and the like among its encodings
        return None


def _guessed(data: bytes) -> str:
    """Text in an encoding that nobody declared, and which is not UTF-8."""
    lenient = data.decode("utf-8", "replace")
    broken, whole = lenient.count("\ufffd"), sum(1 for c in lenient if c > "\x7f")
    if whole - broken > 3 * broken:  # UTF-8 with a few damaged characters
        return lenient
    head = data[:_HEAD]
    if sum(byte > 0x7F for byte in head) > max(MAX_HIGH_SHARE_LATIN * len(head), MIN_HIGH_TO_GUESS):
        best = from_bytes(head, cp_exclusion=_MAINFRAME).best()
        if best is not None:
            return data.decode(best.encoding, "replace")
    return _attempt(data, "cp1252") or data.decode("latin-1")
