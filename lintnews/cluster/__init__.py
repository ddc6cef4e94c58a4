"""A run on a dask cluster: the same work and the same comparisons as on one machine, and the same findings."""
