"""The checks: one module a detection algorithm."""
