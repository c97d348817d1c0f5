"""Events: the words that report violence, with what they tie together."""

from __future__ import annotations

from incidentparse.language.document import Document
from incidentparse.language.frames import Frame
from incidentparse.mentions import EventMention
from incidentparse.record import Stage


def extract(document: Document) -> list[EventMention]:
    """The mentions, in the order of the text."""
    return [_mention(frame) for frame in document.frames]


def _mention(frame: Frame) -> EventMention:
    return EventMention(
        frame.start,
        frame.end,
        f"frame:{frame.sense}",
        trigger=frame.trigger,
        types=frame.types,
        stage=Stage.ATTEMPTED if frame.certainty.planned else Stage.ACCOMPLISHED,
        suicide=frame.suicide,
        agents=frame.agents,
        patients=frame.patients,
        strength=frame.strength,
        certainty=frame.certainty,
    )
