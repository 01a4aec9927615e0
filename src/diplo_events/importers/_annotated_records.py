"""The records of annotated texts: the passages are proven, and the map of the project says what each label becomes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import attrs

from diplo_events.dataset import Dataset
from diplo_events.errors import shown
from diplo_events.importers._annotations import AnnotatedText, Annotation, Relation
from diplo_events.importers._counting import Counting
from diplo_events.importers._entities import Entities, Ids
from diplo_events.importers._events_in_text import EventsInText, source_of
from diplo_events.importers._filling import Filling, TextInHand
from diplo_events.importers._maps import ENTITIES, LabelMap, LabelRule
from diplo_events.importers._offsets import Claim, OffsetProof, Offsets, prove_offsets
from diplo_events.importers._report import Imported
from diplo_events.schema import Record

__all__ = ["AnnotationImport", "import_texts"]

NOT_PROVEN: Final = "no rule of counting explains all passages of the document"
CODING: Final = "no rule of counting explains all passages of one annotator, whose coding is refused"
NOT_EXPLAINED: Final = "its words do not stand where its offsets say"
WITH_DOCUMENT: Final = "its document is refused"
REPEATED: Final = "its id is that of another annotation, and has a number added"
EMPTY: Final = "its passage is empty"
DANGLING: Final = "it leads to an annotation that is not there"
PART: Final = "a part of the record of another annotation"
ROLE: Final = "a role in the record of an annotation"
IN_EXTRA: Final = "kept in `extra` of its source, as no rule of the map is for"
UNPROVEN: Final = "the tool gives no words, and the offsets are not the same in every rule of counting"
RIVALS: Final = "another rule explains the words too, and puts a passage elsewhere"


def import_texts(texts: Iterable[AnnotatedText], rules: LabelMap, *, tool: str) -> Imported:
    """Return the records of annotated texts, with the report.

    Args:
        texts: The texts, one after the other.
        rules: The map of the project.
        tool: The name of the importer.
    """
    run = AnnotationImport(rules, tool)
    for text in texts:
        run.add(text)
    return run.imported()


class AnnotationImport:
    """An import while it runs."""

    def __init__(self, rules: LabelMap, tool: str) -> None:
        self.rules = rules
        self.tool = tool
        self.counting = Counting(tool)
        self.ids = Ids()
        self.entities = Entities(self.ids)
        self.records: list[Record] = []
        self.annotators: dict[str, set[str]] = {}
        self.texts: dict[str, str] = {}

    def imported(self) -> Imported:
        """Return the dataset and the report; where several people annotated, also what each of them did."""
        entities = self.entities.records()
        for record in entities:
            self.counting.record(record)
        dataset = Dataset(records=[*entities, *self.records])
        codings: dict[str, Dataset] = {}
        if len(self.annotators) > 1:
            coded = {key for own in self.annotators.values() for key in own}
            for name, own in sorted(self.annotators.items()):
                mine = [record for record in dataset.records if record.id in own or record.id not in coded]
                codings[name] = Dataset(records=mine)
        report = self.counting.report()
        return Imported(dataset=dataset, report=report, codings=codings, texts=self.texts)

    def add(self, text: AnnotatedText) -> None:
        """Add the records of one text. It is a row itself, beside its annotations and relations."""
        text = attrs.evolve(text, annotations=tuple(self.unique(text)))
        rows = len(text.annotations), len(rows_among(text.relations)), len(text.refused), len(text.joined)
        self.counting.rows += text.is_text + sum(rows)
        for row in text.refused:
            found = row.problem.found if not row.problem.path else f"{row.problem.path}: {row.problem.found}"
            where = row.problem.location or text.place
            self.counting.refused(row.reason, where, found, damaged=row.damaged)
        for kind, found in text.defects:
            self.counting.defect(kind, text.place, found)
        if not text.is_text:
            for why, where in text.joined:
                self.counting.joined(why, where)
            return
        whole = [each for each in text.annotations if all(start < end for start, end in each.offsets)]
        for each in text.annotations:
            if not all(start < end for start, end in each.offsets):
                self.counting.refused(EMPTY, each.place, f"{name_of(each)} {each.offsets}", damaged=True)
        with_place = [each for each in whole if each.offsets]
        if text.text is None and with_place:
            self.refuse(text, whole, text.why_no_text)
            return
        text, whole = self.without_unproven_codings(text, whole)
        with_place = [each for each in whole if each.offsets]
        proof = self.proof(text, with_place)
        if proof.rule is None:
            self.counting.refused(NOT_PROVEN, text.place, counts_of(text, proof), damaged=True)
            self.refuse_unproven(text, whole, proof)
            return
        places = {each.id: place for each, place in zip(with_place, proof.places, strict=False)}
        self.make(text, whole, places, proof.rule)

    def unique(self, text: AnnotatedText) -> Iterator[Annotation]:
        """Return the annotations of a text, each under an id of its own."""
        times: Counter[str] = Counter()
        for annotation in text.annotations:
            times[annotation.id] += 1
            if times[annotation.id] > 1:
                self.counting.defect(REPEATED, annotation.place, name_of(annotation))
                yield attrs.evolve(annotation, id=f"{annotation.id}#{times[annotation.id]}")
            else:
                yield annotation

    def without_unproven_codings(
        self, text: AnnotatedText, annotations: list[Annotation]
    ) -> tuple[AnnotatedText, list[Annotation]]:
        """Refuse the codings of a text whose offsets no rule explains, as long as there is another one."""
        codings: dict[str | None, list[Annotation]] = {}
        for each in annotations:
            codings.setdefault(each.annotator, []).append(each)
        if len(codings) == 1 or not text.proven:
            return text, annotations
        proofs = {who: self.proof(text, [a for a in own if a.offsets], note=False) for who, own in codings.items()}
        failing = {who for who, proof in proofs.items() if proof.rule is None}
        if len(failing) in {0, len(codings)}:
            return text, annotations
        for who in failing:
            links = tuple(each for each in text.relations if each.annotator == who)
            part = attrs.evolve(text, annotations=tuple(codings[who]), relations=links, joined=())
            self.counting.defect(CODING, text.place, f"{who}: {counts_of(part, proofs[who])}")
            self.refuse_unproven(part, codings[who], proofs[who])
        left = tuple(each for each in text.relations if each.annotator not in failing)
        kept = [each for each in annotations if each.annotator not in failing]
        return attrs.evolve(text, annotations=tuple(kept), relations=left), kept

    def proof(self, text: AnnotatedText, annotations: Sequence[Annotation], *, note: bool = True) -> OffsetProof:
        """Prove the offsets of a text, and count what its words cannot decide."""
        if not text.proven:
            return OffsetProof(rule="found by its words", places=tuple(a.offsets for a in annotations), explained={})
        claims = [Claim(annotation.offsets, annotation.words) for annotation in annotations]
        claims += text.witnesses
        proof = prove_offsets(text.text or "", claims, same=text.same, rules=text.rules)
        if proof.rivals and note:
            rivals = f"{text.name}: {proof.rule} is taken; {', '.join(proof.rivals)} fit too"
            silent = all(claim.words is None for claim in claims)
            self.counting.defect(UNPROVEN if silent else RIVALS, text.place, rivals)
        return proof

    def refuse(self, text: AnnotatedText, annotations: Iterable[Annotation], why: str) -> None:
        """Refuse a document, with everything in it."""
        self.counting.refused(why, text.place, text.path or text.name, damaged=True)
        self.refuse_rows(text, annotations)

    def refuse_rows(self, text: AnnotatedText, annotations: Iterable[Annotation]) -> None:
        """Refuse rows of a document that is refused."""
        rows: list[Annotation | Relation] = [*annotations, *rows_among(text.relations)]
        for row in rows:
            self.counting.refused(WITH_DOCUMENT, row.place, name_of(row))
        for _, where in text.joined:
            self.counting.refused(WITH_DOCUMENT, where)

    def refuse_unproven(self, text: AnnotatedText, annotations: Iterable[Annotation], proof: OffsetProof) -> None:
        """Refuse the rows of a document that no rule explains; name the passages that the best rule leaves out."""
        content = text.text or ""
        annotations = list(annotations)
        with_place = [each for each in annotations if each.offsets]
        failed = {with_place[index].id for index in proof.failures if index < len(with_place)}
        for index in proof.failures:
            if index >= len(with_place):
                witness = text.witnesses[index - len(with_place)]
                self.counting.defect(NOT_EXPLAINED, text.place, f"{shown(witness.words)} {witness.offsets}")
        for row in annotations:
            if row.id in failed:
                there = " ".join(content[max(start, 0) : max(end, 0)] for start, end in row.offsets)
                found = f"{name_of(row)} {row.offsets}: {shown(row.words)}, where the text has {shown(there)}"
                self.counting.refused(NOT_EXPLAINED, row.place, found, damaged=True)
        self.refuse_rows(text, [row for row in annotations if row.id not in failed])

    def make(
        self, text: AnnotatedText, annotations: Sequence[Annotation], places: Mapping[str, Offsets], rule: str
    ) -> None:
        """Make the source of a text and the records of its annotations."""
        source = self.ids.new(text.name)
        known = {annotation.id: annotation for annotation in annotations}
        relations: list[Relation] = []
        for each in text.relations:
            if {each.source, each.target} <= known.keys():
                relations.append(each)
            else:
                found = f"{name_of(each)}: {each.source} to {each.target}"
                if each.is_row:
                    self.counting.refused(DANGLING, each.place, found, damaged=True)
                else:
                    self.counting.defect(DANGLING, each.place, found)
        if text.text is not None:
            self.texts[source] = text.text
        hand = TextInHand(source, text.text or "", known, places, relations)
        filling = Filling(self.entities, hand, self.counting)
        events: list[tuple[Annotation, LabelRule]] = []
        new: set[str] = set()
        for annotation in annotations:
            before = len(self.entities.plain)
            events.extend(self.assigned(annotation, hand, filling))
            if len(self.entities.plain) > before:
                new.add(annotation.id)
        made = EventsInText(hand, filling, self.counting, self.tool).make(events)
        for annotation, record in made:
            self.records.append(self.counting.record(record))
            if annotation.annotator:
                self.annotators.setdefault(annotation.annotator, set()).add(record.id)
        with_record = {annotation.id for annotation, _ in made}
        made_source = source_of(text, hand, with_record, rule if text.proven and places else None, self)
        self.records.append(self.counting.record(made_source))
        self.counting.made()
        for why, where in text.joined:
            self.counting.joined(why, where)
        self.account(hand, with_record, new)

    def assigned(
        self, annotation: Annotation, hand: TextInHand, filling: Filling
    ) -> Iterator[tuple[Annotation, LabelRule]]:
        """Make the entities that an annotation names, and choose the ids of the other records that it makes."""
        rules = self.rules_of(annotation)
        several = sum(rule.record not in {None, *ENTITIES} for rule in rules) > 1
        for rule in rules:
            if rule.record in ENTITIES:
                filling.entity(annotation, rule)
            elif rule.record:
                key = f"{hand.source}/{annotation.id}{f'-{rule.record}' if several else ''}"
                hand.made.setdefault(annotation.id, {})[rule.record] = self.ids.new(key)
                yield annotation, rule

    def rules_of(self, annotation: Annotation) -> tuple[LabelRule, ...]:
        """Return the rules of the map for an annotation."""
        return () if annotation.silent else self.rules.rules_for(annotation.label)

    def account(self, hand: TextInHand, with_record: set[str], new: set[str]) -> None:
        """Count what became of the annotations and the relations of a text."""
        roles = {each.target for each in hand.relations if each.source in with_record}
        for annotation in hand.annotations.values():
            if annotation.id in with_record or annotation.id in new:
                self.counting.made()
            elif annotation.id in hand.entities:
                self.counting.joined(f"the same {hand.entities[annotation.id][0]} as before", annotation.place)
            elif annotation.id in roles:
                self.counting.joined(PART, annotation.place)
            elif annotation.id not in hand.failed:
                skipped = next((rule.skip for rule in self.rules_of(annotation) if rule.skip), None)
                why = f"skipped: {skipped}" if skipped else f"{IN_EXTRA} {annotation.label}"
                self.counting.joined(why, annotation.place)
        for each in rows_among(hand.relations):
            why = ROLE if each.source in with_record else f"{IN_EXTRA} {each.label}"
            self.counting.joined(why, each.place)


def counts_of(text: AnnotatedText, proof: OffsetProof) -> str:
    """Return how many passages of a text each rule explains."""
    counts = ", ".join(f"{rule} {number}" for rule, number in proof.explained.items())
    passages = sum(bool(each.offsets) for each in text.annotations) + len(text.witnesses)
    return f"{text.name}: of {passages} passages: {counts}"


def name_of(row: Annotation | Relation) -> str:
    """Return how messages name a row: by its place in the file, if that is nested, and else by its id."""
    return row.path or row.id


def rows_among(relations: Iterable[Relation]) -> list[Relation]:
    """List the relations that are rows of their own."""
    return [each for each in relations if each.is_row]
