"""From bytes to text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidentparse.article.decoding import decode
from incidentparse.errors import ArticleError, BadEncodingError, NotTextError

TEXT = "Two killed in Bogotá – police say “no arrests”"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        pytest.param(TEXT.encode(), TEXT, id="utf8"),
        pytest.param(TEXT.encode("utf-8-sig"), TEXT, id="utf8_with_bom"),
        pytest.param(TEXT.encode("utf-16"), TEXT, id="utf16_with_bom"),
        pytest.param(b"\xfe\xff" + TEXT.encode("utf-16-be"), TEXT, id="utf16_big_endian"),
        pytest.param(TEXT.encode("utf-32"), TEXT, id="utf32"),
        pytest.param(TEXT.encode("utf-16-le"), TEXT, id="utf16_without_bom"),
        pytest.param(
            b'<html><meta charset="iso-8859-1"><p>Bogot\xe1</p></html>',
            '<html><meta charset="iso-8859-1"><p>Bogotá</p></html>',
            id="declared_by_the_page",
        ),
    ],
)
def test_known_encodings(raw: bytes, text: str) -> None:
    assert decode(raw) == (text, ())


@pytest.mark.parametrize(
    ("raw", "text", "count"),
    [
        pytest.param(TEXT.encode("cp1252"), TEXT, 4, id="windows"),
        pytest.param(b"Bogot\xc3\xa1 and Bogot\xe1 are one", "Bogotá and Bogotá are one", 1, id="mixed"),
        pytest.param(b"Three killed in Sana\xe2\x80", "Three killed in Sana\u00e2\u20ac", 2, id="cut_character"),
    ],
)
def test_stray_bytes_are_read_as_windows_meant_them(raw: bytes, text: str, count: int) -> None:
    assert decode(raw) == (text, (f"not valid UTF-8: {count} bytes read as Windows-1252",))


def test_another_script_is_inferred_with_a_warning() -> None:
    text, warnings = decode("Взрыв в центре города привел к гибели троих человек, сообщает полиция.".encode("cp1251"))
    assert text.startswith("Взрыв в центре города")
    assert "inferred" in warnings[0]


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        pytest.param(b"\x89PNG\r\n\x1a\nrest", "a PNG picture", id="png"),
        pytest.param(b"%PDF-1.7\n", "a PDF", id="pdf"),
        pytest.param(b"PK\x03\x04word/document.xml", "a zip archive or an office document", id="docx"),
        pytest.param(b"\xff\xd8\xff\xe0", "a JPEG picture", id="jpeg"),
        pytest.param(b"MZ\x00\x01\x02\x03\x04", "binary data", id="nul_bytes"),
        pytest.param(b"\x01\x02\x03\x04\x05\x06 abc", "binary data", id="control_characters"),
    ],
)
def test_what_is_no_text_is_refused(raw: bytes, what: str) -> None:
    with pytest.raises(NotTextError, match=f"x.txt: this is {what}"):
        decode(raw, name="x.txt")


def test_a_byte_order_mark_that_lies_is_an_error() -> None:
    with pytest.raises(BadEncodingError, match="save it as UTF-8"):
        decode(b"\xef\xbb\xbfBogot\xe1")


@given(st.binary(max_size=200))
def test_bytes_are_text_or_an_article_error(raw: bytes) -> None:
    try:
        text, _ = decode(raw)
    except ArticleError:
        return
    assert isinstance(text, str)


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), max_size=100))
def test_utf8_is_read_as_it_is(text: str) -> None:
    if not text.startswith(("\ufeff", "%PDF", "RIFF", "PK", "GIF8", "BZh", "{\\rtf")):
        assert decode(text.encode()) == (text, ())
