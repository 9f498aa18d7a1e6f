import signal, logging, distutils.version as dv
from distutils.version import LooseVersion as L, StrictVersion as S
print(signal.SIGTERM, repr(signal.SIGINT), int(signal.SIGKILL), signal.SIG_DFL, repr(signal.SIG_IGN))
def h(s, f): pass
print(signal.signal(15, signal.SIG_DFL) is h, signal.Signals(9), signal.Signals.SIGHUP.name, signal.Signals["SIGUSR1"].value)
for f in (lambda: signal.signal(99, h), lambda: signal.signal(15, 3), lambda: signal.signal("x", h), lambda: signal.signal(9, h)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(L("1.2.3") < L("1.10"), L("1.4.0b1").version, str(L("2.0.52")), repr(L("1.2")), L("1.2") == "1.2", L("1.4") >= "1.3")
print(S("1.2") < S("1.10"), S("1.4.0a1").version, S("1.4a1").prerelease, str(S("1.4.0")), repr(S("0.4.1")), S("1.0.4b1") < S("1.0.4"))
for v in ("1.2.3.4", "x", "1.3c1"):
    try: print(S(v))
    except Exception as e: print(type(e).__name__, e)
print(logging.Filterer, issubclass(logging.Logger, logging.Filterer), issubclass(logging.Handler, logging.Filterer), isinstance(logging.getLogger(), logging.Filterer))
f = logging.Filterer(); f.addFilter(lambda r: False); print(f.filters.__len__(), f.filter(logging.makeLogRecord({})), logging.Filterer().filter(None))
