"""One act for all who ask for it at the same moment."""

from collections.abc import Callable
from threading import Lock


class Shared:
    """Who asks while the act runs for others waits for the next run, which is for all of them: a
    run that began before the asking may have missed what the asker knows of."""

    def __init__(self, act: Callable[[], object]) -> None:
        self._act = act
        self._turn = Lock()
        self._begun = self._ended = 0  # runs, numbered
        self._failure: Exception | None = None  # of the last one

    def __call__(self) -> None:
        """Return when a run that began after the call has ended; raises what it failed with."""
        wanted = self._begun + 1
        with self._turn:
            if self._ended < wanted:
                self._begun += 1
                self._failure = self._failed()
                self._ended = self._begun
            if self._failure is not None:
                raise self._failure.with_traceback(None)

    def _failed(self) -> Exception | None:
        try:
            self._act()
        except Exception as failure:
            return failure
        return None
