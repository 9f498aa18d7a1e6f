"""Views of dicts meet any iterable."""
d = {"a": 1, "b": 2}
for f in (lambda: sorted(d.keys() - "a"), lambda: sorted(d.keys() | ["c"]), lambda: d.keys() & ("a", "z"), lambda: sorted("abc" ^ d.keys()), lambda: ["a", "q"] - d.keys(), lambda: d.items() - [("a", 1)], lambda: d.keys() - 5, lambda: d.values() - [1], lambda: d.keys() < ["a"], lambda: d.keys() == {"a", "b"}, lambda: {"a"} - d.keys(), lambda: d.keys() - d.keys(), lambda: 5 | d.keys(), lambda: d.items() & {("a", 1)}, lambda: d.keys() >= {"a"}):
    try: print(f())
    except TypeError as e: print(e)
import os
try: os.path.join("a", b"b")
except TypeError as e: print(e)
