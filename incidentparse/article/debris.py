"""Page debris out, and what a page prints twice counted once; no sentence that reports anything is dropped."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from pydantic import Field

from incidentparse.lexicons import LexiconEntry, load_lexicon

# Shorter paragraphs and sentences may stand twice on purpose ("No one was hurt."); longer ones do by the page's fault.
MIN_REPEATED = 40
# A caption whose credit was cut out stays where it is a sentence; so few words without a full stop are a name.
_MAX_CAPTION_WORDS = 7
# A comments section is the end of a page: such a line in the first third is something else.
_SECTION_FROM = 1 / 3
# Headlines of other articles follow their heading without a full stop and are no longer than this.
_MAX_HEADLINE = 160

_SENTENCE_GAP = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][\"”’)]))\s+(?=[\"“‘(\[©]?[A-Z0-9@©])")
_SENTENCE_END = re.compile(r"[.!?][\"”’)\]]*$")
_WORD = re.compile(r"\w+")
_TRUNCATED = re.compile(r"\s?(?:\.\.\.|…)$")
# What precedes the first words in one of two copies of a lead: "CHICAGO — ", "MIAMI (WSVN) - ".
_DATELINE = re.compile(
    r"^[A-Z][^a-z]{2,60}?(?:\([^()]{2,40}\)\s?)?(?:--|[-–—])\s+(?=\S)"
    r"|^[A-Z][\w .,'’]{2,40}(?:\([^()]{2,40}\) ?)(?:--|[-–—])\s+"
)


# Lines and sentences of debris are no longer; nor can a pattern take long on so few characters.
_MAX_DEBRIS = 500


class DebrisKind(StrEnum):
    """How much a pattern of debris takes with it."""

    LINE = "line"
    SENTENCE = "sentence"
    STRIP = "strip"
    SECTION = "section"
    LINKS = "links"


class DebrisPattern(LexiconEntry):
    """A line of debris.jsonl."""

    kind: DebrisKind
    pattern: str
    examples: tuple[str, ...] = Field(min_length=1)


@cache
def debris_patterns() -> tuple[DebrisPattern, ...]:
    """The entries of lexicons/debris.jsonl."""
    return load_lexicon("debris.jsonl", DebrisPattern)


@cache
def _compiled(kind: DebrisKind) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p.pattern})" for p in debris_patterns() if p.kind == kind), re.IGNORECASE)


@cache
def _strips() -> tuple[re.Pattern[str], ...]:
    """The patterns to cut out, one by one: each has a literal to look for, which is faster than all in one."""
    return tuple(re.compile(p.pattern, re.IGNORECASE) for p in debris_patterns() if p.kind is DebrisKind.STRIP)


def without_debris(paragraphs: list[str]) -> list[str]:
    """The paragraphs without debris."""
    kept = _without_links(_without_section(paragraphs))
    return [p for p in map(clean_paragraph, kept) if p]


def _without_section(paragraphs: list[str]) -> list[str]:
    """The paragraphs before the readers' comments."""
    section = _compiled(DebrisKind.SECTION)
    for number, paragraph in enumerate(paragraphs):
        if number >= max(1.0, len(paragraphs) * _SECTION_FROM) and section.fullmatch(paragraph):
            return paragraphs[:number]
    return paragraphs


def _without_links(paragraphs: list[str]) -> list[str]:
    """The paragraphs without lists of other articles' headlines."""
    heading = _compiled(DebrisKind.LINKS)
    kept, inside = [], False
    for paragraph in paragraphs:
        inside = heading.fullmatch(paragraph) is not None or (
            inside and len(paragraph) <= _MAX_HEADLINE and not _SENTENCE_END.search(paragraph)
        )
        if not inside:
            kept.append(paragraph)
    return kept


def clean_paragraph(paragraph: str) -> str:
    """A paragraph without its debris, "" where it is nothing else."""
    if _is_debris(paragraph, DebrisKind.LINE):
        return ""
    stripped = paragraph
    for pattern in _strips():
        stripped = pattern.sub("", stripped)
    stripped = stripped.strip()
    if stripped != paragraph:
        if not _SENTENCE_END.search(stripped) and len(stripped.split()) <= _MAX_CAPTION_WORDS:
            return ""
        if _is_debris(stripped, DebrisKind.LINE):
            return ""
    sentences = _SENTENCE_GAP.split(stripped)
    kept = [s for s in sentences if not _is_debris(s, DebrisKind.SENTENCE)]
    return stripped if len(kept) == len(sentences) else " ".join(kept)


def _is_debris(text: str, kind: DebrisKind) -> bool:
    return len(text) <= _MAX_DEBRIS and _compiled(kind).fullmatch(text) is not None


def _key(text: str) -> str:
    return " ".join(_WORD.findall(text)).lower()


def once(paragraphs: list[str]) -> list[str]:
    """Each long paragraph and sentence once: the copy behind a dateline, else the first."""
    keys = [_key(p) for p in paragraphs]
    behind = {_key(p[m.end() :]) for p in paragraphs if (m := _DATELINE.match(p))}
    seen: set[str] = set()
    result = []
    for number, (paragraph, key) in enumerate(zip(paragraphs, keys, strict=True)):
        if len(key) < MIN_REPEATED:
            result.append(paragraph)
            continue
        if key in behind or key in seen or _is_teaser(paragraph, key, keys, number):
            continue
        seen.add(key)
        kept = []
        sentences = _SENTENCE_GAP.split(paragraph)
        for sentence in sentences:
            sentence_key = _key(sentence)
            if len(sentence_key) < MIN_REPEATED or len(sentences) == 1 or sentence_key not in seen:
                kept.append(sentence)
            seen.add(sentence_key)
        if kept:
            result.append(paragraph if len(kept) == len(sentences) else " ".join(kept))
    return result


def _is_teaser(paragraph: str, key: str, keys: list[str], number: int) -> bool:
    """Whether a paragraph breaks off with dots and another goes on from there."""
    if not _TRUNCATED.search(paragraph):
        return False
    return any(other.startswith(key) and len(other) > len(key) for n, other in enumerate(keys) if n != number)
