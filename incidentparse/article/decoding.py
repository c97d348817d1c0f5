"""From bytes to text: what is no text is refused, the encoding is found, and doubts are told."""

from __future__ import annotations

import codecs
import re

from incidentparse.errors import BadEncodingError, NotTextError

_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"RIFF", "a media file"),
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4096  # Bytes looked at to tell text from other files.
# Share of NUL bytes at even or odd places from which a file without a byte-order mark is UTF-16: English has all.
_UTF16_NULS = 0.4
# Share of control characters from which a file is no text; stray ones occur in scraped pages.
_MAX_CONTROLS = 0.05
# Share of bytes beyond ASCII up to which broken UTF-8 is English with stray Windows bytes (its quotes and dashes
# are 1 to 3 in 100 characters); above, it is another script in an encoding of its own.
_MAX_STRAY = 0.15
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HIGH = re.compile(rb"[\x80-\xff]")
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
# A character beyond ASCII in valid UTF-8, or (the group) a byte that is part of none.
_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]"
    rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}|([\x80-\xff])"
)


def decode(raw: bytes, *, name: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text of an article's bytes, and warnings where the encoding had to be inferred.

    Args:
        raw: the bytes of a text or HTML file.
        name: names the article in errors.

    Raises:
        NotTextError: the bytes are a picture, a PDF, an archive or the like.
        BadEncodingError: no encoding reads them.
    """
    for signature, what in _SIGNATURES:
        if raw.startswith(signature):
            raise NotTextError(f"this is {what}, not text: convert it to text first", article_id=name)
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return _strictly(raw[len(bom) :], encoding, name), ()
    sample = raw[:_SAMPLE]
    if b"\x00" in sample:
        return _utf16(raw, sample, name), ()
    if len(_CONTROLS.findall(sample)) > _MAX_CONTROLS * len(sample):
        raise NotTextError("this is binary data, not text: convert it to text first", article_id=name)
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _fallback(raw, name)


def _strictly(raw: bytes, encoding: str, name: str | None) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"the byte-order mark says {encoding}, but {error.reason} at byte {error.start}: save it as UTF-8"
        raise BadEncodingError(message, article_id=name) from error


def _utf16(raw: bytes, sample: bytes, name: str | None) -> str:
    half = max(1, len(sample) // 2)
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if sample[offset::2].count(0) > _UTF16_NULS * half and len(raw) % 2 == 0:
            try:
                return raw.decode(encoding)
            except UnicodeDecodeError:
                break
    raise NotTextError("this is binary data, not text: convert it to text first", article_id=name)


def _fallback(raw: bytes, name: str | None) -> tuple[str, tuple[str, ...]]:
    declared = _DECLARED.search(raw[:_SAMPLE])
    if declared:
        try:
            encoding = codecs.lookup(declared[1].decode("ascii")).name
            if not encoding.startswith("utf-8"):
                return raw.decode(encoding), ()
        except (LookupError, ValueError):
            pass  # A page may name an encoding that it is not in; the bytes decide then.
    if len(_HIGH.findall(raw)) <= _MAX_STRAY * len(raw):
        text, stray = _utf8_with_stray_bytes(raw)
        return text, (f"not valid UTF-8: {stray} bytes read as Windows-1252",)
    from charset_normalizer import from_bytes

    best = from_bytes(raw[: 16 * _SAMPLE]).best()
    if best is None:
        raise BadEncodingError("the text is in no encoding that was tried: save it as UTF-8", article_id=name)
    return raw.decode(best.encoding, "replace"), (f"not valid UTF-8: read as {best.encoding}, which is inferred",)


def _utf8_with_stray_bytes(raw: bytes) -> tuple[str, int]:
    """Valid UTF-8 stands; each other byte is what Windows meant by it, so a mixed file loses nothing."""
    stray = 0

    def read(match: re.Match[bytes]) -> bytes:
        nonlocal stray
        if not match[1]:
            return match[0]
        stray += 1
        return match[1].decode("cp1252", "replace").encode()

    return _SEQUENCE.sub(read, raw).decode("utf-8"), stray
