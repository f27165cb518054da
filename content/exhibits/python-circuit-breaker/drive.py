# Drives a breaker against small dependencies and reports what went wrong.
import asyncio
import sys
import time


async def healthy():
    await asyncio.sleep(0.1)
    return "ok"


async def hung():
    await asyncio.sleep(60)


def run(Breaker, Open, HttpError):
    bad = []

    def report(name, text, wrong):
        print(f"{name}: {text}")
        if wrong:
            bad.append(name)

    async def attempt(breaker, work, patience=0.3):
        """One caller, who gives up after `patience` seconds."""
        try:
            return await asyncio.wait_for(breaker.call(work), patience)
        except Open:
            return "Open"
        except HttpError as error:
            return error.status
        except TimeoutError:
            return "timeout"

    async def answer(status):
        raise HttpError(status)

    async def scenarios():
        breaker, start = Breaker(), time.monotonic()
        await asyncio.gather(*(breaker.call(healthy) for _ in range(10)))
        took = time.monotonic() - start
        report("serial", f"10 calls of 0.1 s at once: {took:.1f} s", took > 0.5)

        breaker = Breaker(threshold=5)
        for _ in range(5):
            await attempt(breaker, lambda: answer(404))
        seen = await attempt(breaker, healthy)
        report("not-found", f"after five 404: {seen}", seen != "ok")

        breaker = Breaker(threshold=3, window=0.2)
        for _ in range(3):
            await attempt(breaker, lambda: answer(503))
            for _ in range(3):
                await attempt(breaker, healthy)
        seen = await attempt(breaker, healthy)
        report("memory", f"one 503 every 0.3 s, window 0.2 s: {seen}", seen != "ok")

        breaker = Breaker(threshold=3, deadline=0.1)
        seen = [await attempt(breaker, hung) for _ in range(5)]
        report("hung", f"five calls to a hung service: {', '.join(seen)}", seen[-1] != "Open")

        breaker = Breaker(threshold=3, rest=0.1)
        for _ in range(3):
            await attempt(breaker, lambda: answer(503))
        await asyncio.sleep(0.15)
        await attempt(breaker, hung, patience=0.05)         # the user closed the page
        await asyncio.sleep(0.15)
        seen = await attempt(breaker, healthy)
        report("probe", f"a cancelled probe, then a healthy service: {seen}", seen != "ok")

    asyncio.run(scenarios())
    print("symptoms:", ", ".join(bad) or "none")
    sys.exit(1 if bad else 0)
