"""From mentions to incidents to the record: the only place that decides, ranks and merges."""
