"""The network of the page: whole names, the camps of the table, and lines by what others say only if asked for."""

from xml.etree.ElementTree import Element

import attrs
import pytest

from diplo_events import Actor, Dataset, Position, PositionBasis, load_example
from diplo_events.analysis import agreement_network, mentions
from diplo_events.analysis.stances import stance_matrix
from diplo_events.report._matrix import camp_numbers, stance_parts
from diplo_events.report._network import network_parts
from diplo_events.report._parts import Parts

EXAMPLE = load_example()
CAMPS = camp_numbers(stance_matrix(EXAMPLE, certainty="possibly", unqualified=True))


def parts_of(dataset: Dataset, *, is_large: bool = False) -> list[Element]:
    return [part for part in network_parts(dataset, Parts(is_large), CAMPS) if isinstance(part, Element)]


def drawings(parts: list[Element]) -> list[Element]:
    return [node for part in parts for node in part.iter("svg") if node.get("class") == "network"]


def actors_in(drawing: Element) -> dict[str, Element]:
    return {str(node.get("data-actor")): node for node in drawing.iter("g") if node.get("class") == "actor"}


def words(node: Element) -> str:
    return " ".join(filter(None, (part.text for part in node.iter() if part.tag in {"text", "tspan"})))


def test_names_are_whole_and_have_the_number_of_their_camp() -> None:
    drawing, _ = drawings(parts_of(EXAMPLE))
    actors = actors_in(drawing)
    assert len(actors) > 8
    for key, node in actors.items():
        assert words(node) == " ".join(filter(None, (str(CAMPS.get(key, "")), EXAMPLE.actor(key).name)))
    assert CAMPS["russia"] != CAMPS["ukraine"]


def test_the_camps_are_those_of_the_table_of_stances() -> None:
    matrix = stance_matrix(EXAMPLE, certainty="possibly", unqualified=True)
    (table,) = [
        node
        for part in stance_parts(EXAMPLE, matrix, Parts(is_large=False))
        if isinstance(part, Element)
        for node in part.iter("table")
    ]
    widths = [
        (str(head.text), int(head.get("colspan", ""))) for head in table.iter("th") if head.get("class") == "camp"
    ]
    names = ["".join(head.itertext()) for head in table.iter("th") if "head" in (head.get("class") or "").split()]
    shown = [camp.removeprefix("camp ") for camp, width in widths for _ in range(width)]
    of_name = dict(zip(names, shown, strict=True))
    assert {EXAMPLE.actor(key).name: str(camp) for key, camp in CAMPS.items()}.items() <= of_name.items()


def test_every_line_has_its_ends_and_both_measures() -> None:
    drawing, every = drawings(parts_of(EXAMPLE))
    for found, of in ((drawing, mentions(EXAMPLE)), (every, mentions(EXAMPLE, bases=None))):
        shares = agreement_network(of, normalization="shared")
        expected = sorted(
            (f"{one.source} {one.target}", f"{one.weight:g}", f"{share.weight:.3f}")
            for one, share in zip(agreement_network(of), shares, strict=True)
        )
        ties = [node for node in found.iter("g") if node.get("class") == "tie"]
        assert sorted((n.get("data-ends"), n.get("data-weight"), n.get("data-share")) for n in ties) == expected


def test_what_others_say_is_folded_and_dashed() -> None:
    first, *_ = parts_of(EXAMPLE)
    assert first.tag == "form"
    (folded,) = [part for part in parts_of(EXAMPLE) if part.tag == "details"]
    assert "".join(next(folded.iter("summary")).itertext()) == "With what others attribute to actors, or infer"
    own, every = drawings(parts_of(EXAMPLE))
    dashed = [[path for path in one.iter("path") if "indirect" in (path.get("class") or "")] for one in (own, every)]
    assert (len(dashed[0]), len(dashed[1]) > 5) == (0, True)


def test_it_is_not_there_if_nobody_says_anything_of_others() -> None:
    declared = [
        attrs.evolve(record, basis=PositionBasis.DECLARED, attributed_by=None)
        if isinstance(record, Position)
        else record
        for record in EXAMPLE.records
    ]
    assert len(drawings(parts_of(attrs.evolve(EXAMPLE, records=declared)))) == 1
    assert len(drawings(parts_of(EXAMPLE, is_large=True))) == 1


@pytest.mark.parametrize("name", ["A" * 60, "Elda of the " * 6])
def test_a_long_name_has_several_lines(name: str) -> None:
    records = [
        attrs.evolve(record, name=name) if isinstance(record, Actor) and record.id == "russia" else record
        for record in EXAMPLE.records
    ]
    drawing, _ = drawings(parts_of(attrs.evolve(EXAMPLE, records=records)))
    assert words(actors_in(drawing)["russia"]).replace(" ", "") == f"{CAMPS['russia']}{name}".replace(" ", "")
