"""Settings of all tests: hypothesis draws the same examples on every run and knows no deadline."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")
