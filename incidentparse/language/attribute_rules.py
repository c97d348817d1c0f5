"""The attribute ruler of a spaCy pipeline, its answers remembered: it reads the same words over and over again.

The ruler of the English pipelines holds 179 patterns and tries each of them, in Python for some, at every token: a
tenth of the time of the whole pipeline. Nearly all look at one token, and at nothing but its tag, its dependency and
whether it is one of a few words, so that what they set is told by those.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs

_RULER, _REMEMBERING_RULER = "attribute_ruler", "incidentparse_attribute_rules"
_KEY: list[int | str] = ["LOWER", "TAG", "DEP", "IS_SPACE"]
_ALIKE = frozenset({"TAG", "DEP", "IS_SPACE"})
_MEMBERSHIP = frozenset({"IN", "NOT_IN"})


def remember_rules(nlp: Language) -> None:
    """Puts a ruler that remembers in the place of the pipeline's own, where it has one; both set the same."""
    if nlp.has_pipe(_RULER) and isinstance(nlp.get_pipe(_RULER), AttributeRuler):
        nlp.add_pipe(_REMEMBERING_RULER, after=_RULER)
        nlp.disable_pipe(_RULER)


class RememberingRuler:
    """Sets what an attribute ruler sets."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self._attrs, self._indices, self._strings = ruler.attrs, ruler.indices, ruler.vocab.strings
        # The patterns of one token whose answers can be remembered, and the others, tried at every token.
        self._of_tokens, self._others = Matcher(ruler.vocab), Matcher(ruler.vocab)
        self._words: set[int] = set()
        self._answers: dict[tuple[int, ...], tuple[int, ...]] = {}
        for number, rule in enumerate(ruler.patterns):
            patterns: list[list[dict[str, Any]]] = rule["patterns"]  # type: ignore[assignment]
            words = [_words(pattern[0]) for pattern in patterns if len(pattern) == 1 and self._indices[number] == 0]
            known = [w for w in words if w is not None]
            if len(known) == len(patterns):
                self._of_tokens.add(str(number), patterns)
                self._words.update(self._strings.add(word) for listed in known for word in listed)
            else:
                self._others.add(str(number), patterns)

    def __call__(self, doc: Doc) -> Doc:
        """Sets the attributes of every token; of two rules the later one wins."""
        rules = [
            self._rules_of(doc, position, (lower if lower in self._words else 0, *rest))
            for position, (lower, *rest) in enumerate(doc.to_array(_KEY).tolist())
        ]
        for number, start in self._matches(self._others, doc):
            position = start + self._indices[number]
            rules[position] = tuple(sorted((*rules[position], number)))
        for token, numbers in zip(doc, rules, strict=True):
            for number in numbers:
                set_token_attrs(token, self._attrs[number])
        return doc

    def _rules_of(self, doc: Doc, position: int, key: tuple[int, ...]) -> tuple[int, ...]:
        """The rules of one token that fit the token there, in order."""
        answer = self._answers.get(key)
        if answer is None:
            answer = tuple(sorted(number for number, _ in self._matches(self._of_tokens, doc[position : position + 1])))
            self._answers[key] = answer
        return answer

    def _matches(self, matcher: Matcher, doc: Any) -> Iterator[tuple[int, int]]:
        """The numbers of the rules that fit and the first token of each match."""
        if len(matcher):
            for key, start, _ in matcher(doc, allow_missing=True):
                yield int(self._strings[key]), start


@Language.factory(_REMEMBERING_RULER)
def _make_ruler(nlp: Language, name: str) -> RememberingRuler:  # noqa: ARG001  # spaCy calls it with both
    ruler = nlp.get_pipe(_RULER)
    assert isinstance(ruler, AttributeRuler)
    return RememberingRuler(ruler)


def _words(pattern: Mapping[str, Any]) -> list[str] | None:
    """The words that the pattern of a token names; None where it looks at more than words, tag and dependency."""
    if not pattern.keys() <= _ALIKE | {"LOWER"}:
        return None
    asked = pattern.get("LOWER", [])
    if isinstance(asked, Mapping):
        if not asked.keys() <= _MEMBERSHIP:
            return None
        return [word for words in asked.values() for word in words]
    return [asked] if isinstance(asked, str) else asked
