"""What reading a file may end with."""


class CannotRead(Exception):
    """The file is no spreadsheet of case studies; the message says why in plain words."""
