"""Pages over articles: who is named in them, in which spellings and where; who is cited in them and how."""
