"""Truecasing: text in capitals read as a tagger expects it, with the same length so that offsets stand."""

from __future__ import annotations

import re
from functools import lru_cache

from incidentparse.article.english import english_function_words
from incidentparse.language.named_words import named_words
from incidentparse.language.word_case import Case, word_case

# A paragraph is in capitals if so much of its letters are; the rest are slips and units ("12 km").
_MIN_CAPITALS = 0.9
# Fewer words in capitals inside a text of mixed case are a heading or acronyms as they stand ("WARREN", "FBI RAID").
_MIN_WORDS = 3
# The beginning of a paragraph tells mixed case at once, by so many small letters.
_GLANCE, _SMALL_LETTERS = 80, 25
# Unknown words without a vowel, up to so long, are acronyms ("FMLN"); so are unknown ones in brackets ("[URNG]").
_MAX_ACRONYM, _MAX_BRACKETED = 5, 6
# Behind so many words at most a dash ends the dateline.
_DATELINE_WORDS = 12

_PARAGRAPH = re.compile(r"[^\n]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_SMALL = re.compile(r"[a-zà-öø-ÿ]")
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ]")
# Abbreviations with dots stand as they are; other words may hold an apostrophe.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*")
_STOP = re.compile(r"[.!?][\"”’')\]]*\s[^\d]*$|[:\]]\s*[\"“]$")
_DASH = re.compile(r"(?:--|[—–]|\s-)\s*$")
_VOWEL = re.compile(r"[aeiouyà-ý]")
_SUFFIX = re.compile(r"['’](?:s|d|m|re|ve|ll)$")
_NO_NAMES = frozenset(("a.m.", "p.m.", "e.g.", "i.e.", "a.k.a."))
_BEHIND_DIGITS = frozenset(("th", "st", "nd", "rd", "d", "s", "km", "kg", "mm", "cm", "m", "pm", "am"))
_BESIDE = frozenset((" ", "-", "/"))

# Inside a name these are small ("LUIS DE LA REINA"); at its head the articles are not ("LA PAZ").
_PARTICLES = frozenset(
    ("de", "del", "da", "do", "dos", "das", "di", "du", "van", "von", "der", "bin", "ibn", "bint", "y")
)
_ARTICLES = frozenset(("la", "las", "el", "los", "al", "le", "les"))
_HYPHENED = frozenset(("al", "el", "ez", "es", "ed", "ad", "an", "as", "ar", "ash", "az", "ul"))  # "Deir ez-Zor"
_JOINERS = frozenset(("of", "for", "and", "the", "in", "on", "de", "la", "del", "y", "para"))
# Words that are months only beside a number.
_MONTHS = frozenset(("may", "march", "mar", "dec", "jan"))
# Words that their surroundings decide, besides those of the case EITHER.
_SPECIAL = _PARTICLES | _ARTICLES | _HYPHENED | _MONTHS | {"us"}


def truecase(text: str) -> str:
    """The text with ordinary case where it was written in capitals; same length.

    Sentence starts, names and acronyms keep their capitals. Words come from a table of usual case; words that are
    written both ways are names beside names, and unknown words are names, as they mostly are in the news.
    """
    spans = _capital_passages(text)
    if not spans:
        return text
    parts: list[str] = []
    position = 0
    for start, end in spans:
        parts += (text[position:start], _Passage(text[start:end]).truecased())
        position = end
    return "".join((*parts, text[position:]))


def _capital_passages(text: str) -> list[tuple[int, int]]:
    """The paragraphs in capitals; in a text all in capitals its short ones too."""
    whole = _in_capitals(text)
    return [
        match.span()
        for match in _PARAGRAPH.finditer(text)
        if _in_capitals(match[0]) and (whole or len(_LETTERS.findall(match[0])) >= _MIN_WORDS)
    ]


def _in_capitals(text: str) -> bool:
    if len(_SMALL.findall(text[:_GLANCE])) > _SMALL_LETTERS:
        return False
    if text.isupper():
        return True
    capitals = len(_CAPITAL.findall(text))
    return capitals > 0 and capitals >= _MIN_CAPITALS * (capitals + len(_SMALL.findall(text)))


@lru_cache(maxsize=65536)
def _reading(written: str) -> tuple[str, Case, str]:
    """A word by itself: in small letters, its case, and how it is written in that case."""
    small = written.lower()
    if len(small) != len(written):  # Some letters have no single small one: such a word stays as it is.
        return written, Case.LOWER, written
    if "." in small:
        return (small, Case.LOWER, small) if small in _NO_NAMES else (small, Case.UPPER, written)
    if len(small) == 1:
        return (small, Case.LOWER, small) if small == "a" else (small, Case.UPPER, written)
    table = word_case()
    case, base = table.cases.get(small), small
    if case is None and ("'" in small or "’" in small):
        if small.endswith(("n't", "n’t")):
            return small, Case.LOWER, small
        base = _SUFFIX.sub("", small)
        case = Case.UPPER if base == "i" else table.cases.get(base)
    if case is None:
        case = Case.UPPER if len(small) <= _MAX_ACRONYM and not _VOWEL.search(small) else Case.TITLE
    if case <= Case.EITHER:
        return small, case, small
    if case is Case.MIXED:
        return small, case, table.mixed[base] + small[len(base) :]
    if case is Case.UPPER:
        return small, case, written[: len(base)] + small[len(base) :]
    return small, case, _title(written)


def _title(written: str) -> str:
    """A name: "Duarte", "O'Brien", "D'Aubuisson", "McNamara"."""
    small = written.lower()
    inner = len(small) > 4 and (small[1] in "'’" or small.startswith("mc"))
    return written[0] + small[1] + written[2] + small[3:] if inner else written[0] + small[1:]


def _is_name_behind(before: str, small: str) -> bool:
    """Whether a word that is usually small is a name because of the title before it: "Gen. Bright"."""
    return before in named_words("short address") and small not in english_function_words()


class _Passage:
    """A passage in capitals on its way to ordinary case: its words in columns."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans = [match.span() for match in _WORD.finditer(text)]
        ends = [0, *(end for _, end in self._spans)]
        self._gaps = [text[end:start] for end, (start, _) in zip(ends, self._spans, strict=False)]
        read = [_reading(text[start:end]) for start, end in self._spans]
        self._small = [small for small, _, _ in read]
        self._case = [case for _, case, _ in read]
        self._form = [form for _, _, form in read]

    def truecased(self) -> str:
        """The passage with ordinary case."""
        self._mark_phrases()
        self._mark_acronyms()
        parts: list[str] = []
        position, before = 0, ""
        for number, (start, end) in enumerate(self._spans):
            small, gap = self._small[number], self._gaps[number]
            addressed = before in named_words("short address")
            if self._case[number] is Case.EITHER or small in _SPECIAL or addressed or gap[-1:].isdigit():
                self._settle(number)
            before = small
            form = self._form[number]
            if form[0].islower() and self._starts_sentence(number):
                form = self._text[start] + form[1:]
            parts += (self._text[position:start], form)
            position = end
        return "".join((*parts, self._text[position:]))

    def _set(self, number: int, case: Case) -> None:
        """A word's case, decided by its surroundings."""
        start, end = self._spans[number]
        self._case[number] = case
        written = self._text[start:end]
        self._form[number] = (
            self._small[number] if case is Case.LOWER else written if case is Case.UPPER else _title(written)
        )

    def _gap_after(self, number: int) -> str:
        return self._gaps[number + 1] if number + 1 < len(self._gaps) else self._text[self._spans[number][1] :]

    def _mark_phrases(self) -> None:
        """Names of several words that the table knows."""
        phrases = word_case().phrases
        for number, small in enumerate(self._small):
            if small in phrases and self._form[number][1:2].islower():
                self._mark_phrase(number, phrases[small])

    def _mark_phrase(self, number: int, candidates: list[tuple[list[str], list[str]]]) -> None:
        for smalls, forms in candidates:
            end = number + len(smalls)
            words = self._small[number:end]
            same = len(words) == len(smalls) and words[:-1] == smalls[:-1]
            if not same or _SUFFIX.sub("", words[-1]) != smalls[-1]:
                continue
            if all(gap in (" ", "-") for gap in self._gaps[number + 1 : end]):
                for position, form in enumerate(forms, start=number):
                    self._case[position] = Case.MIXED
                    self._form[position] = form + self._small[position][len(form) :]
                return

    def _mark_acronyms(self) -> None:
        """Acronyms in brackets, and the words before them that they stand for."""
        for number, small in enumerate(self._small):
            if self._gaps[number][-1:] not in ("(", "[") or self._gap_after(number)[:1] not in (")", "]"):
                continue
            spelt = self._spelt_out(number)
            for other in spelt:
                if self._case[other] < Case.TITLE:
                    self._set(other, Case.TITLE)
            if spelt or (small not in word_case().cases and len(small) <= _MAX_BRACKETED):
                for other, its in enumerate(self._small):
                    if its == small and (other == number or self._case[other] is not Case.LOWER):
                        self._set(other, Case.UPPER)

    def _spelt_out(self, number: int) -> list[int]:
        """The words before a bracket whose initials it holds, small words aside; [] if they do not match."""
        found: list[int] = []
        letters = list(self._small[number])
        for other in range(number - 1, -1, -1):
            if self._small[other][0] == letters[-1]:
                letters.pop()
                found.append(other)
            elif self._small[other] not in _JOINERS:
                break
            if not letters:
                return found
        return []

    def _settle(self, number: int) -> None:
        """Decides a word whose case its neighbours tell; those before it are decided."""
        small, case, gap = self._small[number], self._case[number], self._gaps[number]
        if case is Case.MIXED:
            return
        after = self._gap_after(number)
        before = self._small[number - 1] if number else ""
        if gap[-1:].isdigit():
            self._set(number, Case.LOWER if small in _BEHIND_DIGITS or len(small) == 1 else Case.UPPER)
        elif small in _MONTHS:
            dated = gap.strip(" .,(")[-1:].isdigit() or after[:3].strip(" .,").isdigit()
            self._set(number, Case.TITLE if dated else Case.LOWER)
        elif small == "us":
            self._set(number, Case.UPPER if self._is_country(number, after) else Case.LOWER)
        elif small in _PARTICLES or (small in _HYPHENED and after == "-"):
            self._set(number, Case.LOWER)
        elif small in _ARTICLES:
            head = self._named(number + 1) and after == " " and before not in _PARTICLES
            self._set(number, Case.TITLE if head else Case.LOWER)
        elif case is Case.EITHER:
            beside = (gap in _BESIDE and self._named(number - 1)) or (after in _BESIDE and self._named(number + 1))
            self._set(number, Case.TITLE if beside else Case.LOWER)
        elif case is Case.LOWER and gap in (" ", ". ") and _is_name_behind(before, small):
            self._set(number, Case.TITLE)

    def _named(self, number: int) -> bool:
        return 0 <= number < len(self._case) and self._case[number] >= Case.TITLE

    def _is_country(self, number: int, after: str) -> bool:
        """Whether US is the country: before a noun; before a function word or a stop it is the pronoun."""
        return after in _BESIDE and self._small[number + 1] not in english_function_words()

    def _starts_sentence(self, number: int) -> bool:
        gap = self._gaps[number]
        if number == 0:
            return not any(c.isdigit() for c in gap)
        if len(gap) == 1:
            return False
        if _STOP.search(gap):
            # "GEN. NORIEGA", "JOHN F. KENNEDY": such a dot ends no sentence.
            before = self._small[number - 1]
            return not (gap == ". " and (before in named_words("short address") or len(before) == 1))
        return number <= _DATELINE_WORDS and _DASH.search(gap) is not None
