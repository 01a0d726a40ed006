"""What the user can cause, in words for the user. Anything else that is raised is a bug."""


class Problem(Exception):
    """One clear sentence: what is wrong and what to do. Shown as it is, so it is translated text.

    ``details`` is optional further text (positions, file names) for those who want it.
    """

    def __init__(self, message: str, details: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.details = details


class FileProblem(Problem):
    """A file could not be read or written; the document in memory and the file on disk are as they were.

    ``reason`` is why, where the operating system said so: words that stand in the middle of a sentence.
    """

    def __init__(self, message: str, details: str = "", reason: str = "") -> None:
        super().__init__(message, details)
        self.reason = reason


class HeldProblem(FileProblem):
    """Another program would not let go of the file on disk (a sync tool, a virus scanner); nothing was written."""


class ConflictProblem(FileProblem):
    """The file on disk is no longer the one that was opened; nothing was written."""


class EditRefused(Problem):
    """An edit that would break a rule of the document; the document is unchanged."""
