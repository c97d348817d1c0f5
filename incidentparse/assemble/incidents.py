"""Which incidents the article reports, and which of its words speak of which."""

from __future__ import annotations

from collections.abc import Sequence

from incidentparse.assemble.draft import BACKGROUND, Draft, Drafts
from incidentparse.language.document import Document
from incidentparse.mentions import EventMention
from incidentparse.record import IncidentType


def draft_incidents(document: Document, events: Sequence[EventMention]) -> Drafts:
    """The incidents of the article: the main one first, none where it reports no security incident."""
    told = [e for e in events if e.certainty.actual and not e.certainty.historical]
    if not told:
        return Drafts((), (BACKGROUND,) * len(document))
    kind = next((e.types[0] for e in told if e.types), IncidentType.OTHER)
    summary = document.sentence_of[told[0].trigger]
    main = Draft(0, tuple(told), kind, told[0].stage, any(e.suicide for e in told), summary, 0.5)
    return Drafts((main,), (0,) * len(document))
