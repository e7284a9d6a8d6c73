"""No post breaks the form for examples; `benchmarks/hostile_forms.py` makes thousands."""

import random

import pytest
from django.test import override_settings

from .conftest import Visitor
from .hostile_forms import complaints, new_visitor, posts

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("seed", range(4))
@override_settings(COPROD_SENDINGS_PER_HOUR=100_000)
def test_hostile_posts_are_answered_and_lose_nothing(visitor: Visitor, seed: int) -> None:
    somebody = new_visitor()

    wrong = [
        (page, said, data)
        for page, data in posts(random.Random(seed), 60)
        if (said := complaints(somebody, page, data))
    ]

    assert not wrong
