"""Why something cannot be done at the desk."""


class CannotDo(ValueError):
    """What was asked for cannot be done; the message says why."""
