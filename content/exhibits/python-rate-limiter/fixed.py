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
        hops = hops[-self.proxies:]             # the part our own proxies wrote
        address = ipaddress.ip_address(hops[0] if hops else peer)
        if address.version == 6 and address.ipv4_mapped:
            address = address.ipv4_mapped
        if address.version == 6:
            return str(ipaddress.ip_network((address, 64), strict=False))
        return str(address)

    def allow(self, peer, forwarded=""):
        """None if the request may pass, else the seconds for Retry-After."""
        now = time.time()

        def take(state):
            tokens, last = state or (self.burst, now)
            elapsed = max(0.0, now - last)      # another host's clock may be ahead
            tokens = min(self.burst, tokens + elapsed * self.rate)
            if tokens < 1:
                return (tokens, max(now, last)), math.ceil((1 - tokens) / self.rate)
            return (tokens - 1, max(now, last)), None

        keep = math.ceil(self.burst / self.rate)    # by then the bucket is full anyway
        return self.store.update(self.client(peer, forwarded), take, keep)


if __name__ == "__main__":
    import drive; drive.run(Limiter)
