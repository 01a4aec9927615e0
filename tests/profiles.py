"""How property-based tests run, and how many examples they draw.

Without deadlines; 25 examples at the desk, new ones in each run; a fifth of them in `make check`; three fifths in CI,
always the same ones; `HYPOTHESIS_PROFILE=thorough make test` draws forty times as many.
A test that wants more or fewer than the others says
`@examples(100)`, which the profile multiplies too; a literal `max_examples` would override it.
"""

from typing import Any

from hypothesis import HealthCheck, settings

DESK = 25

settings.register_profile("desk", deadline=None, max_examples=DESK, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile(
    "ci", settings.get_profile("desk"), max_examples=3 * DESK // 5, derandomize=True, database=None, print_blob=True
)
settings.register_profile("quick", settings.get_profile("desk"), max_examples=DESK // 5)
settings.register_profile("thorough", settings.get_profile("desk"), max_examples=40 * DESK)


def examples(number: int, **options: Any) -> settings:
    """Return the settings of a test that draws `number` examples at the desk."""
    profile = settings.get_profile(settings.get_current_profile_name())
    return settings(profile, max_examples=max(1, number * profile.max_examples // DESK), **options)
