"""The closed lists of the record: the union of what ACLED, GTD and AWSD can tell apart."""

from __future__ import annotations

from enum import StrEnum


class IncidentType(StrEnum):
    """What happened, by means and form: ACLED sub-event, GTD attack and AWSD means types joined."""

    BOMBING = "bombing"
    AIRSTRIKE = "airstrike"
    DRONE_STRIKE = "drone_strike"
    SHELLING = "shelling"
    SHOOTING = "shooting"
    ARMED_CLASH = "armed_clash"
    STABBING = "stabbing"
    VEHICLE_RAMMING = "vehicle_ramming"
    CHEMICAL_ATTACK = "chemical_attack"
    KIDNAPPING = "kidnapping"
    HIJACKING = "hijacking"
    ARSON = "arson"
    ASSAULT = "assault"
    EXECUTION = "execution"
    SEXUAL_VIOLENCE = "sexual_violence"
    ROBBERY = "robbery"
    SABOTAGE = "sabotage"
    RAID = "raid"
    UNREST = "unrest"
    OTHER = "other"


class Stage(StrEnum):
    """How far the incident went."""

    ACCOMPLISHED = "accomplished"
    ATTEMPTED = "attempted"
    THREATENED = "threatened"


class PartOfDay(StrEnum):
    """Part of the local day when no clock time is given."""

    EARLY_MORNING = "early_morning"
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


class TimePrecision(StrEnum):
    """How exactly the time is stated; follows the time precision codes of ACLED and UCDP GED."""

    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class PlaceKind(StrEnum):
    """What sort of place it is."""

    ADDRESS = "address"
    BUILDING = "building"
    ROAD = "road"
    NEIGHBOURHOOD = "neighbourhood"
    VILLAGE = "village"
    TOWN = "town"
    CITY = "city"
    DISTRICT = "district"
    ADMIN2 = "admin2"
    ADMIN1 = "admin1"
    COUNTRY = "country"
    SEA = "sea"
    LANDMARK = "landmark"
    OTHER = "other"


class PlacePrecision(StrEnum):
    """How exactly the place is stated; follows the geo precision codes of ACLED and UCDP GED.

    ``near`` is a stated bearing or distance from a place.
    """

    EXACT = "exact"
    NEAR = "near"
    PLACE = "place"
    ADMIN2 = "admin2"
    ADMIN1 = "admin1"
    COUNTRY = "country"


class ActorRole(StrEnum):
    """What the actor did in the incident."""

    PERPETRATOR = "perpetrator"
    TARGET = "target"
    BYSTANDER = "bystander"
    CLAIMANT = "claimant"
    OTHER = "other"


class ActorKind(StrEnum):
    """What sort of actor it is."""

    STATE_FORCES = "state_forces"
    POLICE = "police"
    ARMED_GROUP = "armed_group"
    CRIMINAL_GROUP = "criminal_group"
    CROWD = "crowd"
    INDIVIDUAL = "individual"
    UNKNOWN_GUNMEN = "unknown_gunmen"
    CIVILIANS = "civilians"
    GOVERNMENT = "government"
    POLITICAL_GROUP = "political_group"
    INTERNATIONAL = "international"
    OTHER = "other"


class Attribution(StrEnum):
    """On whose word the perpetrator is named."""

    STATED = "stated"
    CLAIMED = "claimed"
    SUSPECTED = "suspected"
    ACCUSED = "accused"
    DENIED = "denied"
    UNKNOWN = "unknown"


class TargetKind(StrEnum):
    """A person (or persons), or an object."""

    PERSON = "person"
    OBJECT = "object"


class Category(StrEnum):
    """Whom or what the target or victim belongs to."""

    CIVILIAN = "civilian"
    MILITARY = "military"
    POLICE = "police"
    GOVERNMENT = "government"
    POLITICAL = "political"
    JUDICIAL = "judicial"
    DIPLOMAT = "diplomat"
    JOURNALIST = "journalist"
    AID_WORKER = "aid_worker"
    MEDICAL = "medical"
    RELIGIOUS = "religious"
    EDUCATIONAL = "educational"
    BUSINESS = "business"
    INFRASTRUCTURE = "infrastructure"
    ENERGY = "energy"
    TRANSPORT = "transport"
    COMMUNICATIONS = "communications"
    RESIDENCE = "residence"
    ARMED_GROUP = "armed_group"
    OTHER = "other"


class Effect(StrEnum):
    """What became of a target."""

    KILLED = "killed"
    INJURED = "injured"
    ABDUCTED = "abducted"
    MISSING = "missing"
    DETAINED = "detained"
    RELEASED = "released"
    NONE = "none"
    DAMAGED = "damaged"
    DESTROYED = "destroyed"
    STOLEN = "stolen"
    UNKNOWN = "unknown"


class CasualtyStatus(StrEnum):
    """What became of the people a figure counts."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    ABDUCTED = "abducted"
    DETAINED = "detained"
    DISPLACED = "displaced"


class Side(StrEnum):
    """Which side of the incident the people counted were on."""

    VICTIM = "victim"
    PERPETRATOR = "perpetrator"
    UNKNOWN = "unknown"


class WeaponKind(StrEnum):
    """Means used: GTD weapon types and AWSD means of attack joined."""

    IED = "ied"
    VEHICLE_BOMB = "vehicle_bomb"
    SUICIDE_VEST = "suicide_vest"
    LANDMINE = "landmine"
    GRENADE = "grenade"
    EXPLOSIVE = "explosive"
    MORTAR = "mortar"
    ARTILLERY = "artillery"
    ROCKET = "rocket"
    MISSILE = "missile"
    AERIAL_BOMB = "aerial_bomb"
    DRONE = "drone"
    FIREARM = "firearm"
    BLADE = "blade"
    BLUNT = "blunt"
    VEHICLE = "vehicle"
    INCENDIARY = "incendiary"
    CHEMICAL = "chemical"
    HANDS = "hands"
    STONES = "stones"
    OTHER = "other"


class SourceKind(StrEnum):
    """What sort of source it is."""

    NEWS_AGENCY = "news_agency"
    NEWSPAPER = "newspaper"
    BROADCASTER = "broadcaster"
    OFFICIAL = "official"
    MILITARY = "military"
    POLICE = "police"
    NGO = "ngo"
    MONITOR = "monitor"
    WITNESS = "witness"
    MEDIC = "medic"
    MILITANT = "militant"
    SOCIAL_MEDIA = "social_media"
    ANONYMOUS = "anonymous"
    OTHER = "other"


class Stance(StrEnum):
    """What the source does in what it says of the incident."""

    REPORTS = "reports"
    CLAIMS_RESPONSIBILITY = "claims_responsibility"
    ACCUSES = "accuses"
    DENIES = "denies"
    CONFIRMS = "confirms"
    DISPUTES = "disputes"
