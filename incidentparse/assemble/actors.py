"""The actors of one incident, their roles and on whose word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from incidentparse.assemble.actor_identity import BANDS, at_home, merged
from incidentparse.assemble.draft import Draft, Drafts
from incidentparse.assemble.perpetrators import (
    attribution_of,
    chosen,
    weigh,
    weight_of,
    without_answers,
    without_those_named,
)
from incidentparse.language.actor_nouns import actor_noun, described_end
from incidentparse.language.document import Document
from incidentparse.language.named_words import named_words, victim_words
from incidentparse.language.people import people_index
from incidentparse.mentions import ActorMention, PlaceMention, Tokens
from incidentparse.record import Actor, ActorKind, ActorRole, Attribution, IncidentType

# Somewhat below the shares of perpetrators that coders of full articles have too, by attribution (stated 50 of 59,
# claimed 2 of 2, accused 5 of 5, suspected 4 of 6, denied 1 of 2, unknown 4 of 4): most are too few to take as found.
_CONFIDENCE = {
    Attribution.STATED: 0.75, Attribution.CLAIMED: 0.8, Attribution.ACCUSED: 0.55, Attribution.SUSPECTED: 0.5,
    Attribution.DENIED: 0.4, Attribution.UNKNOWN: 0.5,
}  # fmt: skip
# Coders of full articles write down no others; these say only that the name is surer than the part.
_OTHER_CONFIDENCE = 0.5
_TARGET_CONFIDENCE = 0.6
# A perpetrator may be hit back, yet one who is mostly hit is a target; on coded full articles 0.5 to 0.9 do alike
# (F1 of perpetrators 0.845 to 0.853).
_LEAST_OF_SUFFERED = 0.7
# Of an actor named all over the article the first mentions are enough to check it by.
_EVIDENCE = 5
_ROLE_ORDER = (ActorRole.PERPETRATOR, ActorRole.CLAIMANT, ActorRole.TARGET, ActorRole.BYSTANDER, ActorRole.OTHER)


def fill_actors(
    document: Document,
    draft: Draft,
    drafts: Drafts,
    mentions: Sequence[ActorMention],
    places: Sequence[PlaceMention] = (),
    home: str | None = None,
) -> tuple[Actor, ...]:
    """Who had a part in this incident: perpetrators first, then in the order of the text.

    Names that the article writes as those of places are no persons hit; ``home`` is the country of the incident, whose
    forces "the army" are where the article names no other.
    """
    own = [_within(m, draft, drafts) for m in mentions if _belongs(m, draft, drafts)]
    if not any(m.perpetrates for m in own):
        own = [_taken_for_it(document, draft, m) for m in own]
    own = without_those_named(document, own)
    groups: dict[str, list[ActorMention]] = {}
    for mention in merged(document, own, home):
        groups.setdefault(mention.key, []).append(mention)
    groups = without_answers(document, draft, groups)
    perpetrators = chosen(weigh(document, draft, groups), groups)
    sites = {tuple(document.folded[slice(*p.name)]) for p in places if p.demonym_country is None}
    actors = [
        (role, group)
        for key, group in groups.items()
        if (role := _role(document, draft, group, key in perpetrators)) is not None
        and not (role is ActorRole.TARGET and _is_place(document, group, sites))
    ]
    if home is not None:
        actors = [(role, at_home(group, home, groups)) for role, group in actors]
    ordered = sorted(actors, key=lambda a: (_ROLE_ORDER.index(a[0]), a[1][0].start))
    return tuple(_actor(document, draft, role, group) for role, group in ordered)


def _belongs(mention: ActorMention, draft: Draft, drafts: Drafts) -> bool:
    return any(drafts.owned(draft, t) for t in (mention.start, *mention.perpetrates, *mention.suffers))


def _within(mention: ActorMention, draft: Draft, drafts: Drafts) -> ActorMention:
    """The mention with only those deeds that are of this incident."""
    return replace(
        mention,
        perpetrates=tuple(t for t in mention.perpetrates if drafts.owned(draft, t)),
        suffers=tuple(t for t in mention.suffers if drafts.owned(draft, t)),
    )


def _taken_for_it(document: Document, draft: Draft, mention: ActorMention) -> ActorMention:
    """Where nobody is said to have done it, the gunman or suspect of whom the article speaks, or who drove the car."""
    drove = mention.rule == "described:one" and document.lower[mention.end - 1] in victim_words("drivers")
    if drove and draft.type is IncidentType.VEHICLE_RAMMING:
        return replace(mention, perpetrates=(draft.events[0].trigger,), suffers=(), attribution=Attribution.STATED)
    if mention.suffers or not mention.rule.startswith("described") or mention.kind is not ActorKind.UNKNOWN_GUNMEN:
        return mention
    return replace(mention, perpetrates=(mention.start,), attribution=Attribution.UNKNOWN)


def _role(document: Document, draft: Draft, group: Sequence[ActorMention], perpetrator: bool) -> ActorRole | None:
    suffered = {t for m in group for t in m.suffers}
    if perpetrator:
        done = {t for m in group for t in m.perpetrates}
        weights = weight_of(document, draft, done), weight_of(document, draft, suffered)
        if weights[0] > _LEAST_OF_SUFFERED * weights[1] or any(m.claims for m in group):
            return ActorRole.PERPETRATOR
    if suffered:
        return ActorRole.TARGET
    first = group[0]
    named = not first.rule.startswith(("described", "person", "pronoun")) and not first.key.startswith("state:?")
    fighters = first.rule.startswith("described") and first.kind in BANDS
    return ActorRole.OTHER if named or fighters else None


def _is_place(document: Document, group: Sequence[ActorMention], sites: set[tuple[str, ...]]) -> bool:
    """Whether a name taken for a person's is that of a place, or only tells whose kin was hit: "Princeton's mother"."""
    if not group[0].rule.startswith("person"):
        return False
    if all(_of_kin(document, m) for m in group if m.suffers):
        return True
    # A surname alone may be that of a street.
    longest = max(m.end - m.start for m in group)
    fullest = [m for m in group if m.end - m.start == longest]
    return any(_sited(document, m) or tuple(document.folded[m.start : m.end]) in sites for m in fullest)


def _of_kin(document: Document, mention: ActorMention) -> bool:
    """Whether a name stands before the kin that was hit."""
    behind = mention.end + 1
    if behind >= len(document) or document.tags[mention.end] != "POS":
        return False
    form = people_index().match(document.folded, behind, behind + 1)
    return form is not None and form.value.noun.kin


def _sited(document: Document, mention: ActorMention) -> bool:
    """Whether the words around a name make it a place: "the Zahra district", "the town of Zahra"."""
    before = document.lower[max(0, mention.start - 2) : mention.start]
    after = mention.end < len(document) and document.lower[mention.end] in named_words("kinds of towns")
    return after or (len(before) == 2 and before[1] == "of" and before[0] in named_words("kinds of towns"))


def _actor(document: Document, draft: Draft, role: ActorRole, group: Sequence[ActorMention]) -> Actor:
    written = [m for m in group if not m.rule.startswith("pronoun")] or list(group)
    deeds = [m for m in group if m.perpetrates]
    attribution = attribution_of(document, draft, deeds) if role is ActorRole.PERPETRATOR else Attribution.UNKNOWN
    best = _in_text(document, [m for m in deeds if m.attribution is attribution] or deeds or group)
    shown = best if best in written else _in_text(document, [m for m in written if m.perpetrates] or written)
    text = _form(document, shown)
    forms = dict.fromkeys(_form(document, m) for m in written)
    if attribution is Attribution.STATED and best.kind is ActorKind.UNKNOWN_GUNMEN and best.rule.endswith("one"):
        attribution = Attribution.UNKNOWN
    confidence = (
        _CONFIDENCE[attribution]
        if role is ActorRole.PERPETRATOR
        else (_TARGET_CONFIDENCE if role is ActorRole.TARGET else _OTHER_CONFIDENCE)
    )
    by = best.attributed_by if role is ActorRole.PERPETRATOR and attribution is not Attribution.STATED else None
    return Actor(
        name=best.name,
        text=text,
        aliases=tuple(form for form in forms if form not in (text, best.name)),
        role=role,
        kind=_kind(document, role, best),
        country_code=best.country_code,
        attribution=attribution,
        attributed_by=_speaker(document, group, by) if by is not None else None,
        confidence=confidence,
        evidence=tuple(document.span(m.start, m.end) for m in (deeds or group)[:_EVIDENCE]),
    )


def _in_text(document: Document, mentions: Sequence[ActorMention]) -> ActorMention:
    """The first mention outside the headline, which is vaguer: "gunmen" for "bandits on motorcycles"."""
    return next((m for m in mentions if not document.sentence(m.start).title), mentions[0])


def _kind(document: Document, role: ActorRole, mention: ActorMention) -> ActorKind:
    """What an actor is: people who were only hit and whom no word of violence describes are no gunmen."""
    if role is ActorRole.TARGET and mention.kind is ActorKind.UNKNOWN_GUNMEN:
        noun = actor_noun(document, mention.end - 1)
        if noun is not None and noun.kind is ActorKind.INDIVIDUAL:
            return ActorKind.CIVILIANS
    return mention.kind


def _form(document: Document, mention: ActorMention) -> str:
    """A naming as written, of strangers with what they wear or ride."""
    end = described_end(document, mention.end) if mention.rule.startswith("described") else mention.end
    return document.slice(mention.start, end)


def _speaker(document: Document, group: Sequence[ActorMention], by: Tokens) -> str:
    """On whose word, as written: of "the militant group Red Dawn", which speaks for itself, the name."""
    if any(m.start <= by[0] < m.end for m in group):
        by = next(((m.start, m.end) for m in group if not m.rule.startswith(("described", "pronoun"))), by)
    return document.slice(*by)
