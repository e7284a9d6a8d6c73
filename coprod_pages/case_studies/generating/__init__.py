"""Case studies of invented people and places, as many as wanted: for measuring, never to read."""
