"""A run on a dask cluster: the same work and the same comparisons as on one machine, and the same findings."""

from importlib.util import find_spec

from lintnews.errors import UsageError


def require() -> None:
    """UsageError unless what the extra `cluster` brings is there."""
    if not (find_spec("distributed") and find_spec("fsspec")):
        raise UsageError("--scheduler needs dask: pip install 'lintnews[cluster]'")
