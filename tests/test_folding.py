"""The forms in which names and quotes are compared."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from diplo_events._internal.texts.folding import bare, caseless, visible
from each_case import each_case

NAMES = st.text(st.characters(codec="utf-8", categories=("L", "M", "N", "P", "Z", "Cf")), max_size=20)


@each_case(
    ("text", "typed"),
    [
        ("Wałęsa", "walesa"),
        ("Đukanović", "dukanovic"),
        ("Ørsted", "orsted"),
        ("Diyarbakır", "diyarbakir"),
        ("İstanbul", "istanbul"),
        ("Ħal Qormi", "hal qormi"),
        ("Þingvellir", "thingvellir"),
        ("Sigurður", "sigurdur"),
        ("Œuvre", "oeuvre"),
        ("Ærø", "aero"),
        ("Straße", "strasse"),
        ("Nguyễn", "nguyen"),
        ("Ǆ", "dz"),
        ("Əliyev", "eliyev"),
        ("ŧest", "test"),
        ("Ɓɗƙ", "bdk"),
        ("Ёлкин", "елкин"),
        ("Αθήνα", "αθηνα"),
        ("ﬁnal", "final"),
    ],
)
def test_letters_as_they_are_typed(text: str, typed: str) -> None:
    assert bare(text) == typed
    assert bare(unicodedata.normalize("NFD", text)) == typed
    assert bare(text.upper()) in {typed, bare(text.upper().lower())}


def test_marks_that_make_another_word_stay() -> None:
    assert bare("किताब") != bare("कतब")
    assert bare("กิน") != bare("กน")


@given(NAMES)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert caseless(caseless(text)) == caseless(text)
    assert bare(bare(text)) == bare(text)
    assert visible(visible(text)) == visible(text)


@given(NAMES)
def test_unicode_forms_and_unseen_characters_make_no_difference(text: str) -> None:
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        assert caseless(unicodedata.normalize(form, text)) == caseless(text)
        assert bare(unicodedata.normalize(form, text)) == bare(text)
    sown = "\u00ad".join(text)
    if not any(unicodedata.combining(c) for c in text):  # between marks, it would change their order
        assert caseless(sown) == caseless(text)


@given(NAMES)
def test_what_cannot_be_seen_is_what_unicode_ignores(text: str) -> None:
    """Format characters that take no place are gone; those with a width of their own stay."""
    widths = {
        "\u0600",
        "\u0601",
        "\u0602",
        "\u0603",
        "\u0604",
        "\u0605",
        "\u06dd",
        "\u070f",
        "\u0890",
        "\u0891",
        "\u08e2",
    }
    for character in text:
        if unicodedata.category(character) == "Cf" and character not in widths and ord(character) < 0x10000:
            assert visible(character) == "" or character in "\ufff9\ufffa\ufffb"
        elif unicodedata.category(character)[0] in "LNP" and character not in "\u115f\u1160\u3164\uffa0":
            assert visible(character) == character


def test_ascii_is_only_lower_cased() -> None:
    assert caseless("A b-C") == bare("A b-C") == "a b-c"
