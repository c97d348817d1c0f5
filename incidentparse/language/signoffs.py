"""Sources without a verb of saying: sign-offs, attributions behind a headline, tweets, posted recordings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from incidentparse.language.cited import Citation
from incidentparse.language.document import Document
from incidentparse.language.named_words import named_words
from incidentparse.language.punctuation import CLOSERS, DASHES, OPENERS
from incidentparse.language.source_kinds import find_publisher, is_document, names_speaker
from incidentparse.language.speakers import Speaker
from incidentparse.mentions import Tokens
from incidentparse.record import Stance

_BEFORE_SIGNOFF = DASHES | {":"}
_LIST = frozenset({"+", ",", "/", "and", "&", ";"})
_PLATFORM_LINKS = frozenset({"on", "to", "via", "through", "by"})
_URL = re.compile(r"https?://\S+")
_TWEET = re.compile(r"(?<![-—–])[-—–]++ ?(?P<name>[^\n@()—]{2,60}?) ?\(@(?P<handle>\w{2,20})\)")

# How far behind a posted recording its address may stand, in characters.
_URL_REACH = 200
# Words between a recording, "posted" and the platform.
_POST_REACH = 6
# The longest attribution behind a headline's dash.
_HEADLINE_SOURCE = 6
# A sign-off in brackets or after "Source:" has few words a name.
_SIGNOFF = 12


def read_signoffs(document: Document) -> list[Citation]:
    """The sources named without a verb of saying, in the order of the text."""
    found = [*_headline(document), *_tweets(document)]
    posted = named_words("recordings made public")
    for token, word in enumerate(document.lower):
        if word in ("source", "sources"):
            found.extend(_signoff(document, token))
        elif word in posted:
            found.extend(_posted(document, token))
        elif word == "/" and token:
            found.extend(_credit(document, token))
    return sorted(found, key=lambda citation: citation.cue)


def _headline(document: Document) -> Iterator[Citation]:
    """ "… kills 12: monitor", "… 35 bandits - GOC"."""
    end = next((s.start for s in document.sentences if not s.title), len(document))
    while end and document.pos[end - 1] == "SPACE":
        end -= 1
    for dash in range(end - 2, max(0, end - 2 - _HEADLINE_SOURCE), -1):
        if document.lower[dash] in _BEFORE_SIGNOFF:
            start, head = dash + 1, end - 1
            before_space = document.starts[dash] > document.ends[dash - 1] if dash else False
            if (before_space or document.lower[dash] == ":") and names_speaker(document, start, end, head):
                yield _of(document, (start, end), dash, "headline")
            return


def _signoff(document: Document, token: int) -> Iterator[Citation]:
    """ "(Source: Coalition + Agencies)", "Source: X" alone in its line."""
    position = token + 1
    marked = position < len(document) and document.lower[position] == ":"
    bracketed = token > 0 and document.lower[token - 1] in OPENERS
    if marked and not bracketed and token > 0 and document.words[token - 1].isalpha():
        # "Original source: …" under a picture.
        return
    if not (marked or bracketed or document.words[token][0].isupper()):
        return
    position += marked
    limit = min(document.sentence(token).end, position + _SIGNOFF)
    if not marked:
        found = find_publisher(document, position, limit) if position < limit else None
        if found is not None and found[0] == position:
            yield _of(document, (found[0], found[1]), token, "sign-off")
        return
    start = position
    for place in range(position, limit + 1):
        if place == limit or document.lower[place] in _LIST | CLOSERS | {"."} or document.pos[place] == "SPACE":
            if place > start and names_speaker(document, start, place, place - 1):
                yield _of(document, (start, place), token, "sign-off")
            start = place + 1
            if place == limit or document.lower[place] not in _LIST:
                return


def _credit(document: Document, slash: int) -> Iterator[Citation]:
    """ "REUTERS/Stringer"."""
    found = find_publisher(document, slash - 1, slash)
    bracketed = slash > 1 and document.lower[slash - 2] in OPENERS
    if found is not None and document.words[slash - 1].isupper() and not bracketed:
        yield _of(document, (slash - 1, slash), slash, "credit")


def _posted(document: Document, verb: int) -> Iterator[Citation]:
    """ "A video posted on Twitter", with the address that follows."""
    sentence = document.sentence(verb)
    recording = next(
        (t for t in range(verb - 1, max(sentence.start, verb - _POST_REACH) - 1, -1) if is_document(document, t)), None
    )
    if recording is None:
        return
    for link in range(verb + 1, min(sentence.end - 1, verb + _POST_REACH)):
        if document.lower[link] in _PLATFORM_LINKS:
            found = find_publisher(document, link + 1, min(sentence.end, link + 4))
            social = document.folded[link + 1] in ("social", "facebook", "twitter", "youtube", "telegram")
            if found is None and not social:
                continue
            end = found[1] if found is not None else link + 3
            start = document.phrase_of.get(recording, (recording, recording + 1))[0]
            url = _URL.search(document.text, document.ends[end - 1], document.ends[end - 1] + _URL_REACH)
            yield _of(document, (start, end), verb, "posted", url=url.group() if url else None)
            return


def _tweets(document: Document) -> Iterator[Citation]:
    """ "— City Fire Dept (@cityfire) May 3, 2016" behind an embedded tweet."""
    for match in _TWEET.finditer(document.text):
        first = document.token_at(match.start("name"))
        last = document.token_at(match.end("name") - 1)
        url = f"https://twitter.com/{match['handle']}"
        yield _of(document, (first, last + 1), last, "tweet", url=url)


def _of(document: Document, name: Tokens, cue: int, rule: str, *, url: str | None = None) -> Citation:
    sentence = document.sentence(name[0])
    speaker = Speaker(name[0], name[1], name[1] - 1)
    return Citation(speaker, None, cue, rule, Stance.REPORTS, (sentence.start, sentence.end), url)
