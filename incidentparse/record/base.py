"""The base of every part of a record: frozen models, spans of evidence, checked codes."""

from __future__ import annotations

from functools import cache
from typing import Annotated
from zoneinfo import available_timezones

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

# ISO 3166-1 alpha-2 as of 2024, and XK: the user-assigned code that GeoNames, the EU and the IMF give Kosovo.
COUNTRY_CODES = frozenset(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
    CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
    GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO
    JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR
    MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO
    RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV
    TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
    """.split()
)


def _known_country(code: str) -> str:
    if code not in COUNTRY_CODES:
        raise ValueError(f"{code!r} is not an ISO 3166-1 alpha-2 country code")
    return code


@cache
def _time_zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _known_time_zone(name: str) -> str:
    if name not in _time_zones():
        raise ValueError(f"{name!r} is not an IANA time zone")
    return name


CountryCode = Annotated[
    str,
    AfterValidator(_known_country),
    Field(description="ISO 3166-1 alpha-2 code, upper case; XK is Kosovo.", min_length=2, max_length=2),
]
TimeZoneName = Annotated[
    str, AfterValidator(_known_time_zone), Field(description="IANA time zone name, such as Asia/Damascus.")
]
Confidence = Annotated[
    float,
    Field(ge=0.0, le=1.0, description="Calibrated probability that the value is right, 0 to 1."),
]


class Part(BaseModel):
    """What all parts of a record share: frozen, and no field that the contract does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_inf_nan="strings")


class Span(Part):
    """A piece of the article's text: ``article.text[start:end] == text`` always holds."""

    start: int = Field(ge=0, description="First character, an offset into article.text, counted from 0.")
    end: int = Field(gt=0, description="One past the last character.")
    text: str = Field(min_length=1, description="The text between start and end, verbatim.")

    @model_validator(mode="after")
    def _length_fits(self) -> Span:
        if self.end - self.start != len(self.text):
            raise ValueError(f"span {self.start}:{self.end} does not have the length of {self.text!r}")
        return self


Evidence = Annotated[
    tuple[Span, ...],
    Field(min_length=1, description="Where the value was read, in the order of the text."),
]
