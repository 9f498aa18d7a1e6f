"""What the module traceback tells of an exception that was caught, and of the stack."""
import sys
import traceback
import warnings
from functools import singledispatch


def deeper(n):
    return deeper(n - 1) if n else [1][n + 5]


def attempt():
    return deeper(6)


try:
    attempt()
except IndexError as error:
    trace = error.__traceback__
    print(sys.exc_info()[2] is trace, error.__traceback__ is trace)
    print("".join(traceback.format_tb(trace)))
    print("".join(traceback.format_tb(trace, -1)), "".join(traceback.format_tb(trace, limit=1)))
    print(traceback.extract_tb(trace)[-1], tuple(traceback.extract_tb(trace)[0])[1:])
    print([line for _, line in traceback.walk_tb(trace)])
    print(traceback.format_list([("made.py", 3, "nobody", "x = 1")]))


def show():
    traceback.print_stack(file=sys.stdout)
    print([frame.name for frame in traceback.extract_stack()])


show()


@singledispatch
def kind(value):
    return "something"


@kind.register
def _(value: int | float):
    return "number"


print(kind(1), kind(2.5), kind("x"), list(kind.registry))
for wrong in (lambda: kind.register(lambda x: x), lambda: kind.register(5, len), lambda: warnings.warn("x", int)):
    try:
        wrong()
    except TypeError as error:
        print(str(error).split(": <")[0])
for text in ("1 +", "a b"):
    try:
        compile(text, "made.py", "exec")
    except SyntaxError as error:
        print(error, error.offset)
print(eval(compile("x * 2", "made", "eval"), {"x": 21}), exec(compile("y = 5", "made", "exec")))
