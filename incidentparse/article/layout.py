"""Clean characters and whole paragraphs: line ends, invisible characters, hard-wrapped lines."""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from itertools import pairwise

# Lines of hard-wrapped copy are 60 to 80 characters wide; wider lines are paragraphs, narrower ones lists and verse.
_MIN_WIDTH, _MAX_WIDTH = 50, 100
# Share of line ends inside blocks that must fall where the next word no longer fitted, for a text to be hard-wrapped,
# and share that must fall inside a sentence: wire copy has over 0.9 and 0.6, lists of short paragraphs under 0.4.
_MIN_FILLED, _MIN_OPEN = 0.6, 0.35
# Fewer line ends than these tell nothing of the width of a text.
_MIN_LINE_ENDS = 2

_LINE_END = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    r"[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]"
)
_CONTROL = re.compile(r"\x1b\[[0-9;]*[A-Za-z]|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]|[\ud800-\udfff]")
# Character references that archives of web pages have left in their text: "&ndash;".
_REFERENCE = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,5}|#x[0-9A-Fa-f]{2,5});")
_SPACES = re.compile(r"[^\S\n]+")
_BLANK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_SENTENCE_END = re.compile(r"[.!?:][\"'”’)\]]*$")
# Pages whose paragraphs were run together: "on Monday afternoon.A fourth victim was".
_GLUED = re.compile(r"((?<!\S)[^\s./@]*[a-z]{2}[.!?][\"”]?)(?=[A-Z][a-z]*[\s,’'])")


def clean_characters(text: str) -> str:
    """The text in NFC, with ``\\n`` for every line end, without control characters and references."""
    text = _REFERENCE.sub(lambda match: unescape(match[0]), text)
    text = _INVISIBLE.sub("", _LINE_END.sub("\n", text))
    text = _CONTROL.sub(" ", text)
    return unicodedata.normalize("NFC", text)


def paragraphs(text: str) -> list[str]:
    """The paragraphs of clean text, each one line with single spaces; none is empty."""
    blocks = [_block(block) for block in _BLANK.split(text)]
    if _hard_wrapped(blocks):
        separated = len(blocks) > 1
        lines = [paragraph for block in blocks for paragraph in _unwrap(block, _width(blocks), separated)]
    else:
        lines = [line for block in blocks for line, _ in block]
    return [_GLUED.sub(r"\1 ", line) for line in lines if line]


def _block(block: str) -> list[tuple[str, bool]]:
    """The lines of a block, each with whether it is indented."""
    lines = [(_SPACES.sub(" ", line), line[:2].isspace() and len(line) > 2) for line in block.split("\n")]
    return [(line.strip(), indented) for line, indented in lines if line.strip()]


def _width(blocks: list[list[tuple[str, bool]]]) -> int:
    return max((len(line) for block in blocks for line, _ in block), default=0)


def _hard_wrapped(blocks: list[list[tuple[str, bool]]]) -> bool:
    width = _width(blocks)
    if not _MIN_WIDTH <= width <= _MAX_WIDTH:
        return False
    pairs = [(a, b) for block in blocks for (a, _), (b, _) in pairwise(block)]
    if len(pairs) < _MIN_LINE_ENDS:
        return len(pairs) > 0 and all(_filled(a, b, width) and not _SENTENCE_END.search(a) for a, b in pairs)
    filled = sum(_filled(a, b, width) for a, b in pairs)
    inside = sum(not _SENTENCE_END.search(a) for a, _ in pairs)
    return filled >= _MIN_FILLED * len(pairs) and inside >= _MIN_OPEN * len(pairs)


def _filled(line: str, following: str, width: int) -> bool:
    """Whether the next line's first word no longer fitted on this line; markup lets lines fall a little short."""
    return len(line) + 1 + len(following.split(" ", 1)[0]) > width - 4


def _unwrap(block: list[tuple[str, bool]], width: int, separated: bool) -> list[str]:
    """The paragraphs of a hard-wrapped block; without blank lines a short line that ends a sentence ends one."""
    result: list[str] = []
    previous = ""
    for position, (line, indented) in enumerate(block):
        starts = position == 0 or (indented and not block[position - 1][1] and _SENTENCE_END.search(previous))
        if not starts and not separated:
            starts = bool(_SENTENCE_END.search(previous)) and not _filled(previous, line, width)
        if starts:
            result.append(line)
        elif previous.endswith("-") and previous[-2:-1].isalnum():  # "anti-" at a line's end
            result[-1] += line
        else:
            result[-1] += " " + line
        previous = line
    return result
