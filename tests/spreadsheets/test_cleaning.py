"""HTML from elsewhere, made safe and laid out for the editor."""

import pytest

from coprod_pages.spreadsheets.cleaning import rich_text
from coprod_pages.spreadsheets.notes import Notes
from coprod_pages.spreadsheets.story import Block, story_of


def story(html: str) -> tuple[list[Block], str]:
    notes = Notes()
    return story_of(html, notes), "\n".join(str(note) for note in notes.all)


def test_headings_paragraphs_and_quotations_become_blocks() -> None:
    blocks, _said = story(
        "<h2>How it began</h2><p>With <strong>soup</strong>.</p><h3>Then</h3><ul><li>a</li></ul>"
        "<blockquote><p>We were asked.</p></blockquote><p>The end.</p>"
    )

    assert blocks == [
        ("heading", "How it began"),
        ("paragraph", "<p>With <b>soup</b>.</p><h4>Then</h4><ul><li>a</li></ul>"),
        ("quotation", {"quotation": "We were asked.", "named_as": ""}),
        ("paragraph", "<p>The end.</p>"),
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<p>Safe<script>alert(1)</script></p>",
        "<p onclick='alert(1)'>Safe</p>",
        "<p><a href='javascript:alert(1)'>Safe</a></p>",
        "<p>Safe<iframe src='https://example.org'>alert(1)</iframe></p>",
        "<style>p{alert:1}</style><p style='alert:1'>Safe</p>",
        "<p>Safe<svg><script>alert(1)</script></svg></p>",
        "<p>Safe</p><!-- alert(1) -->",
        "<p>Safe<img src=x onerror=alert(1)></p>",
    ],
)
def test_nothing_that_runs_is_left(html: str) -> None:
    assert story(html)[0] == [("paragraph", "<p>Safe</p>")]


def test_what_was_taken_out_is_said() -> None:
    said = story("<p>a<script>b</script><img src='c.png'><iframe></iframe></p>")[1]

    assert "a script" in said
    assert "pictures" in said
    assert "embedded" in said


def test_links_keep_a_safe_complete_address_and_nothing_else() -> None:
    blocks, said = story(
        "<p><a class='x' href='https://example.org/a?b=1&amp;c=2' target='_blank'>out</a> "
        "<a href='/cases/1'>inside</a> <a href='#note'>note</a> <a id='here'></a></p>"
    )

    assert blocks == [
        ("paragraph", '<p><a href="https://example.org/a?b=1&amp;c=2">out</a> inside note</p>')
    ]
    assert "plain words (2)" in said


def test_raised_footnote_numbers_stay_readable() -> None:
    assert story("<p>since the 1980s<sup>3</sup></p>")[0][0][1] == "<p>since the 1980s[3]</p>"


def test_control_characters_are_taken_out_also_when_written_as_entities() -> None:
    assert story("<p>a\x01b&#1;c&#x202e;d</p>")[0] == [("paragraph", "<p>abcd</p>")]


def test_text_between_blocks_and_empty_paragraphs() -> None:
    blocks, _said = story("Loose <em>words</em><p> &nbsp; </p><h3>Where:</h3>Leeds<br><br>")

    assert blocks == [
        ("paragraph", "<p>Loose <i>words</i></p>"),
        ("heading", "Where:"),
        ("paragraph", "<p>Leeds</p>"),
    ]


def test_headings_with_nothing_below_them_are_left_out_and_named() -> None:
    blocks, said = story("<h3>Aims</h3><h3>History</h3><p>Long.</p><h3>Notes</h3>")

    assert blocks == [("heading", "History"), ("paragraph", "<p>Long.</p>")]
    assert "“Aims”; “Notes”" in said


def test_plain_text_becomes_paragraphs() -> None:
    assert story("One & two < three.\nNext line.\n\nAnother.")[0] == [
        ("paragraph", "<p>One &amp; two &lt; three.<br/>Next line.</p><p>Another.</p>")
    ]


def test_paragraphs_in_list_items_become_line_breaks() -> None:
    assert story("<ul><li><p>a</p><p>b</p></li></ul>")[0] == [
        ("paragraph", "<ul><li>a<br/>b</li></ul>")
    ]


def test_the_rows_of_a_table_become_lines() -> None:
    html = "<table><tr><th>Year</th><th>People</th></tr><tr><td>2016</td><td>57</td></tr></table>"

    assert story(html)[0] == [("paragraph", "<p>Year | People</p><p>2016 | 57</p>")]


def test_a_quotation_with_a_list_stays_running_text() -> None:
    assert story("<blockquote><ul><li>a</li></ul></blockquote>")[0] == [
        ("paragraph", "<ul><li>a</li></ul>")
    ]


def test_an_e_mail_address_is_pointed_out() -> None:
    assert "e-mail address" in story("<p>Write to jo@example.org.</p>")[1]
    assert "e-mail" not in story("<p><a href='https://a.org/@jo'>a.org</a></p>")[1]


def test_fields_without_headings_get_bold_paragraphs() -> None:
    assert rich_text("<h2>Why</h2><div>It was closing.</div>", Notes()) == (
        "<p><b>Why</b></p><p>It was closing.</p>"
    )
