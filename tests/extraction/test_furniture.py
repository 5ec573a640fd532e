"""Claims are taken from a page's own text and not from what it links to."""

from __future__ import annotations

from factcheck.extraction import extract
from factcheck.values import Document

_BODY = """A bus fell into the river Marsa near Old Ford on Friday morning, killing 14 people, the transport
ministry said. The driver had left the road to avoid a cart, according to the ministry. Divers searched the river
until dusk and brought up seven more passengers alive. Schools in Old Ford stayed closed while relatives waited
outside the hospital, where doctors treated the passengers for cold and shock. The road has no railing at the
bend.""".replace("\n", " ")


def _killed(text: str) -> list[float | None]:
    return [claim.low for claim in extract(Document("d", text)) if claim.kind == "killed"]


def test_a_labelled_link_to_another_story_gives_no_claim() -> None:
    assert _killed(f"Bus falls into the Marsa\n\n{_BODY}\n\nALSO READ: Gunman kills 9 at wedding hall") == [14]
    assert _killed(f"Bus falls into the Marsa\n\nRELATED | Flu kills 31 goats and 2 farmers\n\n{_BODY}") == [14]


def test_a_labelled_link_to_the_same_story_is_read() -> None:
    assert 14 in _killed(f"Bus falls\n\n{_BODY}\n\nRELATED: Bus falls into the river Marsa, killing 14 passengers")


def test_links_under_a_label_of_their_own_give_no_claim() -> None:
    links = "MOST READ\n\nGunman kills nine guests at wedding hall\n\nStorm leaves two fishermen dead off the cape"
    assert _killed(f"Bus falls into the Marsa\n\n{_BODY}\n\n{links}") == [14]


def test_a_run_of_headlines_about_other_things_gives_no_claim() -> None:
    links = "\n\n".join(
        [
            "Gunman kills nine guests at wedding hall",
            "Minister resigns over unpaid parking fines",
            "Storm leaves two fishermen dead off the cape",
            "Ten recipes for a cold evening at home",
        ]
    )
    assert 2 not in _killed(f"Bus falls into the Marsa\n\n{links}\n\n{_BODY}")
    assert _killed(f"Bus falls into the Marsa\n\n{_BODY}\n\n{links}") == [14]


def test_lines_about_the_page_s_own_story_are_read() -> None:
    lines = "Bus falls into the river Marsa\n\nMinistry says 14 people killed\n\nSeven passengers brought up alive"
    assert 14 in _killed(f"{lines}\n\n{_BODY.replace('killing 14 people, ', '')}")


def test_a_list_without_running_text_is_read() -> None:
    lines = [
        "Three farmers killed near Old Ford",
        "Two soldiers killed at the Sanga bridge",
        "One boy killed in Tolm",
    ]
    assert _killed("\n\n".join(lines)) == [3, 2, 1]
