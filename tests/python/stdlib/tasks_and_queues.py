"""asyncio without a clock: tasks, gathering, locks, queues, loops."""
import asyncio
log = []
async def work(n, d=0):
    await asyncio.sleep(d)
    return n * 2
async def boom(): raise ValueError("b")
async def main():
    t = asyncio.create_task(work(5), name="T5")
    print(t.done(), t.get_name(), t.cancelled())
    print(await t, t.done(), t.result(), t.exception())
    print(await asyncio.gather(work(1), boom(), return_exceptions=True))
    try: await asyncio.gather(work(1), boom())
    except ValueError as e: print("gathered", e)
    try: await asyncio.wait_for(work(3), timeout=1)
    except asyncio.TimeoutError: print("to")
    try: await 3
    except TypeError as e: print(e)
    t = asyncio.ensure_future(boom())
    try: await t
    except ValueError as e: print("task", e, repr(t.exception()), t.done())
    lock = asyncio.Lock()
    async with lock: print(lock.locked())
    sem = asyncio.Semaphore(2)
    async with sem: print("sem")
    q = asyncio.Queue()
    await q.put(1); q.put_nowait(2); print(await q.get(), q.qsize(), q.empty(), q.get_nowait())
    e = asyncio.Event(); e.set(); print(await e.wait(), e.is_set())
    print(await asyncio.to_thread(sum, [1, 2]))
    loop = asyncio.get_running_loop(); print(loop.is_running(), loop.is_closed())
    print(await loop.run_in_executor(None, len, "abc"))
    done, pending = await asyncio.wait([asyncio.create_task(work(i)) for i in range(3)])
    print(len(done), len(pending), sorted(d.result() for d in done))
    for c in asyncio.as_completed([work(1)]): print(await c)
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(work(7)); b = tg.create_task(work(8))
    print(a.result(), b.result())
    t = asyncio.create_task(work(1)); t.cancel()
    try: await t
    except asyncio.CancelledError: print("cancelled", t.cancelled())
    async with asyncio.timeout(5): print("in time")
    print(asyncio.current_task() is not None, asyncio.iscoroutinefunction(work))
    await asyncio.sleep(0.01)
    f = loop.create_future(); f.set_result(9); print(await f)
    print(await asyncio.shield(work(4)))
    return "ok"
print(asyncio.run(main()))
try: asyncio.run(boom())
except ValueError as e: print(e)
try: asyncio.run(3)
except ValueError as e: print(e)
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.run_until_complete(work(4)), asyncio.get_event_loop() is loop)
loop.close(); print(loop.is_closed())
try: asyncio.get_running_loop()
except RuntimeError as e: print(e)
async def order():
    async def say(x):
        print("start", x); await asyncio.sleep(0); print("end", x)
    t = asyncio.create_task(say("a"))
    print("created")
    await t
    print("joined")
asyncio.run(order())
with asyncio.Runner() as r: print(r.run(work(2)))
