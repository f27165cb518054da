import threading
import time
from collections import deque
from contextlib import contextmanager


class PoolTimeout(Exception):
    pass


class Pool:
    """At most `size` connections: opened when needed, kept for the next caller."""

    def __init__(self, connect, size=10, wait=2.0, max_idle=30.0):
        self.connect, self.wait, self.max_idle = connect, wait, max_idle
        self.slots = threading.BoundedSemaphore(size)
        self.idle = deque()                     # (connection, returned at)

    def _borrow(self):
        if not self.slots.acquire(timeout=self.wait):
            raise PoolTimeout(f"no connection within {self.wait} s")
        try:
            while True:
                try:
                    conn, since = self.idle.pop()
                except IndexError:
                    return self.connect()
                if time.monotonic() - since < self.max_idle:
                    return conn
                conn.close()
        except BaseException:
            self.slots.release()
            raise

    def _give_back(self, conn):
        try:
            conn.rollback()                     # nobody inherits a transaction
            self.idle.append((conn, time.monotonic()))
        except Exception:
            conn.close()
        finally:
            self.slots.release()

    @contextmanager
    def connection(self):
        conn = self._borrow()
        try:
            yield conn
        finally:
            self._give_back(conn)

    def execute(self, statement, *args):
        with self.connection() as conn:
            rows = conn.execute(statement, *args)
            conn.commit()
            return rows


if __name__ == "__main__":
    import drive; drive.run(Pool)
