"""`lintnews init`: a configuration to start from, every setting explained."""

from __future__ import annotations

from pathlib import Path

import msgspec

from lintnews.cli import options as shared
from lintnews.config import FILE, Config
from lintnews.errors import ExitCode, UsageError

# What stands in the file for a setting; all but the first is commented out.
SAMPLES = {
    "corpus": "[.]",
    "exclude": '[README.md, "drafts/"]',
    "rules": "[rules/]",
    "select": "[ALL]",
    "extend-select": "[space-before-punctuation]",
    "ignore": "[hard-to-read]",
    "levels": "{anonymous-source: error}",
    "options": "{hard-to-read: {article: 70}}",
    "register": "register.yaml",
    "plugins": "{require: [], disable: []}",
    "fail-on": "warning",
    "per-file-ignores": '{"opinion/**": [attribution]}',
    "baseline": "baseline.json",
    "language": "en",
}
HEAD = """# Settings of lintnews, a linter for news articles. `lintnews explain` lists the rules, `lintnews
# --show-settings` shows what holds. Paths are relative to this folder. Commented lines show how a setting is written.
"""


def run(arguments: list[str]) -> int:
    """Write `.lintnews.yaml` into the working directory; refuses to overwrite."""
    parser = shared.new_parser("init", f"Write a commented {FILE} into this folder.")
    parser.parse_args(arguments)
    path = Path(FILE)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(template())
    except FileExistsError:
        raise UsageError("is there already, and was left as it is", FILE) from None
    except OSError as problem:
        raise UsageError(f"can't be written: {problem.strerror or problem}", FILE) from None
    shared.emit(f"Wrote {FILE}. Next: lintnews .\n")
    return ExitCode.CLEAN


def template() -> str:
    """The file: every setting with what it means; the corpus is the only one that is set."""
    settings = msgspec.json.schema(Config)["$defs"]["Config"]["properties"]
    blocks = [
        f"# {about['description']}\n{'' if name == 'corpus' else '# '}{name}: {SAMPLES[name]}\n"
        for name, about in settings.items()
    ]
    return "\n".join([HEAD, *blocks])
