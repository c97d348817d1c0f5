"""The part that an expression of time plays for an incident: what the word that it hangs on makes of it."""

from __future__ import annotations

from dataclasses import replace

from incidentparse.language.document import Document
from incidentparse.language.time_anchors import anchor_roles, nouns_of
from incidentparse.mentions import TimeMention

# What the sense of a frame makes of a time that hangs on it; senses not named here are attacks.
_ROLES_BY_SENSE = {
    "detain": "aftermath", "release": "aftermath", "claim": "statement", "threat": "statement", "plot": "statement",
    "operation": "generic", "generic": "generic", "person": "generic", "die": "death", "miss": "death",
}  # fmt: skip
# What opens the clause of what was going on at the time of a deed.
_AT_THE_TIME = frozenset({"as", "when", "while", "whilst"})
# Words under a verb that make it part of what they tell: "grenades were thrown, injuring three".
_OF_ONE_DEED = frozenset({"advcl", "xcomp", "nsubj", "nsubjpass", "conj"})
# What somebody was found to be: roles under the verb.
_STATES = frozenset({"oprd", "acomp", "xcomp", "ccomp"})
_FINDING = frozenset({"discover", "find", "locate", "recover"})
_WOUNDS = frozenset({"burn", "injury", "wound"})
# What leads to that which goes on at the time of a deed.
_DURING = frozenset({"during", "after", "before", "at"})


class TimeRoles:
    """The roles of the times of one document.

    Attributes:
        document: the article.
        frames: the frame that each token tells of; "opened fire" is one deed, whichever of its words a time hangs on.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.frames = {token: frame for frame in document.frames for token in range(frame.start, frame.end)}
        self.frames |= {frame.trigger: frame for frame in document.frames}

    def role(self, mention: TimeMention) -> str:
        """The part that the word a mention hangs on gives it."""
        anchor = mention.anchor
        if self.document.folded[max(0, mention.start - 2) : mention.start] == ["as", "of"]:
            return "statement"
        if mention.rule == "lasting":
            return "occurrence"
        if anchor is None:
            return "none"
        if self._found(anchor):
            # "was found shot dead on Tuesday"
            return "response"
        if anchor in self.frames:
            return self._of_frame(anchor)
        phrase = self._phrase(anchor)
        if phrase is not None:
            return phrase
        held = self._held_at(anchor)
        if held is not None:
            # "happened during Sunday mass"
            return self.role(replace(mention, anchor=held))
        return self._of_word(anchor, offset=mention.rule == "offset")

    def _of_frame(self, anchor: int) -> str:
        """The role of a time that hangs on a word of violence."""
        frame = self.frames[anchor]
        if not frame.certainty.actual:
            return "background"
        if any(self._arrest(c) for c in self.document.children[anchor]):
            # "officers raided two homes and detained a man"
            return "aftermath"
        if frame.sense == "die" and self._of_wounds(anchor):
            return "aftermath"
        return _ROLES_BY_SENSE.get(frame.sense, "event")

    def _of_word(self, anchor: int, *, offset: bool) -> str:
        """The role of a time that hangs on any other word."""
        document = self.document
        role = anchor_roles().get(document.lemmas[anchor])
        verb = document.pos[anchor] in ("VERB", "AUX")
        if role == "statement" and self._meanwhile(anchor):
            # "was shot as he spoke at a rally on Friday"
            return "deed"
        if verb and role in (None, "scene") and not offset and self._of_one_deed(anchor):
            return "deed"
        if role is not None:
            return self._of_object(anchor) or role
        if offset:
            # "two days after talks began"
            return "scene"
        return "verb" if verb else "noun"

    def _of_wounds(self, death: int) -> bool:
        """Whether somebody died of wounds, so later than the deed."""
        document = self.document
        below = (
            c for p in document.children[death] if document.folded[p] in ("of", "from") for c in document.children[p]
        )
        return any(document.lemmas[c] in _WOUNDS for c in below)

    def _found(self, anchor: int) -> bool:
        """Whether a word tells the state in which somebody was found."""
        document = self.document
        head = document.heads[anchor]
        return document.deps[anchor] in _STATES and document.lemmas[head] in _FINDING

    def _held_at(self, noun: int) -> int | None:
        """The verb of what happened during something that a day names ("attacked during Friday prayers")."""
        document = self.document
        if document.deps[noun] != "pobj" or noun in self.frames or document.pos[noun] not in ("NOUN", "PROPN"):
            return None
        preposition = document.heads[noun]
        verb = document.heads[preposition]
        return verb if document.folded[preposition] in _DURING and document.pos[verb] in ("VERB", "AUX") else None

    def _of_object(self, noun: int) -> str | None:
        """The role of what an object hangs on: "chaired a meeting on Friday" tells what followed."""
        document = self.document
        role = anchor_roles().get(document.lemmas[document.heads[noun]]) if document.deps[noun] == "dobj" else None
        return role if role in ("aftermath", "statement") else None

    def _of_one_deed(self, verb: int) -> bool:
        """Whether a verb tells part of a deed ("drove up and opened fire", "was shot as he sat in his car")."""
        document = self.document
        below = [c for c in document.children[verb] if document.deps[c] in _OF_ONE_DEED]
        below += [d for c in below for d in document.children[c] if document.deps[d] == "conj"]
        if any(self._actual(c) for c in below):
            return True
        if not self._actual(document.heads[verb]):
            return False
        marks = (c for c in document.children[verb] if document.deps[c] in ("mark", "advmod"))
        return document.deps[verb] == "conj" or (
            document.deps[verb] == "advcl" and any(document.folded[c] in _AT_THE_TIME for c in marks)
        )

    def _meanwhile(self, verb: int) -> bool:
        """Whether a verb tells what its victim was doing at the time ("shot as he spoke", not "as police said")."""
        document = self.document
        if document.deps[verb] != "advcl" or not self._actual(document.heads[verb]):
            return False
        below = document.children[verb]
        marks = any(document.folded[c] in _AT_THE_TIME for c in below if document.deps[c] in ("mark", "advmod"))
        return marks and any(document.pos[c] == "PRON" for c in below if document.deps[c] == "nsubj")

    def _arrest(self, token: int) -> bool:
        frame = self.frames.get(token)
        return frame is not None and frame.sense == "detain" and self.document.deps[token] == "conj"

    def _phrase(self, verb: int) -> str | None:
        """The role of a word that means something only with its subject or object."""
        document = self.document
        lemma, role = document.lemmas[verb], anchor_roles().get(document.lemmas[verb])
        objects = [document.lemmas[c] for c in document.children[verb]]
        if lemma == "claim" and "life" in objects:
            return "occurrence"
        if role == "begin" or (lemma == "take" and "place" in objects):
            return self._begun(verb)
        if lemma == "leave" and not self._leaves_victims(verb):
            return "verb"
        if lemma == "report" and any(document.deps[c] == "nsubjpass" for c in document.children[verb]):
            # "shots were reported about 2:10 a.m."
            return "response"
        if role != "light":
            return None
        if any(self._actual(c) for c in document.children[verb]):
            return "deed"
        # "launched an inquiry"
        return "aftermath" if any(anchor_roles().get(lemma) == "aftermath" for lemma in objects) else "verb"

    def _leaves_victims(self, verb: int) -> bool:
        """Whether "left" tells of a deed ("left nine dead"), not of crews that left or mourners who left flowers."""
        document = self.document
        below = list(document.children[verb])
        below += [d for c in below if document.deps[c] in ("dobj", "ccomp", "oprd") for d in document.children[c]]
        return any(c in self.frames or document.lemmas[c] in nouns_of("deed") for c in below)

    def _begun(self, verb: int) -> str:
        """What the subject of "began" or "came" makes of it: a deed that occurred, a call to the police, a truce."""
        document = self.document
        subject = next((c for c in document.children[verb] if document.deps[c] in ("nsubj", "nsubjpass")), None)
        if subject is None or subject in self.frames or document.pos[subject] in ("PRON", "NUM"):
            return "occurrence"
        lemma = document.lemmas[subject]
        if lemma in nouns_of("deed"):
            return "occurrence"
        return "response" if anchor_roles().get(lemma) == "response" else "process"

    def _actual(self, token: int) -> bool:
        return token in self.frames and self.frames[token].certainty.actual
