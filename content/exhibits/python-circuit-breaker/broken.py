import asyncio
import time


class Open(Exception):
    """Refused without a call; the caller answers with its fallback."""


class HttpError(Exception):
    def __init__(self, status):
        super().__init__(status)
        self.status = status


class Breaker:
    """Opens after `threshold` failures, tries one call after `rest` seconds."""

    def __init__(self, threshold=5, window=10.0, rest=5.0, deadline=1.0):
        self.threshold, self.window = threshold, window
        self.rest, self.deadline = rest, deadline
        self.failed, self.until, self.probing = 0, None, False
        self.lock = asyncio.Lock()

    async def call(self, work):
        if self.until is not None:
            if self.probing or time.monotonic() < self.until:
                raise Open
            self.probing = True
        async with self.lock:
            try:
                result = await work()
            except Exception:
                self.failed += 1
                if self.failed >= self.threshold:
                    self.until = time.monotonic() + self.rest
                self.probing = False
                raise
            if self.probing:
                self.until, self.probing, self.failed = None, False, 0
            return result


if __name__ == "__main__":
    import drive; drive.run(Breaker, Open, HttpError)
