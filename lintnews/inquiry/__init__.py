"""Why a rule says nothing of two places: the same check is run, and what it leaves alone is written down."""
