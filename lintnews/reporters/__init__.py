"""Report to text: one module a format, each with `render(report, options) -> str`."""
