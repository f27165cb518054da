# Drives a pool against a small database in memory and reports what went wrong.
import sys
import threading
import time


class Database:
    def __init__(self, idle_limit=60.0):
        self.rows, self.idle_limit, self.refuse = [], idle_limit, False

    def connect(self):
        if self.refuse:
            raise ConnectionRefusedError("the database is restarting")
        return Connection(self)


class Connection:
    def __init__(self, db):
        self.db, self.pending, self.closed, self.used = db, [], False, time.monotonic()

    def execute(self, statement, *args):
        now = time.monotonic()
        if now - self.used > self.db.idle_limit:        # the server hung up meanwhile
            self.closed = True
            raise ConnectionResetError("connection reset by peer")
        self.used = now
        if statement == "INSERT":
            self.pending.append(args)
        return self.db.rows + self.pending

    def commit(self):
        self.db.rows += self.pending
        self.pending = []

    def rollback(self):
        if self.closed:
            raise ConnectionResetError("connection reset by peer")
        self.pending = []

    def close(self):
        self.closed = True


def outcome(work):
    """What the caller sees within 1.5 s: a value, the name of an error, or "hangs"."""
    seen = ["hangs"]

    def body():
        try:
            seen[0] = work()
        except Exception as error:
            seen[0] = type(error).__name__

    thread = threading.Thread(target=body, daemon=True)
    thread.start()
    thread.join(1.5)
    return seen[0]


def select(pool):
    with pool.connection() as conn:
        conn.execute("SELECT")
    return "ok"


def run(Pool):
    bad = []

    def report(name, text, wrong):
        print(f"{name}: {text}")
        if wrong:
            bad.append(name)

    db = Database()
    pool = Pool(db.connect, size=2, wait=0.3)
    returned = pool.execute("INSERT", 1)
    report("commit", f"INSERT returned {len(returned)} row, the table holds {len(db.rows)}", len(db.rows) != 1)

    pool = Pool(Database().connect, size=2, wait=0.3)
    with pool.connection(), pool.connection():
        seen = outcome(lambda: select(pool))
    report("wait", f"third caller of a pool of 2: {seen}", seen == "hangs")

    pool, errors = Pool(Database().connect, size=2, wait=0.3), 0
    for _ in range(2):
        try:
            with pool.connection():
                raise ValueError("bad order")
        except ValueError:
            errors += 1
    seen = outcome(lambda: select(pool))
    report("leak", f"after {errors} exceptions in the caller's code: {seen}", seen != "ok")

    db = Database()
    pool = Pool(db.connect, size=2, wait=0.3)
    db.refuse = True
    refused = [outcome(lambda: select(pool)) for _ in range(2)]
    db.refuse = False
    seen = outcome(lambda: select(pool))
    report("slot", f"{refused.count('ConnectionRefusedError')} refused connects, database back: {seen}", seen != "ok")

    pool = Pool(Database(idle_limit=0.3).connect, size=2, wait=0.3, max_idle=0.2)
    select(pool)
    time.sleep(0.4)
    seen = outcome(lambda: select(pool))
    report("stale", f"first query after a quiet spell: {seen}", seen != "ok")

    print("symptoms:", ", ".join(bad) or "none")
    sys.stdout.flush()
    sys.exit(1 if bad else 0)
