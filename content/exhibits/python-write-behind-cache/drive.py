# Drives a cache against a slow, sometimes failing database in memory.
import logging
import sys
import threading
import time


class Database:
    def __init__(self, read_takes=0.0, write_takes=0.0, fail=0):
        self.rows, self.read_takes, self.write_takes, self.fail = {}, read_takes, write_takes, fail
        self.reads, self.done, self.hold = 0, 0, None

    def read(self, key):
        self.reads += 1
        value = self.rows.get(key, 100)
        if self.hold:
            self.hold.wait(1)                   # the reader is slow, the row is already read
        time.sleep(self.read_takes)
        return value

    def write(self, key, value):
        time.sleep(self.write_takes)
        if self.fail:
            self.fail -= 1
            raise ConnectionResetError("connection reset by peer")
        self.rows[key] = value
        self.done += 1


def together(count, work):
    threads = [threading.Thread(target=work, daemon=True) for _ in range(count)]
    for thread in threads:
        thread.start()
    return threads


def run(Cache):
    logging.disable()
    bad = []

    def report(name, text, wrong):
        print(f"{name}: {text}")
        if wrong:
            bad.append(name)

    db = Database(write_takes=0.4)
    cache = Cache(db, ttl=0.1)
    cache.put("a", 80)
    time.sleep(0.15)
    seen = cache.get("a")
    report("overtaken", f"put 80, read after the ttl and before the flush: {seen}", seen != 80)

    db = Database(read_takes=0.1)
    cache = Cache(db)
    for thread in together(20, lambda: cache.get("hot")):
        thread.join()
    report("stampede", f"20 readers of one cold key, database reads: {db.reads}", db.reads > 1)

    db = Database()
    cache, db.hold = Cache(db), threading.Event()
    reader = together(1, lambda: cache.get("a"))[0]
    time.sleep(0.05)
    cache.put("a", 80)
    time.sleep(0.1)
    db.hold.set()
    reader.join()
    seen = cache.get("a")
    report("late-fill", f"database {db.rows['a']}, cache {seen}", seen != 80)

    db = Database(write_takes=0.05)
    cache = Cache(db, limit=5)
    together(1, lambda: [cache.put(n, 80) for n in range(100)])
    time.sleep(0.3)
    waiting = sum(cache.get(n) == 80 for n in range(100)) - db.done
    report("backlog", f"limit 5, confirmed and not in the database: {waiting}", waiting > 6)

    db = Database(fail=1)
    cache = Cache(db)
    cache.put("a", 80)
    time.sleep(0.3)
    seen = db.rows.get("a", 100)
    report("lost", f"put 80, one failed write, database: {seen}", seen != 80)

    db = Database(write_takes=0.02)
    cache = Cache(db)
    for n in range(10):
        cache.put(n, 80)
    cache.close()
    report("exit", f"10 puts, then close: {db.done} in the database", db.done < 10)

    print("symptoms:", ", ".join(bad) or "none")
    sys.exit(1 if bad else 0)
