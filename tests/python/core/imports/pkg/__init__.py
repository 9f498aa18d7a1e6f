value = 5
def __getattr__(name):
    if name == "lazy_thing": return "lazy!"
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
