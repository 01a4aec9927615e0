"""How property-based tests run: without deadlines, few examples at the desk and always the same ones in CI.

`HYPOTHESIS_PROFILE=thorough make test` draws forty times as many.
"""

import os

from hypothesis import HealthCheck, settings

settings.register_profile("desk", deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("desk"), derandomize=True, database=None, print_blob=True)
settings.register_profile("thorough", settings.get_profile("desk"), max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") == "true" else "desk"))
