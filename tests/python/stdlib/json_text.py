import datetime
import decimal
import io
import json
from enum import Enum, IntEnum


class Color(str, Enum):
    RED = "red"


class Num(IntEnum):
    ONE = 1


data = {"a": 1, "b": [1.5, None, True, "x\"y\n\u00e9\ud55c\U0001f600"], "c": {"d": (1, 2)}, 1: "int", None: 2, 2.5: 3, True: 4}
print(json.dumps(data))
print(json.dumps(data, ensure_ascii=False))
print(json.dumps(data, indent=2))
print(json.dumps([], indent=4), json.dumps({}, indent=4), json.dumps([[], {}], indent=1))
print(json.dumps({"b": 1, "a": 2}, sort_keys=True, separators=(",", ":")), json.dumps({"x": [1, {"y": 2}]}, indent="\t"))
print(json.dumps([float("nan"), float("inf"), 1e20, 1e-7, 10**20, Color.RED, Num.ONE]))
print(json.dumps({"when": datetime.date(2026, 1, 2), "d": decimal.Decimal("1.50")}, default=str))


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set):
            return sorted(o)
        return super().default(o)


print(json.dumps({1, 3, 2}, cls=Encoder), Encoder(indent=1).encode([1]))
print(json.loads('{"a": [1, 2.5, "x\\u00e9\\ud83d\\ude00", null, true, false, -3e2, 12345678901234567890]} '))
print(json.loads("[1.5]", parse_float=decimal.Decimal), json.loads('{"a": {"b": 1}}', object_hook=lambda d: list(d.items())), json.loads(b"[1]"), json.loads("NaN"))
out = io.StringIO()
json.dump([1, 2], out)
print(out.getvalue(), json.load(io.StringIO("[3]")))
for bad in (
    "", "{", "[1,]", '{"a" 1}', '{"a": }', "{'a': 1}", "[1 2]", '"abc', "nul", '{"a": 1,}', "[1] x", '"\\x"', '"\t"', "\n\n  x", "01", '"\\u12"', "[", '{"a":1', "{1:2}",
):
    try:
        print(json.loads(bad))
    except json.JSONDecodeError as error:
        print(repr(bad), error, error.lineno, error.colno, error.pos)
for bad in (lambda: json.dumps({1, 2}), lambda: json.dumps({(1, 2): 3}), lambda: json.loads(3), lambda: json.dumps(object), lambda: json.dumps(float("nan"), allow_nan=False), lambda: json.dumps({"b": 1, 2: 3}, sort_keys=True)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
loop = []
loop.append(loop)
try:
    json.dumps(loop)
except ValueError as error:
    print(error)
