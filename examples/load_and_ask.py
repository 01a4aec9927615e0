"""Load the bundled dataset and query it: who refused something, in which words, and was it in September?"""

import diplo_events
from diplo_events import EventDate, SpeechAct

REFUSALS = {SpeechAct.REJECT, SpeechAct.REJECT_MEETING, SpeechAct.REJECT_PLAN}
IN_WORDS = {True: "in September", False: "not in September", None: "possibly in September"}


def main() -> None:
    """Print each refusal with a quote, and whether its date lies in September."""
    dataset = diplo_events.load_example()
    september = EventDate.parse("2025-09")
    for statement in dataset.statements:
        if statement.restates or not statement.quotes or not REFUSALS & set(statement.acts):
            continue
        answer = statement.when.within(september) if statement.when else None
        words = statement.when_as_reported or "no time words"
        print(f"{dataset[statement.speakers[0]].name}, {IN_WORDS[answer]} ({words}):")
        for quote in statement.quotes:
            print(f"  “{quote.text}”")
        print(f"  according to {dataset[statement.source].title!r}")


if __name__ == "__main__":
    main()
