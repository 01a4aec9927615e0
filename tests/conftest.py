"""Chooses the profile of the property-based tests, before any of them is imported."""

import os

from hypothesis import settings

import profiles  # registers the profiles  # noqa: F401

settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") == "true" else "desk"))
