import ipaddress
import math
import time


class Limiter:
    """`rate` requests a second per client, at most `burst` saved up."""

    def __init__(self, store, rate=10, burst=20, proxies=1):
        self.store, self.rate, self.burst, self.proxies = store, rate, burst, proxies

    def client(self, peer, forwarded):
        """peer: the TCP peer, our own proxy; forwarded: X-Forwarded-For or ''"""
        hops = [hop.strip() for hop in forwarded.split(",") if hop.strip()]
        address = ipaddress.ip_address(hops[0] if hops else peer)
        if address.version == 6:
            return str(ipaddress.ip_network((address, 64), strict=False))
        return str(address)

    def allow(self, peer, forwarded=""):
        """None if the request may pass, else the seconds for Retry-After."""
        key, now = self.client(peer, forwarded), time.time()
        tokens, last = self.store.get(key) or (self.burst, now)
        tokens = min(self.burst, tokens + int((now - last) * self.rate))
        if tokens < 1:
            self.store.set(key, (tokens, now))
            return math.ceil((1 - tokens) / self.rate)
        self.store.set(key, (tokens - 1, now))
        return None


if __name__ == "__main__":
    import drive; drive.run(Limiter)
