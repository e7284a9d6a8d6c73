"""What a worker remembers stays within its bytes."""

from array import array

from coprod_pages.compendium.remembering import Memory


def test_what_was_asked_for_longest_ago_is_forgotten_first() -> None:
    memory = Memory(most_bytes=10_000)
    for number in range(3):
        memory.put(number, 1 << 20_000)  # 2.7 kB each
    memory.get(0)

    memory.put(3, 1 << 20_000)
    memory.put(4, 1 << 20_000)

    assert 0 in memory
    assert 1 not in memory
    assert memory.bytes <= 10_000


def test_an_answer_that_is_too_large_is_not_remembered() -> None:
    memory = Memory(most_bytes=10_000)
    memory.put("small", "x")

    memory.put("large", array("q", range(5000)))

    assert "large" not in memory
    assert memory.get("large") is None
    assert "small" in memory


def test_the_same_question_counts_once() -> None:
    memory = Memory(most_bytes=10_000)
    for _again in range(50):
        memory.put("question", 1 << 20_000)

    assert len(memory) == 1
    assert memory.bytes < 5000


def test_a_copy_forgets_what_has_changed_and_keeps_the_rest() -> None:
    memory = Memory(most_bytes=10_000)
    memory.put(1, "one")
    memory.put(2, "two")

    copy = memory.without([2, 3])

    assert copy.get(1) == "one"
    assert 2 not in copy
    assert copy.bytes < memory.bytes
    assert memory.get(2) == "two"
