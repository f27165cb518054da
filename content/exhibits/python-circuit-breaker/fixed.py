import asyncio
import time
from collections import deque


class Open(Exception):
    """Refused without a call; the caller answers with its fallback."""


class HttpError(Exception):
    def __init__(self, status):
        super().__init__(status)
        self.status = status


def is_failure(error):
    if isinstance(error, HttpError):
        return error.status >= 500
    return isinstance(error, (OSError, TimeoutError))


class Breaker:
    """Opens after `threshold` failures, tries one call after `rest` seconds."""

    def __init__(self, threshold=5, window=10.0, rest=5.0, deadline=1.0):
        self.threshold, self.window = threshold, window
        self.rest, self.deadline = rest, deadline
        self.failed, self.until, self.probing = deque(), None, False

    async def call(self, work):
        probe, bad = self.until is not None, None
        if probe and (self.probing or time.monotonic() < self.until):
            raise Open
        self.probing = probe
        try:
            async with asyncio.timeout(self.deadline):
                result = await work()
            bad = False
            return result
        except Exception as error:
            bad = is_failure(error)
            raise
        finally:
            self.probing = self.probing and not probe
            self._record(probe, bad, time.monotonic())

    def _record(self, probe, bad, now):
        if bad:
            self.failed.append(now)
        while self.failed and self.failed[0] < now - self.window:
            self.failed.popleft()
        if bad and (probe or len(self.failed) >= self.threshold):
            self.until = now + self.rest
        elif probe and bad is False:
            self.until = None
            self.failed.clear()


if __name__ == "__main__":
    import drive; drive.run(Breaker, Open, HttpError)
