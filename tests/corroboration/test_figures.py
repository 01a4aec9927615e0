"""Figures in names: the same number however it is written, and no number where there is none."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from diplo_events.corroboration._figures import figure_in
from each_case import each_case


@each_case(
    ("text", "figure"),
    [
        ("26 nations", 26),
        ("twenty-six nations", 26),
        ("Twenty Six nations", 26),
        ("1 million men", 1_000_000),
        ("1,000,000 men", 1_000_000),
        ("1.000.000 men", 1_000_000),
        ("1 000 000 men", 1_000_000),
        ("1\u202f000\u202f000 men", 1_000_000),
        ("1'000'000 men", 1_000_000),
        ("one million men", 1_000_000),
        ("a million men", 1_000_000),
        ("10 million people", 10_000_000),
        ("10 thousand people", 10_000),
        ("10k people", 10_000),
        ("10,000 people", 10_000),
        ("1.5 million people", 1_500_000),
        ("1,5 million people", 1_500_000),
        ("$2.5bn loan", None),
        ("2.5 bn loan", 2_500_000_000),
        ("half a million men", 500_000),
        ("ten thousand million tonnes", 10_000_000_000),
        ("2 crore rupees", 20_000_000),
        ("1 lakh people", 100_000),
        ("€140 billion loan", None),
        ("dozens of states", None),
        ("millions of people", None),
        ("two thirds of the members", None),
        ("between 5 and 6 states", None),
        ("between five and six states", None),
        ("5 to 6 states", None),
        ("5–6 thousand troops", None),
        ("two dozen states", 24),
        ("a dozen states", 12),
        ("two hundred and six men", 206),
        ("three thousand five hundred troops", 3500),
        ("1,234.5 tonnes", "1234.5"),
        ("the 27-member union", None),
        ("G20 leaders", None),
        ("the coalition", None),
        ("Group of 7", None),
        ("someone else", None),
    ],
)
def test_figures(text: str, figure: int | str | None) -> None:
    assert figure_in(text) == (None if figure is None else Decimal(figure))


@given(st.integers(1, 10**12))
def test_a_whole_number_is_itself_however_it_is_parted(number: int) -> None:
    for text in (f"{number}", f"{number:,}", f"{number:,}".replace(",", "."), f"{number:,}".replace(",", " ")):
        assert figure_in(f"{text} men") == number


@given(st.integers(1, 999), st.sampled_from([("thousand", 10**3), ("million", 10**6), ("billion", 10**9)]))
def test_a_scale_multiplies(number: int, scale: tuple[str, int]) -> None:
    word, factor = scale
    assert figure_in(f"{number} {word} men") == number * factor == figure_in(f"{number * factor:,} men")
