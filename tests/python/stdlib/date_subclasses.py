import copy
import datetime as dt
from datetime import date, datetime, timedelta, timezone
class D(date):
    tag = "d"
    def hello(self): return f"hi {self.year}"
class T(datetime):
    def shifted(self): return self + timedelta(hours=1)
class E(date):
    def __new__(cls, y, m=1, d=1, *, note="n"):
        self = super().__new__(cls, y, m, d)
        self.note = note
        return self
class S(timedelta): pass
d = D(2024, 2, 28); t = T(2024, 2, 28, 10, 30, tzinfo=timezone.utc); e = E(2020, note="x")
def show(f):
    try:
        v = f()
        print(type(v).__name__, repr(v), v)
    except Exception as x: print(type(x).__name__, x)
one = timedelta(days=1)
for f in [lambda: d, lambda: t, lambda: e, lambda: d + one, lambda: one + d, lambda: d - one, lambda: d - d, lambda: d - date(2024,1,1),
    lambda: t + one, lambda: one + t, lambda: t - one, lambda: t - t, lambda: d.replace(day=1), lambda: t.replace(hour=1), lambda: t.date(), lambda: t.time(), lambda: t.timetz(),
    lambda: t.astimezone(timezone(timedelta(hours=9))), lambda: t.astimezone(timezone.utc), lambda: D.fromisoformat("2024-01-01"), lambda: T.fromisoformat("2024-01-01T10:00:00"),
    lambda: T.fromisoformat("2024-01-01T10:00:00+09:00"),
    lambda: D.fromordinal(738000), lambda: T.fromordinal(738000), lambda: D.fromisocalendar(2024, 5, 2), lambda: T.fromisocalendar(2024,5,2), lambda: T.strptime("2024", "%Y"), lambda: T.combine(d, dt.time(3)),
    lambda: T.fromtimestamp(0, timezone.utc), lambda: T.utcfromtimestamp(0), lambda: D.fromtimestamp(0), lambda: type(D.today()), lambda: type(T.now()), lambda: type(T.utcnow()), lambda: type(T.now(timezone.utc)), lambda: type(T.today()),
    lambda: e + one, lambda: E.fromordinal(5), lambda: E.today().note, lambda: e.replace(year=3).note, lambda: e.note,
    lambda: D.min, lambda: d.max, lambda: d == date(2024,2,28), lambda: d < date(2025,1,1), lambda: hash(d) == hash(date(2024,2,28)), lambda: {d: 1}[date(2024,2,28)],
    lambda: copy.deepcopy(t), lambda: f"{d:%Y}", lambda: d.hello(), lambda: t.shifted(), lambda: isinstance(t + one, T), lambda: date.fromisoformat.__self__, lambda: (d + one).tag, lambda: str(d), lambda: d.isoformat(), lambda: t.isoformat(), lambda: d.timetuple()[:3], lambda: t - timedelta(0),
    lambda: datetime.combine(d, t.time()), lambda: datetime(2024,1,1) - T(2024,1,1), lambda: T(2024,1,1) - datetime(2023,1,1), lambda: S(days=3), lambda: S(days=1) + one, lambda: one + S(1), lambda: -S(1), lambda: S(1) * 2, lambda: d + S(1), lambda: abs(S(-1)), lambda: sum([one], S())]:
    show(f)
class Cal(date):
    def __init__(self, *a): print("init", a)
    def __add__(self, o): print("add"); return super().__add__(o)
    def __sub__(self, o): r = super().__sub__(o); print("sub", type(r).__name__); return r
    @classmethod
    def first(cls): return cls(2024, 1, 1)
c = Cal.first(); show(lambda: c + one); show(lambda: c - one); show(lambda: c - c); show(lambda: Cal.fromordinal(4)); show(lambda: c.replace(day=5));
class New(datetime):
    def __new__(cls, *a, **k): print("new", a, k); return super().__new__(cls, *a, **k)
n = New(2024,1,1)
for f in [lambda: n + one, lambda: n.replace(day=3), lambda: New.fromisoformat("2024-03-03"), lambda: New.strptime("1 2 2024", "%d %m %Y"), lambda: New.fromtimestamp(5), lambda: New.fromordinal(9), lambda: New.combine(date(2024,1,1), dt.time(4)), lambda: New.utcfromtimestamp(7)]: show(f)
class TT(dt.time): pass
show(lambda: TT(1,2)); show(lambda: TT(1,2).replace(hour=3)); show(lambda: TT.fromisoformat("01:02"))
class Z(dt.tzinfo):
    def utcoffset(self, x): return timedelta(hours=2)
    def dst(self, x): return timedelta(0)
    def tzname(self, x): return "Z"
    def __repr__(self): return "Z()"
show(lambda: T(2024,1,1,tzinfo=Z()) + one); show(lambda: T.now(Z()).tzinfo)
