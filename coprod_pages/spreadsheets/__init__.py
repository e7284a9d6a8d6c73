"""Case studies from spreadsheets: one list of columns, reading, understanding, writing."""
