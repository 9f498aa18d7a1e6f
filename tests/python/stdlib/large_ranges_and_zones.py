"""Ranges beyond 64 bits, locals() of a function with inner functions, and time zones of one's own."""
for r in (range(10**20), range(3, 1000, 2**70), range(2**70, 2**70+3), range(0, 10), range(10, 0, -3), range(-2**65, 5, 2**64), range(5, 2**60, 2**20), range(5,5)):
    print(r, r.start, r.stop, r.step, bool(r), r[0] if r else None)
    try: print(len(r))
    except OverflowError as e: print(e)
    import itertools
    print(list(itertools.islice(r, 3)), 5 in r, r == range(0, 10))
try: list(range(10**20))
except (OverflowError, MemoryError) as e: print(type(e), e)
try: list(range(0x1f, 2**70, 1_000))
except (OverflowError, MemoryError) as e: print(type(e), e)
def f(x=0, y=0):
    def g(): return z, a
    z = 1; b = 3; a = 2
    return list(locals()), g
print(f()[0][2:])

from datetime import datetime, timedelta, timezone, tzinfo


class Summer(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=9) + self.dst(dt)

    def dst(self, dt):
        return timedelta(hours=1 if dt is not None and 4 <= dt.month <= 9 else 0)

    def tzname(self, dt):
        return "KST"

    def __repr__(self):
        return "Summer()"


zone = Summer()
for month in (1, 7):
    moment = datetime(2024, month, 1, 12, tzinfo=zone)
    print(repr(moment), moment, moment.tzinfo is zone, moment.tzname(), moment.dst(), moment.astimezone(timezone.utc))
    print(datetime(2024, month, 1, tzinfo=timezone.utc).astimezone(zone), f"{moment:%Z %z}")
print(datetime(2024, 1, 1, tzinfo=zone) < datetime(2024, 7, 1, tzinfo=timezone.utc))


class Half(tzinfo):
    pass


try:
    datetime(2024, 1, 1, tzinfo=Half()).utcoffset()
except NotImplementedError as e:
    print(e)
print(datetime.fromordinal(738945), round(-0.0, 7), 2**70 + 3, "%d%%" % 5)
