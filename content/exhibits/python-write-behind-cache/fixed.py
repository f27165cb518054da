import logging, threading, time

class Cache:
    """Reads through to the database, writes behind it."""

    def __init__(self, db, ttl=300.0, limit=10_000):
        self.db, self.ttl, self.limit, self.closing = db, ttl, limit, False
        self.data, self.pending, self.loading = {}, {}, {}
        self.changed = threading.Condition()    # guards all of them
        self.thread = threading.Thread(target=self._flush, daemon=True)
        self.thread.start()

    def get(self, key):
        with self.changed:                      # one reader per key asks the database
            self.changed.wait_for(lambda: key in self.pending or key not in self.loading)
            if key in self.pending:
                return self.pending[key]
            value, expires = self.data.get(key, (None, 0.0))
            if time.monotonic() < expires:
                return value
            me = self.loading[key] = object()
        try:
            value, expires = self.db.read(key), time.monotonic() + self.ttl
            return value
        finally:
            with self.changed:
                if self.loading.pop(key, None) is me:   # no write came in between
                    self.data[key] = value, expires
                self.changed.notify_all()

    def put(self, key, value):
        with self.changed:
            self.changed.wait_for(lambda: key in self.pending or len(self.pending) < self.limit)
            self.data[key] = value, time.monotonic() + self.ttl
            self.pending[key] = value
            self.loading.pop(key, None)         # a read under way is out of date
            self.changed.notify_all()

    def _flush(self):
        while True:
            with self.changed:
                self.changed.wait_for(lambda: self.pending or self.closing)
                if not self.pending: return
                key = next(iter(self.pending))  # to the end: a failing one blocks nobody
                value = self.pending[key] = self.pending.pop(key)
            try: self.db.write(key, value)
            except Exception:
                logging.exception("write of %s failed, will be repeated", key)
                time.sleep(0.1); continue
            with self.changed:
                if self.pending[key] is value: del self.pending[key]
                self.changed.notify_all()

    def close(self, wait=10.0):
        with self.changed: self.closing = True; self.changed.notify_all()
        self.thread.join(wait)
        return not self.pending

if __name__ == "__main__":
    import drive; drive.run(Cache)
