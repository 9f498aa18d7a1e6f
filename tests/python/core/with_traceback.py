from contextlib import contextmanager
import traceback
@contextmanager
def keep():
    yield 1

@contextmanager
def logged():
    try:
        yield 1
    except ValueError:
        raise
    finally:
        print("end")

def a():
    with keep():
        raise ValueError("x")
def b():
    with logged(), keep():
        raise ValueError("x")
for f in (a, b):
    try:
        f()
    except ValueError:
        traceback.print_exc()
