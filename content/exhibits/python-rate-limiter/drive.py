# Drives a limiter with a shared store (a Redis in miniature) and reports what went wrong.
import sys
import threading
import time


class Store:
    def __init__(self, trip=0.0):
        self.rows, self.lock, self.trip = {}, threading.Lock(), trip

    def get(self, key):
        time.sleep(self.trip)
        return self.rows.get(key, (None, 0))[0]

    def set(self, key, value, keep=float("inf")):
        time.sleep(self.trip)
        self.rows[key] = value, time.monotonic() + keep

    def update(self, key, change, keep=float("inf")):
        """One step on the server, like a script: nobody comes in between."""
        time.sleep(self.trip)
        with self.lock:
            value, until = self.rows.get(key, (None, 0))
            value, result = change(value if time.monotonic() < until else None)
            self.rows[key] = value, time.monotonic() + keep
            return result

    def live(self):
        return sum(time.monotonic() < until for _, until in self.rows.values())


PROXY = "10.0.0.2"


def run(Limiter):
    bad = []

    def report(name, text, wrong):
        print(f"{name}: {text}")
        if wrong:
            bad.append(name)

    limiter = Limiter(Store(), rate=1, burst=5)
    passed = sum(limiter.allow(PROXY, f"192.0.2.{n}, 203.0.113.9") is None for n in range(100))
    report("header", f"burst 5, one client, 100 invented addresses: {passed} passed", passed > 6)

    limiter = Limiter(Store(), rate=1, burst=5)
    passed = sum(limiter.allow(f"::ffff:203.0.113.{n}") is None for n in range(100))
    report("mapped", f"100 IPv4 clients on a dual-stack socket, one request each: {passed} passed", passed < 100)

    limiter, passed = Limiter(Store(trip=0.01), rate=1, burst=5), []
    threads = [threading.Thread(target=lambda: passed.append(limiter.allow(PROXY, "203.0.113.9"))) for _ in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    passed = passed.count(None)
    report("race", f"burst 5, 50 requests at once: {passed} passed", passed > 6)

    limiter, end, passed = Limiter(Store(), rate=10, burst=1), time.monotonic() + 1, 0
    while time.monotonic() < end:
        passed += limiter.allow(PROXY, "203.0.113.9") is None
        time.sleep(0.02)
    report("starved", f"10 a second allowed, a second of trying every 20 ms: {passed} passed", passed < 8)

    store = Store()
    limiter = Limiter(store, rate=10, burst=2)
    for n in range(1000):
        limiter.allow(PROXY, f"198.51.{n // 250}.{n % 250}")
    time.sleep(1.1)
    report("memory", f"1000 clients gone for a second, keys left: {store.live()}", store.live() > 0)

    print("symptoms:", ", ".join(bad) or "none")
    sys.exit(1 if bad else 0)
