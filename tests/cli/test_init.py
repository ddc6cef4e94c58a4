from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.cli.init import SAMPLES
from lintnews.config import Config, load_config
from tests.cli.desk import FAULTY

if TYPE_CHECKING:
    from tests.cli.desk import Desk


def test_the_file_is_a_configuration_and_is_not_overwritten(desk: Desk) -> None:
    assert desk.run("init").code == 0
    path = desk.home / ".lintnews.yaml"
    assert load_config(path, "x")[0] == Config(corpus=(".",))
    path.write_text("fail-on: note\n", encoding="utf-8")
    answer = desk.run("init")
    assert answer.code == 2
    assert "is there already" in answer.err
    assert path.read_text(encoding="utf-8") == "fail-on: note\n"


def test_every_setting_stands_in_it_and_every_line_commented_out_is_valid(desk: Desk) -> None:
    desk.run("init")
    path = desk.home / ".lintnews.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    wanted = [line.removeprefix("# ") for line in lines if line.removeprefix("# ").partition(":")[0] in SAMPLES]
    assert len(wanted) == len(SAMPLES)
    path.write_text("\n".join(wanted), encoding="utf-8")
    config, _ = load_config(path, "x")
    assert config.fail_on == "warning"
    desk.write("rules/README.md", "none yet")
    desk.write("register.yaml", "people: []\n")
    answer = desk.run("--show-settings")
    assert answer.code == 0, answer.err


def test_lintnews_runs_with_it(desk: Desk) -> None:
    desk.write("a.md", FAULTY)
    desk.run("init")
    assert desk.run("a.md", "--select", "duplicates").code == 1
