import traceback
def t(f):
    try: f()
    except BaseException: traceback.print_exc()
def a():
    try:
        raise ValueError("plain")
    except* ValueError as e: raise
def b():
    try:
        raise ValueError("plain")
    except* ValueError as e: raise KeyError("new")
def c():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), KeyError(3)])
    except* ValueError as e: raise
    except* TypeError as e: raise KeyError("t")
def d():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError: pass
def e():
    try:
        raise ValueError("plain")
    except* TypeError: pass
def f():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError as e: raise e
def g():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError as e: raise KeyError("n") from e
def h():
    try:
        try: raise ExceptionGroup("g", [ValueError(1)])
        except* ValueError as e: print("ok", e.exceptions)
        else: print("else")
        finally: print("fin")
        print("next")
        for i in range(3):
            try: raise ExceptionGroup("l", [ValueError(i)])
            except* ValueError: print(i)
    except ValueError: pass
def i():
    e = ValueError("n"); e.add_note("note 1\nsecond"); 
    g = ExceptionGroup("gr", [e, ExceptionGroup("in", [KeyError("x")])]); g.add_note("on group")
    raise g
def j():
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except ExceptionGroup as e:
        raise RuntimeError("r") from e
def k():
    raise ExceptionGroup("g", [ValueError(n) for n in range(20)])
def l():
    try: 1/0
    except* ExceptionGroup: pass
class MyG(ExceptionGroup):
    def derive(self, excs): return MyG(self.message, excs)
def m():
    try: raise MyG("my", [ValueError(1), KeyError(2)])
    except* ValueError as e: print(type(e), repr(e))
for x in (a,b,c,d,e,f,g,h,i,j,k,l,m):
    print(x.__name__)
    t(x)
