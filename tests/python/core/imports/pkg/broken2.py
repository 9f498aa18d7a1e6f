def f():
    raise ValueError("b2")
f()
