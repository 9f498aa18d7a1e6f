"""Filters that change records, adapters, dictConfig, and how handlers show themselves."""
import logging, logging.config, sys
logging.basicConfig(level=logging.DEBUG, format="%(levelname)-8s [%(name)s] %(message)s", stream=sys.stdout)
log = logging.getLogger("app.db")
log.debug("x %s %d", "a", 3); log.info("dict %(a)s", {"a": 1}); log.warning("w"); log.error("e %r", "q"); log.critical("c")
try: 1/0
except ZeroDivisionError: log.exception("boom")
log.log(25, "custom"); logging.addLevelName(25, "NOTICE"); log.log(25, "custom2")
print(log, log.parent, log.level, log.getEffectiveLevel(), log.isEnabledFor(10), logging.getLevelName(20), logging.getLevelName("INFO"), logging.getLevelName(17))
h = logging.StreamHandler(sys.stdout)
h.setFormatter(logging.Formatter("{levelname}:{name}:{lineno}:{funcName}:{message}", style="{"))
l2 = logging.getLogger("z"); l2.addHandler(h); l2.propagate = False
def fn(): l2.warning("in fn")
fn()
print(h, l2.handlers, l2.hasHandlers())
l2.addFilter(lambda r: "skip" not in r.getMessage())
l2.error("skip me"); l2.error("keep")
class F(logging.Filter):
    def filter(self, r): r.extra = "E"; return True
l2.addFilter(F()); h.setFormatter(logging.Formatter("%(extra)s %(message)s")); l2.error("hi")
l2.info("x", extra={"user": "u"})
l2.addFilter(lambda r: setattr(r, "msg", r.msg.replace("secret", "***")) or True); l2.error("a secret %s", 1)
logging.disable(logging.ERROR); l2.error("no"); logging.disable(logging.NOTSET)
a = logging.LoggerAdapter(l2, {"id": 1}); a.error("ad")
logging.config.dictConfig({"version": 1, "disable_existing_loggers": False, "formatters": {"f": {"format": "F %(message)s"}}, "handlers": {"c": {"class": "logging.StreamHandler", "formatter": "f", "stream": "ext://sys.stdout", "level": "INFO"}}, "loggers": {"q": {"handlers": ["c"], "level": "DEBUG", "propagate": False}}, "root": {"level": "WARNING", "handlers": ["c"]}})
logging.getLogger("q").info("Q"); logging.getLogger("q").debug("Qd"); logging.getLogger("root2").info("no"); logging.warning("root w")
try: logging.config.dictConfig({"handlers": {}})
except Exception as e: print(type(e), e)
try: logging.getLogger("q").setLevel("LOUD")
except Exception as e: print(type(e), e)
try: logging.getLogger(3)
except TypeError as e: print(e)


def once(record):
    print("asked")
    return True


for subject in (logging.getLogger("twice"), logging.StreamHandler(sys.stdout)):
    subject.addFilter(once)
    subject.addFilter(once)
    print(len(subject.filters), subject.filters[0] is once)
    subject.removeFilter(once)
    subject.removeFilter(once)
    print(subject.filters)
