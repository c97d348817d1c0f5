"""The user's own places, laid over the packaged gazetteer."""

from __future__ import annotations

from pathlib import Path

import pytest
from geopy.location import Location

from incidentparse.errors import GazetteerError
from incidentparse.places import Gazetteer, PlaceClass
from incidentparse.places.layers import add_places, describe, user_layer, user_layers

DUMP_ROW = (
    "900000001\tKafr Nbouda\tKafr Nbouda\tKafr Nabudah,Kfar Nabuda\t35.43\t36.48\tP\tPPL\tSY\t\t10\t\t\t\t13513\t\t300"
    "\tAsia/Damascus\t2020-01-01\n"
)
AREA_ROW = (
    "900000002\tHama Test\tHama Test\t\t35.1\t36.7\tA\tADM1\tSY\t\t10\t\t\t\t0\t\t300\tAsia/Damascus\t2020-01-01\n"
)


def test_csv_places_are_found_before_the_packaged_ones(tmp_path: Path) -> None:
    source, layer = tmp_path / "mine.csv", tmp_path / "places.sqlite"
    source.write_text(
        "Name,Latitude,Longitude,Country,admin1,kind,names\n"
        "Tarbana,35.79,36.66,Syria,Idlib,village,Tirbana|Tarbanah\n"
        "Camp Alpha,11.85,13.2,NG,,camp,\n"
    )
    assert add_places(source, layer=layer) == 2
    gazetteer = Gazetteer(layers=[layer])
    place = gazetteer.named("tarbanah")[0]
    assert (place.name, place.country, place.geonames_id, place.zone) == ("Tarbana", "SY", None, "Asia/Damascus")
    assert gazetteer.address(place) == "Tarbana, Idlib, Syria"
    camp = gazetteer.geocode("Camp Alpha")
    assert isinstance(camp, Location)
    assert camp.raw["country"] == "NG"
    assert "mine.csv" in gazetteer.name


def test_geonames_dump_with_its_own_areas(tmp_path: Path) -> None:
    source, layer = tmp_path / "SY.txt", tmp_path / "places.sqlite"
    source.write_text(DUMP_ROW + AREA_ROW)
    assert add_places(source, layer=layer) == 2
    place = Gazetteer(layers=[layer]).named("kfar nabuda")[0]
    assert (place.geonames_id, place.admin1, place.population) == (900000001, 900000002, 13513)


def test_adding_again_replaces_and_keeps_the_rest(tmp_path: Path) -> None:
    dump, own, layer = tmp_path / "SY.txt", tmp_path / "own.csv", tmp_path / "places.sqlite"
    dump.write_text(DUMP_ROW)
    own.write_text("name,latitude,longitude,country\nMy Village,35.0,36.0,SY\n")
    for source in (dump, own, dump):
        add_places(source, layer=layer)
    packaged, mine = describe(Gazetteer(layers=[layer]))
    assert mine.counts == {PlaceClass.POPULATED: 2}
    assert mine.name == "SY.txt, own.csv"
    assert packaged.counts[PlaceClass.POPULATED] > 200_000


def test_places_of_a_corrected_csv_file_replace_their_former_ones(tmp_path: Path) -> None:
    source, layer = tmp_path / "own.csv", tmp_path / "places.sqlite"
    for latitude in ("35.0", "35.1"):
        source.write_text(f"name,latitude,longitude,country\nMy Village,{latitude},36.0,SY\nMy Village,35.5,36.5,SY\n")
        assert add_places(source, layer=layer) == 2
    places = Gazetteer(layers=[layer]).named("my village")
    assert sorted(place.latitude or 0.0 for place in places) == [35.1, 35.5]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_columns_may_be_parted_as_spreadsheets_do(tmp_path: Path, mark: str) -> None:
    source, layer = tmp_path / "own.csv", tmp_path / "places.sqlite"
    rows = (("name", "latitude", "longitude", "country"), ("My Village", "35.0", "36.0", "SY"))
    source.write_text("".join(f"{mark.join(row)}\n" for row in rows))
    assert add_places(source, layer=layer) == 1


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        pytest.param("name,country\nX,SY\n", "latitude, longitude missing", id="columns"),
        pytest.param(
            "name,latitude,longitude,country\nX,91,0,SY\n", "line 2: 91.0, 0.0 is not on the Earth", id="range"
        ),
        pytest.param(
            "name,latitude,longitude,country\nX,north,0,SY\n", "line 2: 'north', '0' are not degrees", id="number"
        ),
        pytest.param("name,latitude,longitude,country\nX,1,1,Atlantis\n", "'Atlantis' is no country", id="country"),
        pytest.param("name,latitude,longitude,country\n,1,1,SY\n", "no name", id="name"),
        pytest.param("name,latitude,longitude,country,kind\nX,1,1,SY,planet\n", "kind 'planet'", id="kind"),
        pytest.param(
            "name,latitude,longitude,country,population\nX,1,1,SY,-9\n",
            "line 2: -9 is not a number from 0",
            id="people",
        ),
        pytest.param(
            f"name,latitude,longitude,country,population\nX,1,1,SY,{10**30}\n", "is not a number from 0", id="too-many"
        ),
        pytest.param(DUMP_ROW + "1\t2\n", "line 2: 2 columns", id="dump-row"),
        pytest.param("9" + DUMP_ROW, "line 1: 9900000001 is not a number from 0", id="dump-id"),
    ],
)
def test_bad_files_add_nothing(tmp_path: Path, text: str, complaint: str) -> None:
    source, layer = tmp_path / "bad.csv", tmp_path / "places.sqlite"
    source.write_text(text)
    with pytest.raises(GazetteerError, match=complaint):
        add_places(source, layer=layer)
    assert not layer.exists()


def test_missing_and_broken_layers_are_named(tmp_path: Path) -> None:
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"no database at all, but long enough to be read as one" * 40)
    for path in (broken, tmp_path / "none.sqlite"):
        with pytest.raises(GazetteerError, match=path.name):
            Gazetteer(layers=[path])


def test_user_layer_follows_the_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    assert user_layers() == ()
    source = tmp_path / "own.csv"
    source.write_text("name,latitude,longitude,country\nMy Village,35.0,36.0,SY\n")
    add_places(source)
    assert user_layers() == (user_layer(),)
