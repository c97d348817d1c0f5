"""Counts, times and places: the values that an incident is measured in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from pydantic import AwareDatetime, Field, computed_field, model_validator

from incidentparse.record.base import Confidence, CountryCode, Evidence, Part, TimeZoneName
from incidentparse.record.enums import PartOfDay, PlaceKind, PlacePrecision, TimePrecision

# Where other libraries look for what to put on a map.
_MAP = "__geo_interface__"


class Count(Part):
    """A number of people or things as reported, never a guess."""

    min: int = Field(ge=0, description='Lowest number the words allow: "at least 16" is 16, "several" is 3.')
    max: int | None = Field(
        default=None, ge=0, description='Highest number the words allow; null if open ("at least 16", "dozens").'
    )
    text: str = Field(min_length=1, description='As written: "at least 16", "three … and several".')
    evidence: Evidence

    @model_validator(mode="after")
    def _ordered(self) -> Count:
        if self.max is not None and self.max < self.min:
            raise ValueError(f"count {self.text!r}: max {self.max} is below min {self.min}")
        return self


class When(Part):
    """When it happened; calendar dates are local to the place of the incident."""

    start: dt.date | None = Field(
        description='First day; null if only the last is stated ("by 5 May") or no day could be resolved.'
    )
    end: dt.date | None = Field(description="Last day; equal to start for a one-day incident.")
    time: str | None = Field(
        default=None, pattern=r"^([01]\d|2[0-3]):[0-5]\d$", description="Local clock time, HH:MM, 24 hours."
    )
    part_of_day: PartOfDay | None = Field(default=None, description="Part of the local day as stated.")
    timezone: TimeZoneName | None = Field(default=None, description="IANA time zone of the place.")
    utc: AwareDatetime | None = Field(default=None, description="Instant in UTC where time and time zone are known.")
    precision: TimePrecision = Field(description="How exactly the time is stated.")
    text: str = Field(min_length=1, description="The expression as written.")
    confidence: Confidence
    evidence: Evidence

    @model_validator(mode="after")
    def _ordered(self) -> When:
        if self.start and self.end and self.end < self.start:
            raise ValueError(f"time {self.text!r}: end {self.end} is before start {self.start}")
        if self.start and self.end is None:
            raise ValueError(f"time {self.text!r}: start without end; a one-day incident has both")
        if self.utc is not None and (self.time is None or self.timezone is None):
            raise ValueError(f"time {self.text!r}: utc needs a clock time and a time zone")
        return self


class Relation(Part):
    """A stated bearing or distance from a named place ("5 km northeast of Ariha")."""

    anchor: str = Field(min_length=1, description="The place it is measured from.")
    bearing_deg: float | None = Field(
        default=None, ge=0, le=360, description="Direction from the anchor in degrees, clockwise from true north."
    )
    distance_km: float | None = Field(default=None, ge=0, description="Distance from the anchor in kilometres.")
    text: str = Field(min_length=1, description="As written.")


class Where(Part):
    """Where it happened, as precisely as the text allows and no more precisely."""

    name: str = Field(min_length=1, description="Canonical gazetteer name when resolved, else as written.")
    kind: PlaceKind
    city: str | None = Field(default=None, description="The town or city that holds a smaller place.")
    admin2: str | None = Field(default=None, description="Second-level area: district, county.")
    admin1: str | None = Field(default=None, description="First-level area: province, state, governorate.")
    country: str | None = Field(default=None, description="Country name.")
    country_code: CountryCode | None = None
    latitude: float | None = Field(default=None, ge=-90, le=90, description="WGS84 degrees.")
    longitude: float | None = Field(default=None, ge=-180, le=180, description="WGS84 degrees.")
    geonames_id: int | None = Field(default=None, gt=0)
    precision: PlacePrecision
    radius_km: float | None = Field(
        default=None, ge=0, description="Half the size of the area in which the incident lies, in kilometres."
    )
    relation: Relation | None = None
    text: str = Field(min_length=1, description="The place as written.")
    confidence: Confidence
    evidence: Evidence

    @model_validator(mode="after")
    def _honest_point(self) -> Where:
        if (self.latitude is None) != (self.longitude is None):
            raise ValueError(f"place {self.name!r}: latitude and longitude come together")
        if self.latitude is not None and self.precision in (PlacePrecision.COUNTRY, PlacePrecision.ADMIN1):
            raise ValueError(f"place {self.name!r}: a {self.precision} is no point on the map")
        return self

    @model_validator(mode="before")
    @classmethod
    def _without_map(cls, fields: Any) -> Any:
        # A record read again brings the feature that was made of its other fields, and is made anew.
        return {k: v for k, v in fields.items() if k != _MAP} if isinstance(fields, Mapping) else fields

    @computed_field(repr=False)  # type: ignore[prop-decorator]  # mypy knows no decorated properties
    @property
    def __geo_interface__(self) -> dict[str, Any]:
        """The place as a GeoJSON Feature (RFC 7946): a Point, or a null geometry where no point is known."""
        point = None
        if self.latitude is not None and self.longitude is not None:
            point = {"type": "Point", "coordinates": (self.longitude, self.latitude)}
        properties = self.model_dump(mode="json", exclude={"latitude", "longitude", "evidence", _MAP})
        return {"type": "Feature", "geometry": point, "properties": properties}
