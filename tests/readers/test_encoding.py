"""From bytes to text: encodings, binary files, characters that cannot be stored."""

from __future__ import annotations

import codecs
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import ReadError
from factcheck.readers.encoding import decode, storable

FRENCH = "Le préfet a déclaré que « dix soldats » avaient été tués à Besançon ; l’armée dément.\n"
RUSSIAN = "Министерство обороны сообщило о гибели десяти военнослужащих в ходе ночного обстрела города.\n"
GREEK = "Η πυροσβεστική ανακοίνωσε ότι τέσσερις άνθρωποι έχασαν τη ζωή τους στη φωτιά.\n"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (FRENCH.encode(), FRENCH),
        (codecs.BOM_UTF8 + FRENCH.encode(), FRENCH),
        (FRENCH.encode("utf-16"), FRENCH),
        (codecs.BOM_UTF16_BE + FRENCH.encode("utf-16-be"), FRENCH),
        (FRENCH.encode("utf-16-le"), FRENCH),
        (FRENCH.encode("utf-16-be"), FRENCH),
        (FRENCH.encode("utf-32"), FRENCH),
        (FRENCH.encode("cp1252"), FRENCH),
        (FRENCH.replace("’", "'").encode("latin-1"), FRENCH.replace("’", "'")),
        ((RUSSIAN * 5).encode("cp1251"), RUSSIAN * 5),
        (RUSSIAN.encode("utf-16"), RUSSIAN),
        (b"caf\xe9 \x8d", "caf\xe9 \x8d"),
    ],
)
def test_text_is_read_in_the_encoding_it_is_in(data: bytes, text: str) -> None:
    assert decode(data, where="a.txt") == text


@pytest.mark.parametrize(
    ("declared", "data", "text"),
    [
        ("iso-8859-7", GREEK.encode("iso-8859-7"), GREEK),
        ("windows-1251", RUSSIAN.encode("cp1251"), RUSSIAN),
        ("iso-8859-1", "“dix”".encode("cp1252"), "“dix”"),  # as browsers read it
        ("shift_jis", "死者は十人".encode("shift_jis"), "死者は十人"),
        ("utf-8", "été".encode("cp1252"), "été"),
        ("iso-8859-1", FRENCH.encode(), FRENCH),  # a wrong declaration: the bytes prove to be UTF-8
        ("utf-16", FRENCH.encode(), FRENCH),
        ("no-such-thing", FRENCH.encode(), FRENCH),
        ("hex", b"0a0b", "0a0b"),
    ],
)
def test_a_declared_encoding_is_believed_unless_it_cannot_be_true(declared: str, data: bytes, text: str) -> None:
    assert decode(data, where="a.html", declared=declared) == text


def test_one_damaged_character_does_not_spoil_the_others() -> None:
    damaged = FRENCH.encode() * 3 + b"\xff fin"
    assert decode(damaged, where="a.txt") == FRENCH * 3 + "\ufffd fin"


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 text", b"PK\x03\x04rest", b"\x89PNG\r\n", b"GIF89a", b"\xff\xd8\xff\xe0", b"\x1f\x8b\x08",
        b"\xd0\xcf\x11\xe0\xa1", b"{\\rtf1 Six died.}", b"SQLite format 3\x00", b"\x7fELF\x02", b"Six\x00died.",
        Random(7).randbytes(5000), bytes(range(256)) * 4, codecs.BOM_UTF16_LE + Random(7).randbytes(5001),
    ],
)  # fmt: skip
def test_a_binary_file_is_no_text(data: bytes) -> None:
    with pytest.raises(ReadError, match=r"^a\.txt: binary, not text"):
        decode(data, where="a.txt")


def test_what_no_database_takes_is_replaced_one_for_one() -> None:
    assert storable("a\x00b\ud800c\udfffd") == "a\ufffdb\ufffdc\ufffdd"
    assert storable("a😀b") == "a😀b"


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
def test_text_in_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(("plain words first, " + text).encode(), where="a.txt") == "plain words first, " + text


@given(st.binary())
def test_any_bytes_are_either_storable_text_or_refused(data: bytes) -> None:
    try:
        text = decode(data, where="a.txt")
    except ReadError:
        return
    assert text.encode("utf-8").count(b"\x00") == 0
    assert "\r" not in text
