import logging
import queue
import threading
import time


class Cache:
    """Reads through to the database, writes behind it."""

    def __init__(self, db, ttl=300.0, limit=10_000):
        self.db, self.ttl, self.limit = db, ttl, limit
        self.data = {}                          # key -> (value, expires)
        self.writes = queue.Queue()
        threading.Thread(target=self._flush, daemon=True).start()

    def get(self, key):
        value, expires = self.data.get(key, (None, 0.0))
        if time.monotonic() < expires:
            return value
        value = self.db.read(key)
        self.data[key] = value, time.monotonic() + self.ttl
        return value

    def put(self, key, value):
        self.data[key] = value, time.monotonic() + self.ttl
        self.writes.put((key, value))

    def _flush(self):
        while True:
            key, value = self.writes.get()
            try:
                self.db.write(key, value)
            except Exception:
                logging.exception("write of %s failed", key)

    def close(self):
        self.data.clear()


if __name__ == "__main__":
    import drive; drive.run(Cache)
