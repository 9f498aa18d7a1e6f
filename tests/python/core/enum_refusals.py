"""What members of enumerations refuse, and what a class body in one warns of."""
import enum
class C(enum.Enum):
    A = 1
    @property
    def p(self): return 1
    @enum.property
    def q(self): return 2
    class Inner: pass
for f in (lambda: setattr(C.A, "value", 2), lambda: setattr(C.A, "name", 2), lambda: setattr(C.A, "p", 2), lambda: setattr(C.A, "q", 2), lambda: delattr(C.A, "value"), lambda: C.q, lambda: C.A.q, lambda: setattr(C.A, "zz", 2), lambda: C.value, lambda: C.Inner):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
