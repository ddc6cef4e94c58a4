"""The ledger: all rows that articles put on record, looked up by key."""
