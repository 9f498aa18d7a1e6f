"""Encodings, percent and brace formats, floats in hexadecimal, complex numbers: values and errors."""
import string
from collections import Counter, OrderedDict, defaultdict, deque


def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__, error)


for encoding in ("utf-16", "utf-16-be", "utf-32-le", "utf-8-sig", "cp949", "cp1252", "unicode_escape", "nope"):
    show(lambda: "é한€😀".encode(encoding))
    show(lambda: "é".encode(encoding).decode(encoding))
for errors in ("ignore", "replace", "xmlcharrefreplace", "backslashreplace", "other"):
    show(lambda: "aé😀".encode("ascii", errors))
for data in (b"\xff", b"\xe4\xbd", b"\xf0\x9f\x98", b"\xe4(", b"\xed\xa0\x80"):
    show(lambda: data.decode())
    show(lambda: data.decode("utf-8", "surrogateescape"))
show(lambda: b"a".decode("utf-16"))
show(lambda: "\ud800".encode())

for form, values in [
    ("%*d|%-*d|%.*f", (5, 42, 5, 42, 2, 3.14159)),
    ("%*d", ("a", 1)),
    ("%c", "ab"),
    ("%c", -1),
    ("%(a", {}),
    ("%(a)s", 5),
    ("%x", 1.5),
    ("%#06x|%+.3d", (255, 7)),
    ("%q", 1),
    ("%", 1),
    ("no", [1]),
    (b"%s-%d-%5.1f-%c", (b"x", 5, 2.5, 65)),
    (b"%s", "x"),
    (b"x", 5),
]:
    show(lambda: form % values)
for form in ("{0!x}", "{0.}", "{0[}", "{0[0]a}", "{a!", "{0!rr}", "{:{:{}}}", "{0:,_}", "{0:.}", "{0:%Y}", "{0:z}"):
    show(lambda: form.format(5, 2, 3))
show(lambda: string.Formatter().format("{0} {a!r:>5}", 1, a="x"))
show(lambda: list(string.Formatter().parse("a{b!r:c}d{{e}}{}")))
show(lambda: string.Template("$a ${b} $$ $").safe_substitute(a=1))
show(lambda: string.Template("a\n$1").substitute())

for text in ("0x1.8p+1", "inf", "0x1p5000", "zz", "-0x.8p-1070"):
    show(lambda: float.fromhex(text))
for number in (3.14159, -0.0, 5e-324, float("nan")):
    print(number.hex())
for work in (
    lambda: (-8) ** (1 / 3),
    lambda: (1 + 2j) * (3 - 1j) / 2,
    lambda: complex("1-2j"),
    lambda: 1j / 0,
    lambda: pow(2, -1, 7),
    lambda: pow(2, -1, 4),
    lambda: pow(2.0, 1, 3),
    lambda: divmod(7.5, 0),
    lambda: int("١٢"),
    lambda: b"aXb".title().isupper(),
    lambda: b"a".split("a"),
    lambda: bytes(["a"]),
    lambda: "abc".removeprefix(1),
    lambda: str.maketrans({"ab": 1}),
    lambda: Counter(a=3, b=-1) <= Counter(a=3),
    lambda: +Counter(a=3, b=-1),
    lambda: OrderedDict(a=1).keys(),
    lambda: defaultdict(int) | {"a": 1},
    lambda: deque([1, 2]) * 2,
    lambda: deque([1])["a"],
    lambda: list(1, 2),
    lambda: {"a": 1}.keys().isdisjoint("b"),
):
    show(work)
