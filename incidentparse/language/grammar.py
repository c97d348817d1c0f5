"""Closed classes of English grammar that several readings share: words, and labels of the language model."""

from __future__ import annotations

# Words.
INDEFINITE = frozenset({"a", "an"})
DEFINITE = frozenset({"the", "this", "these", "that", "those", "both"})
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
COORDINATORS = frozenset({"and", "or", "&", ","})
BEING = frozenset({"is", "are", "was", "were", "been", "being"})
# Dependencies.
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
PREMODIFIERS = frozenset({"amod", "compound", "nmod"})
# Tags of verbs.
FINITE = frozenset({"VBD", "VBP", "VBZ"})
PAST = frozenset({"VBD", "VBN"})
# Entities.
DATES = frozenset({"DATE", "TIME"})
