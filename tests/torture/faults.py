"""Every call that saving makes to the operating system fails, once in every way; what lies on disk is what is said."""

import errno
import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from foresight.core.encoding import encode
from foresight.core.problems import FileProblem
from foresight.core.storage import save
from foresight.model.workshop import Workshop
from tests.core.samples import small_workshop
from tests.core.test_storage_faults import CALLS, failing
from tests.torture.table import Row, Trial

OLDEST, OLD, NEW = (small_workshop().put(Workshop(title=title)) for title in ("Oldest", "Old", "New"))
REASONS = {
    errno.ENOSPC: "the disk is full",
    getattr(errno, "EDQUOT", errno.ENOSPC): "the disk is full",
    errno.EIO: "the disk reports an error",
    errno.EACCES: "you are not allowed to",
    errno.EROFS: "the disk is read-only",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EFBIG: "the file is too large for this disk",
}
"""The errors, and what has to be said of them."""
if hasattr(errno, "EDQUOT"):
    REASONS[errno.EDQUOT] = "your share of the disk is full"
ALL_CALLS: dict[str, tuple[Any, str]] = {
    **CALLS,
    "read": (Path, "open"),
    "make folder": (Path, "mkdir"),
    "list folder": (os, "scandir"),
    "remove": (Path, "unlink"),
}
ESSENTIAL = ("open", "write", "fsync", "close", "replace", "read back")
"""What saving does twice: for the version before, and for the new file."""
LIE = "the disk gave other bytes back than were written"

Call = Callable[..., Any]


@dataclass(frozen=True)
class Case:
    """One fault: in place of the call of this number of a function ``fault`` happens."""

    call: str
    number: int
    lasting: bool
    """The calls after it fail too."""
    fault: Call
    """Given the real function and its arguments."""
    reason: str
    """What has to be said of it, if it is not got over."""


@dataclass(frozen=True)
class Verdict:
    """What is wrong after a fault; nothing should be."""

    lost: bool = False
    wrong_report: bool = False
    left: bool = False


def _raises(code: int) -> Call:
    return lambda _real, *args, **kwargs: failing(code)(*args, **kwargs)


def _does_and_raises(real: Call, *args: Any, **kwargs: Any) -> Any:
    real(*args, **kwargs)
    return failing(errno.EIO)()


def _writes(kept: Callable[[bytes], bytes], said: Callable[[bytes], int]) -> Call:
    def write(real: Call, handle: int, data: memoryview) -> int:
        real(handle, kept(bytes(data)))
        return said(bytes(data))

    return write


WRITES: tuple[tuple[Call, str], ...] = (
    (_writes(lambda data: data[: len(data) // 2], lambda data: len(data) // 2), ""),  # short, which is no fault
    (_writes(lambda data: data[:-1], len), LIE),
    (_writes(lambda data: b"\0" * len(data), len), LIE),
    (_writes(lambda data: b"", len), LIE),
    (_writes(lambda data: b"", lambda data: 0), REASONS[errno.EIO]),
)
DONE = ("write", "fsync", "close", "replace")
"""What may be done and yet be reported as failed, by network disks for example."""


def _clean_calls(path: Path) -> dict[str, int]:
    """How often saving calls each function when nothing fails."""
    counts = dict.fromkeys(ALL_CALLS, 0)

    def counting(call: str, real: Call) -> Call:
        def counted(*args: Any, **kwargs: Any) -> Any:
            counts[call] += 1
            return real(*args, **kwargs)

        return counted

    with ExitStack() as patches:
        for call, (owner, name) in ALL_CALLS.items():
            patches.enter_context(patch.object(owner, name, counting(call, getattr(owner, name))))
        save(NEW, path)
    assert all(counts[call] >= 2 for call in ESSENTIAL), "saving goes other ways now, which have to be watched here"
    return counts


def _cases(counts: dict[str, int]) -> Iterator[Case]:
    for call, count in counts.items():
        for number in range(1, count + 1):
            for (code, reason), lasting in itertools.product(REASONS.items(), (False, True)):
                yield Case(call, number, lasting, _raises(code), reason)
            if call in DONE:
                yield Case(call, number, False, _does_and_raises, REASONS[errno.EIO])
            for fault, reason in WRITES if call == "write" else ():
                yield Case(call, number, False, fault, reason)


def _begin(folder: Path) -> None:
    """A workshop saved twice, alone in its folder: there is an old version, and a backup of the one before."""
    (folder / "documents").mkdir(parents=True)
    path = folder / "documents" / "x.foresight"
    save(OLDEST, path)
    save(OLD, path)


def _tried(case: Case, path: Path) -> Verdict:
    owner, name = ALL_CALLS[case.call]
    real = getattr(owner, name)

    def fault(*args: Any, **kwargs: Any) -> Any:
        return case.fault(real, *args, **kwargs)

    stand_in = _at_call(case, real, fault)
    error: Exception | None = None
    with patch.object(owner, name, stand_in), patch("time.sleep"):
        try:
            save(NEW, path)
        except Exception as raised:  # noqa: BLE001 (whatever it is, it is judged)
            error = raised
    return _verdict(path, case, error)


def _at_call(case: Case, real: Call, fault: Call) -> Call:
    """``real``, except that the call of this number, and if it lasts all after it, is ``fault`` instead."""
    calls = itertools.count(1)

    def stand_in(*args: Any, **kwargs: Any) -> Any:
        call = next(calls)
        is_hit = call >= case.number if case.lasting else call == case.number
        return (fault if is_hit else real)(*args, **kwargs)

    return stand_in


def _verdict(path: Path, case: Case, error: Exception | None) -> Verdict:
    found = path.read_bytes() if path.exists() else b""
    said = error.message.casefold() if isinstance(error, FileProblem) else ""
    right = error is None or case.reason in said or ("another program holds it" in said and case.call == "replace")
    kept = [file for file in path.parent.parent.rglob("*") if file.suffix == ".tmp"]
    return Verdict(
        lost=found not in (encode(OLD), encode(NEW)),
        wrong_report=not right or found != encode(NEW if error is None else OLD),
        left=bool(kept) or len(list(path.parent.iterdir())) > 1,
    )


def faults_while_saving(folder: Path, count: int) -> Row:
    """Try at most so many of all cases, spread evenly."""

    def begun(number: int) -> Path:
        path = folder / str(number) / "documents" / "x.foresight"
        shutil.copytree(folder / "begun", path.parent.parent)
        os.environ["FORESIGHT_HOME"] = str(path.parent.parent / "home")
        return path

    with patch.dict(os.environ, FORESIGHT_HOME=str(folder / "begun" / "home")):
        _begin(folder / "begun")
        cases = list(_cases(_clean_calls(begun(0))))
        chosen = cases[:: -(-len(cases) // count)]
        verdicts = [_tried(case, begun(number)) for number, case in enumerate(chosen, 1)]
    lost, wrong, left = (sum(getattr(each, name) for each in verdicts) for name in ("lost", "wrong_report", "left"))
    bad = [case for case, verdict in zip(chosen, verdicts, strict=True) if verdict != Verdict()]
    calls = ", ".join(sorted({f"{case.call} {case.number}" for case in bad}))
    return Row(
        "faults in every call of saving",
        "0 lost, 0 wrong reports, 0 temporary files left",
        f"{lost} lost, {wrong} wrong, {left} left of {len(chosen)} faults" + (f" (at {calls})" if bad else ""),
        not bad,
    )


TRIALS = (Trial("faults", faults_while_saving, full=100_000, short=112),)
