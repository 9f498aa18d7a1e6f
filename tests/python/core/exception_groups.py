def f():
    raise ExceptionGroup("eg", [ValueError(1), ExceptionGroup("in", [KeyError("k"), ExceptionGroup("deep", [TypeError("x")])]), TypeError("t\nmulti")])
def h():
    try:
        f()
    except Exception as e:
        raise ExceptionGroup("outer", [e, OSError(2, "No")]) from e
h()
