"""The offline gazetteer as a geopy geocoder, and the joint resolution of an article's place names."""

from incidentparse.places.gazetteer import Gazetteer
from incidentparse.places.online import GeocoderChoice, OnlineGeocoder
from incidentparse.places.place import Place, PlaceClass

__all__ = ["Gazetteer", "GeocoderChoice", "OnlineGeocoder", "Place", "PlaceClass"]
