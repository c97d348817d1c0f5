"""The closed lists of MUC-4, and which of the record's kinds and which words stand for them."""

from __future__ import annotations

import datetime as dt

from incidentparse.record import ActorKind, Category, Effect, IncidentType, PlaceKind, SourceKind

# The nine countries that the task asked about.
COUNTRIES = {
    "AR": "ARGENTINA",
    "BO": "BOLIVIA",
    "CL": "CHILE",
    "CO": "COLOMBIA",
    "EC": "ECUADOR",
    "SV": "EL SALVADOR",
    "GT": "GUATEMALA",
    "HN": "HONDURAS",
    "PE": "PERU",
}
NATIONS = COUNTRIES | {
    "US": "UNITED STATES",
    "ES": "SPAIN",
    "RU": "USSR",
    "SU": "USSR",
    "BR": "BRAZIL",
    "MX": "MEXICO",
    "NI": "NICARAGUA",
    "NL": "NETHERLANDS",
    "NO": "NORWAY",
    "CA": "CANADA",
    "IT": "ITALY",
    "FR": "FRANCE",
    "CR": "COSTA RICA",
    "GB": "UNITED KINGDOM",
    "AT": "AUSTRIA",
    "IE": "IRELAND",
    "VE": "VENEZUELA",
    "IL": "ISRAEL",
    "EG": "EGYPT",
    "DE": "GERMANY",
    "DO": "DOMINICAN REPUBLIC",
    "CN": "PEOPLES REP OF CHINA",
    "CU": "CUBA",
    "PA": "PANAMA",
    "JP": "JAPAN",
    "AU": "AUSTRALIA",
    "CH": "SWITZERLAND",
    "BE": "BELGIUM",
    "PT": "PORTUGAL",
    "UY": "URUGUAY",
    "PY": "PARAGUAY",
}

# Where a report was filed says its country, which the task wants where the text names no place.
DATELINES = {
    "BUENOS AIRES": "AR",
    "LA PAZ": "BO",
    "SANTIAGO": "CL",
    "BOGOTA": "CO",
    "MEDELLIN": "CO",
    "CALI": "CO",
    "QUITO": "EC",
    "SAN SALVADOR": "SV",
    "GUATEMALA CITY": "GT",
    "GUATEMALA": "GT",
    "TEGUCIGALPA": "HN",
    "LIMA": "PE",
    "BARRANQUILLA": "CO",
}

# Incidents longer ago than this are background to the task.
RECENT = dt.timedelta(days=62)

TYPES = {
    IncidentType.BOMBING: "BOMBING",
    IncidentType.KIDNAPPING: "KIDNAPPING",
    IncidentType.HIJACKING: "HIJACKING",
    IncidentType.ARSON: "ARSON",
    IncidentType.ROBBERY: "ROBBERY",
}
# Named in the location only where they are known to the gazetteer.
VAGUE_PLACES = {PlaceKind.COUNTRY, PlaceKind.OTHER, PlaceKind.LANDMARK, PlaceKind.ROAD, PlaceKind.BUILDING}
NO_TYPE = {IncidentType.UNREST, IncidentType.SEXUAL_VIOLENCE}
STATE = {ActorKind.STATE_FORCES, ActorKind.POLICE, ActorKind.GOVERNMENT}
ORGANIZATIONS = STATE | {ActorKind.ARMED_GROUP, ActorKind.CRIMINAL_GROUP, ActorKind.POLITICAL_GROUP}
FIGHTERS = {Category.MILITARY, Category.ARMED_GROUP}
AUTHORITIES = {SourceKind.OFFICIAL, SourceKind.MILITARY, SourceKind.POLICE}
# Words for somebody told of before: no fill.
PRONOUNS = frozenset("HE HIM I IT ITS SHE THEIR THEM THESE THEY THIS THOSE WE WHICH WHO".split())

# Nouns that name an instrument, the telling ones first: without one a weapon's text is the deed, not the instrument.
INSTRUMENT_WORDS = (
    ("CAR BOMB", "VEHICLE BOMB"),
    ("CAR-BOMB", "VEHICLE BOMB"),
    ("TRUCK BOMB", "VEHICLE BOMB"),
    ("DYNAMITE ", "DYNAMITE"),
    ("MOLOTOV", "MOLOTOV COCKTAIL"),
    ("MACHINE", "MACHINE GUN"),
    ("AK-", "MACHINE GUN"),
    ("AUTOMATIC WEAPON", "MACHINE GUN"),
    ("M-16", "RIFLE"),
    ("RIFLE", "RIFLE"),
    ("GRENADE", "GRENADE"),
    ("MORTAR", "MORTAR"),
    ("ROCKET", "EXPLOSIVE"),
    ("RPG", "EXPLOSIVE"),
    ("BOMB", "BOMB"),
    ("EXPLOSIVE", "EXPLOSIVE"),
    ("CHARGE", "EXPLOSIVE"),
    ("DEVICE", "EXPLOSIVE"),
    ("TNT", "EXPLOSIVE"),
    ("MINE", "MINE"),
    ("TRAP", "EXPLOSIVE"),
    ("GUN", "GUN"),
    ("PISTOL", "GUN"),
    ("REVOLVER", "GUN"),
    ("FIREARM", "GUN"),
    ("WEAPON", "GUN"),
    ("MACHETE", "CUTTING DEVICE"),
    ("KNIFE", "CUTTING DEVICE"),
    ("AXE", "CUTTING DEVICE"),
)
# Deeds that tell the kind of instrument and name none.
DEEDS = (
    ("BULLET", "GUN"),
    ("DYNAMITED", "DYNAMITE"),
    ("MACHINEGUNNED", "MACHINE GUN"),
    ("MACHINE-GUNNED", "MACHINE GUN"),
    ("STRAFE", "MACHINE GUN"),
    ("SHOT", "GUN"),
    ("SHOOT", "GUN"),
    ("GUNNED", "GUN"),
    ("GUN DOWN", "GUN"),
    ("GUNFIRE", "GUN"),
    ("FIRED", "GUN"),
    ("OPENED FIRE", "GUN"),
    ("BOMBED", "BOMB"),
    ("BOMBING", "BOMB"),
    ("EXPLODED", "BOMB"),
    ("EXPLOSION", "BOMB"),
    ("BLEW", "EXPLOSIVE"),
    ("BLOWN", "EXPLOSIVE"),
    ("BLOW UP", "EXPLOSIVE"),
    ("DETONAT", "EXPLOSIVE"),
)

OBJECTS = {
    Category.BUSINESS: "COMMERCIAL",
    Category.ENERGY: "ENERGY",
    Category.COMMUNICATIONS: "COMMUNICATIONS",
    Category.GOVERNMENT: "GOVERNMENT OFFICE OR RESIDENCE",
    Category.JUDICIAL: "GOVERNMENT OFFICE OR RESIDENCE",
    Category.POLITICAL: "POLITICAL FIGURE OFFICE OR RESIDENCE",
    Category.DIPLOMAT: "DIPLOMAT OFFICE OR RESIDENCE",
    Category.RESIDENCE: "CIVILIAN RESIDENCE",
    Category.POLICE: "LAW ENFORCEMENT FACILITY",
    Category.JOURNALIST: "COMMUNICATIONS",
}
OBJECT_WORDS = (
    ("DEALERSHIP", "COMMERCIAL"),
    ("VEHICLE", "TRANSPORT VEHICLE"),
    (" CAR ", "TRANSPORT VEHICLE"),
    (" CARS ", "TRANSPORT VEHICLE"),
    ("MOTORCADE", "TRANSPORT VEHICLE"),
    ("AMBULANCE", "TRANSPORT VEHICLE"),
    ("TRUCK", "TRANSPORT VEHICLE"),
    ("AUTOMOBILE", "TRANSPORT VEHICLE"),
    ("BOAT", "TRANSPORT VEHICLE"),
    ("AIRPLANE", "TRANSPORT VEHICLE"),
    ("BANK", "FINANCIAL"),
    ("BANCO ", "FINANCIAL"),
    ("SAVINGS", "FINANCIAL"),
    (" DAS ", "LAW ENFORCEMENT FACILITY"),
    ("DEPARTMENT OF SECURITY", "LAW ENFORCEMENT FACILITY"),
    ("CITY HALL", "GOVERNMENT OFFICE OR RESIDENCE"),
    ("MINISTRY ", "GOVERNMENT OFFICE OR RESIDENCE"),
    ("MINISTER", "GOVERNMENT OFFICE OR RESIDENCE"),
    ("PRESIDENT ", "GOVERNMENT OFFICE OR RESIDENCE"),
    ("GAS STATION", "COMMERCIAL"),
    ("GASOLINE STATION", "COMMERCIAL"),
    ("SERVICE STATION", "COMMERCIAL"),
    ("TOWER", "ENERGY"),
    ("INSTITUTE", "ORGANIZATION OFFICE"),
    ("SOCIETY", "ORGANIZATION OFFICE"),
    ("ASSOCIATION", "ORGANIZATION OFFICE"),
    ("WAREHOUSE", "OTHER"),
    ("PARTY ", "ORGANIZATION OFFICE"),
    ("PARTIES", "ORGANIZATION OFFICE"),
    ("HEADQUARTERS", "ORGANIZATION OFFICE"),
    ("UNION", "ORGANIZATION OFFICE"),
    ("BRIDGE", "TRANSPORTATION ROUTE"),
    ("HIGHWAY", "TRANSPORTATION ROUTE"),
    ("ROAD", "TRANSPORTATION ROUTE"),
    ("RAILROAD", "TRANSPORTATION ROUTE"),
    ("AIRSTRIP", "TRANSPORTATION ROUTE"),
    ("WATER", "WATER"),
    ("FEDERATION", "ORGANIZATION OFFICE"),
    ("COMMITTEE", "ORGANIZATION OFFICE"),
    ("PHARMAC", "COMMERCIAL"),
    ("DRUG STORE", "COMMERCIAL"),
    ("CLINIC", "COMMERCIAL"),
    ("TELEPHONE", "COMMUNICATIONS"),
    ("NEWSPAPER", "COMMUNICATIONS"),
    ("DAILY ", "COMMUNICATIONS"),
    ("TELEVISION", "COMMUNICATIONS"),
    ("RADIO", "COMMUNICATIONS"),
    ("PUBLIC BUILDING", "OTHER"),
    ("PUBLIC FACILIT", "OTHER"),
    ("UNIVERSITY", "OTHER"),
    ("SCHOOL", "OTHER"),
    ("CLUB", "OTHER"),
    ("FARM", "OTHER"),
    ("FACTOR", "OTHER"),
)
PEOPLE = {
    Category.POLITICAL: "POLITICAL FIGURE",
    Category.GOVERNMENT: "GOVERNMENT OFFICIAL",
    Category.POLICE: "LAW ENFORCEMENT",
    Category.JUDICIAL: "LEGAL OR JUDICIAL",
    Category.MILITARY: "ACTIVE MILITARY",
    Category.DIPLOMAT: "DIPLOMAT",
}
GUARDS = ("BODYGUARD", "GUARD", "WATCHMAN", "ESCORT")
HUMAN_EFFECTS = {
    Effect.KILLED: "DEATH",
    Effect.INJURED: "INJURY",
    Effect.NONE: "NO INJURY OR DEATH",
    Effect.RELEASED: "REGAINED FREEDOM",
}
OBJECT_EFFECTS = {
    Effect.DAMAGED: "SOME DAMAGE",
    Effect.DESTROYED: "DESTROYED",
    Effect.NONE: "NO DAMAGE",
    Effect.STOLEN: "PROPERTY TAKEN FROM TARGET",
}


# Words for the people who do violence: a perpetrator called so is an individual to the task, whatever it belongs to.
FIGHTING_PEOPLE = frozenset(
    """
    guerrillas guerillas terrorists rebels subversives gunmen gunman individuals individual persons person people men
    man women woman members member soldiers soldier troops extremists criminals commandos assassins attackers
    insurgents militants traffickers hitmen hitman kidnappers youths policemen officers agents elements narcoterrorists
    mercenaries militiamen fighters combatants assailants murderers killers suspects bandits thieves robbers
    inmates prisoners students peasants personnel officials youngsters hooded militias paramilitaries
    """.upper().split()
)
# At the end of a description these are people too; a name may hold them.
FIGHTING_BODIES = frozenset(
    """
    guerrilla terrorist rebel commando commandoes command commands column columns patrol patrols group groups squad
    squads units unit cell cells band bands faction factions groupings
    """.upper().split()
)

# Kinds of text that the heads of the task's texts name in brackets.
GENRES = frozenset(
    """
    TEXT COMMUNIQUE EDITORIAL SPEECH INTERVIEW REPORT COMMENTARY ARTICLE PASSAGE EXCERPT EXCERPTS RECORDING SUMMARY
    STATEMENT ANNOUNCER PRESS
    """.split()
)
# Numbers that the task does not count.
VAGUE_NUMBERS = frozenset("A NUMBER OF/DOZENS/HUNDREDS/MANY/SCORES/SEVERAL/SOME/THOUSANDS/VARIOUS".split("/"))
# What the task calls people of whom no more is told than how many there were, the telling words first.
AT_LARGE = tuple("PEOPLE PERSONS PERSON OTHERS VICTIMS BODIES INJURED WOUNDED DEAD DEATHS".split())
