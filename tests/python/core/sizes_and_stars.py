"""What the fuzzer of programs found: sizes beyond a machine word, texts of numbers, stars, replace() by place."""
import datetime
import uuid


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def f(*a, **k):
    return a, k


class Odd:
    def __repr__(self):
        return True


show(lambda: f(*5))
show(lambda: f(1, *5))
show(lambda: f(*[], *5, k=1))
show(lambda: str(Odd()))
show(lambda: repr(Odd()))
show(lambda: f"{Odd()!s}")
show(lambda: 1 << 10**30)
show(lambda: 0 << 10**30)
show(lambda: "x".center(10**20))
show(lambda: "a,b".split(",", 10**20))
show(lambda: [1].insert(10**20, 1))
show(lambda: bytes(10**20))
show(lambda: int("9" * 5000))
show(lambda: int("f" * 5000, 16) > 0)
show(lambda: str(10**5000))
show(lambda: len(str(10**4299)))
show(lambda: (True & False) is None)
when = datetime.datetime(2026, 1, 2, 3)
show(lambda: when.replace(2027, 5))
show(lambda: when.replace("a", "b"))
show(lambda: when.replace(1, year=2))
show(lambda: when.replace(1, 2, 3, 4, 5, 6, 7, None, 8))
show(lambda: when.time().replace(4, tzinfo=datetime.timezone.utc))
show(lambda: when.date().replace(2020, day=29, month=2))
show(lambda: uuid.UUID(when))
show(lambda: __import__("json").dumps("\x7e\x7f\x80"))
show(lambda: when is ("x" * 5))
show(lambda: when is ("x" + "y") * 2)
show(lambda: when is ("x" * 5000))
show(lambda: ("a" + "b")[1:])
