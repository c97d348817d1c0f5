"""What the first sentence asserts, apart from what it only mentions: its main verbs and their arguments."""

from __future__ import annotations

from incidentparse.language.certainty import attributing_verbs
from incidentparse.language.document import Document

_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "oprd", "acomp", "agent"})
_SAME_LEVEL = frozenset({"conj", "xcomp", "advcl", "parataxis"})


def asserted(document: Document, end: int) -> tuple[frozenset[int], frozenset[int]]:
    """The main verbs before token ``end``, and the heads of their arguments.

    "Officials said" is passed through to what they said; a participle beside the main verb ("killing five") is on its
    level, a relative clause and what a noun phrase mentions is not.
    """
    verbs: set[int] = set()
    stack = [t for t in range(end) if document.heads[t] == t and document.pos[t] not in ("SPACE", "PUNCT")]
    while stack:
        node = stack.pop()
        if node in verbs:
            continue
        reported = [c for c in document.children[node] if document.deps[c] == "ccomp"]
        if reported and document.lemmas[node] in attributing_verbs():
            stack.extend(reported)
            continue
        verbs.add(node)
        stack.extend(c for c in document.children[node] if document.deps[c] in _SAME_LEVEL)
    arguments: set[int] = set()
    for verb in sorted(verbs):
        for child in document.children[verb]:
            if document.deps[child] == "agent":
                arguments.update(c for c in document.children[child] if document.deps[c] == "pobj")
            elif document.deps[child] in _ARGUMENTS:
                arguments.add(child)
    return frozenset(verbs), frozenset(arguments)
