"""Numbers that C does not hold, patterns and templates that are refused, constants that are one object."""
import datetime
import re
import typing


def show(text):
    try:
        print(text, "->", repr(eval(text))[:60])
    except Exception as error:
        print(text, "->", type(error).__name__, error)


BIG = 2**70
for text in (
    '"a".expandtabs(BIG)',
    '(5).to_bytes(BIG, "big")',
    '"a" * 2**62',
    "[0] * 2**62",
    '"" * 2**62',
    "len(range(2**63))",
    "range(BIG)[BIG - 1]",
    "range(5)[BIG]",
    '"%*d" % (BIG, 5)',
    '"%*d" % (2**40, 5)',
    '"%d" % 10**5000',
    'format(10**5000, "d")',
    'format(10**5000, "x")[:5]',
    'format(2.0, "#.0E")',
    "datetime.datetime(2020, 1, 1, fold=1)",
    "datetime.time(1, tzinfo=datetime.timezone.utc, fold=1)",
    're.compile("(?<=a+)b")',
    're.compile("(?<!a|bc)b")',
    're.compile("(?<=(a)?)b")',
    're.search("(?<=ab|cd)b", "cdb")',
    're.search(r"(a)(?<=\\1)b", "ab")',
    're.search({}, "ab")',
    're.sub("a", {}, b"x")',
    're.sub("a", 5, "x")',
    're.sub("a", "\\\\2", {})',
    're.sub("a", b"q", "xa")',
    're.sub("a", lambda found: None, "xa")',
):
    show(text)


@typing.overload
def twice(value: int) -> int: ...
@typing.overload
def twice(value: str) -> str: ...
def twice(value):
    return value * 2


print([each.__annotations__["value"].__name__ for each in typing.get_overloads(twice)])
typing.clear_overloads()
print(typing.get_overloads(twice), typing.get_overloads(len))

first, second, third = (1, "a"), (1, "a"), (1.0, "a")
nested, again = ((1, 2), 3), ((1, 2), 3)
lists, others = (1, [2]), (1, [2])
print(first is second, first is third, nested is again, lists is others)
