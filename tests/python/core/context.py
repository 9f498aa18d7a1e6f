def g():
    raise ValueError("x") from KeyError("y")
def h():
    try:
        g()
    except ValueError:
        raise RuntimeError("boom")
h()
