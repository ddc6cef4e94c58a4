"""The adapter of textstat: right figures, and no way to the network (the tests' sockets are closed)."""

from __future__ import annotations

import subprocess
import sys

from lintnews.readability import measure

PLAIN = "The board met on Monday. It chose the cheaper wall. The town was pleased."
DENSE = (
    "Representatives of participating municipalities provisionally approved comprehensive arrangements governing the "
    "distribution of responsibilities between contractors, subcontractors and supervisory institutions."
)


def test_lix_is_words_a_sentence_and_long_words() -> None:
    found = measure(PLAIN)
    assert (found.words, found.sentences) == (14, 3)
    assert round(found.lix, 1) == round(14 / 3 + 100 * 2 / 14, 1)  # "cheaper" and "pleased" have over six letters


def test_officialese_is_harder_than_plain_words() -> None:
    assert measure(DENSE).lix > 60 > measure(PLAIN).lix
    assert measure(DENSE).grade > measure(PLAIN).grade


def test_an_empty_text_is_measured() -> None:
    assert measure("").words == 0


def test_nothing_is_downloaded_and_nltk_stays_out() -> None:
    code = (
        "import socket, sys\n"
        "def refuse(*a, **k): raise SystemExit('network')\n"
        "socket.socket.connect = refuse; socket.getaddrinfo = refuse\n"
        "from lintnews.readability import measure\n"
        "measure('Portmere has a harbour. The quay is old.')\n"
        "import textstat\n"
        "textstat.flesch_reading_ease('Portmere has a harbour. The quay is old.')\n"
        "print('nltk' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "False"), done.stderr
