"""Generators that nobody can reach any more: their finally blocks run."""
from contextlib import contextmanager
class Session:
    def __init__(self): print("open")
    def close(self): print("close")
    def q(self): return [1, 2]
def get_db():
    db = Session()
    try:
        yield db
    finally:
        db.close()
db = next(get_db())
print("using", db.q())
gen = get_db()
db2 = next(gen)
print("two")
def seed():
    g = get_db()
    s = next(g)
    print("seeding")
    return s
seed()
print("seeded")
class Rows:
    def __iter__(self):
        try:
            yield from [1, 2, 3]
        finally: print("rows done")
for r in Rows():
    print(r); break
r = Rows()
first, *_ = r
print([x for x in Rows() if x > 2])
print(2 in Rows())
print(next((x for x in Rows() if x == 2), None))
print(any(x == 1 for x in Rows()))
def fails():
    for x in Rows():
        raise ValueError(x)
try: fails()
except ValueError as e: print("caught", e)
def nested():
    for a in Rows():
        for b in Rows():
            if b == 2: return a, b
print(nested())
def g2():
    for x in Rows():
        yield x
for x in g2(): break
print("g2")
it = g2()
next(it)
it.close()
print("closed it")
try:
    next(gen)
except StopIteration: print("stop")
def bad():
    try: yield 1
    finally: raise ValueError("in finally")
for x in bad(): break
print("after bad")
def keep(): return store["g"]
store = {"g": g2()}
for x in keep(): break
print("kept", next(store["g"]))
def pass_on(g): return g
k = pass_on(g2())
print(next(k))
for v in k: break
print(list(k))
class Holder:
    def __init__(self): self.g = g2()
    def get(self): return self.g
h = Holder()
for x in h.get(): break
print(next(h.get()))
d = dict(a=next(g2()))
h.g.close()
store["g"].close()
print("end")
