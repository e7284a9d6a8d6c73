"""Where a case study is shown, for whoever is about to withdraw it. Features above register here."""

from collections.abc import Callable

# Gives sentences about where the case study with this number is.
Places = Callable[[int], list[str]]

_asked: dict[str, Places] = {}


def ask(name: str, places: Places) -> None:
    """From now on, ask `places` too. Called when the app is ready."""
    _asked[name] = places


def places_of(case_study_id: int | None) -> list[str]:
    """Where it is shown beside the website itself, in words."""
    if case_study_id is None:
        return []
    return [said for places in _asked.values() for said in places(case_study_id)]
