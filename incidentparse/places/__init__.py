"""Places: the offline gazetteer as a geopy geocoder, disambiguation, bearings and distances."""
