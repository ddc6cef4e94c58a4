"""What can go wrong, as one tree.

LintnewsError                 the program could not do what was asked: exit code 2, message only, no traceback
├── UsageError                the command line asks for something that is not there
├── ConfigError               .lintnews.yaml, [tool.lintnews], the register or an allow file
├── RuleError                 a YAML rule
├── PluginError               an installed plugin: import, hook, doubled name, crash
├── ReadError                 an article that can't be read
└── CheckError                a check that crashed on an article
"""

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes of every command."""

    CLEAN = 0
    FINDINGS = 1
    FAILED = 2
    INTERRUPTED = 130  # what a shell gives for a program that Ctrl-C ended


class LintnewsError(Exception):
    """A failure with one clear line for the user: `where: what`, where is a file, file:line or a name."""

    def __init__(self, message: str, where: str = "") -> None:
        super().__init__(message, where)
        self.message = message
        self.where = where

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message


class UsageError(LintnewsError):
    """The command line asks for something that is not there."""


class ConfigError(LintnewsError):
    """A configuration file, the register or an allow file is not as it must be."""


class RuleError(LintnewsError):
    """A YAML rule is not as it must be."""


class PluginError(LintnewsError):
    """A plugin failed to load, or broke its contract."""


class ReadError(LintnewsError):
    """An article can't be read."""


class CheckError(LintnewsError):
    """A check crashed on an article."""


def told(problem: BaseException) -> str:
    """An exception that is not ours in one line: its type and what it says."""
    return f"{type(problem).__name__}: {' '.join(str(problem).split())}"
