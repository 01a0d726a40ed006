"""Every trial in its short form, and the command that runs them all."""

from pathlib import Path

import pytest

from tests.torture import __main__ as command
from tests.torture.table import Row, Trial, all_trials

TRIALS = {name: trial for name, trial in all_trials().items() if trial.short}


@pytest.mark.parametrize("trial", TRIALS.values(), ids=TRIALS)
def test_it_is_survived(trial: Trial, tmp_path: Path) -> None:
    row = trial.run(tmp_path, trial.short)

    assert row.met is not False, row


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """One trial that meets its target if it is tried less than three times."""

    def run(folder: Path, count: int) -> Row:
        assert not any(folder.iterdir())
        return Row("pull the plug", "< 3", str(count), count < 3)

    monkeypatch.setattr(command, "all_trials", lambda: {"plug": Trial("plug", run, full=5, short=2)})


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize(
    ("arguments", "status", "line"),
    [
        (["plug"], 1, "| pull the plug | < 3    | 5        | NO  |"),
        (["--short"], 0, "| pull the plug | < 3    | 2        | yes |"),
        (["--count", "1"], 0, "| pull the plug | < 3    | 1        | yes |"),
    ],
)
def test_the_table_is_printed_and_the_exit_status_tells(
    arguments: list[str], status: int, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main(arguments) == status
    assert line in capsys.readouterr().out.splitlines()


@pytest.mark.usefixtures("known")
def test_a_trial_that_does_not_exist_is_bad_use() -> None:
    with pytest.raises(SystemExit) as ended:
        command.main(["plague"])
    assert ended.value.code == 2
