"""What programs set up around logging: filters, adapters, classes of their own, names on library classes."""
import logging
import logging.handlers
import queue
import sys

handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("%(levelname)s %(name)s %(message)s"))
root = logging.getLogger()
root.addHandler(handler)
root.setLevel("DEBUG")


class Quiet(logging.Filter):
    def filter(self, record):
        return "noise" not in record.getMessage()


quiet = Quiet()
handler.addFilter(quiet)
logging.info("noise")
logging.info("music")
print(handler.filters == [quiet], quiet.name == "")
handler.removeFilter(quiet)
logging.info("noise")

only = logging.Filter("app.db")
log = logging.getLogger("app.db.pool")
log.addFilter(only)
log.warning("shown")
print(only.nlen, only.filter(logging.LogRecord("app.dbx", 10, "", 1, "m", (), None)))


class Tagged(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return "[%s] %s" % (self.extra["tag"], msg), kwargs


tagged = Tagged(logging.getLogger("jobs"), {"tag": "nightly"})
tagged.info("run %d", 3)
tagged.log(5, "too low")
print(tagged, tagged.name, tagged.isEnabledFor(10))
plain = logging.LoggerAdapter(logging.getLogger("jobs"), {"who": "me"})
plain.error("plain")
print(repr(plain), type(plain).__module__)


def report(self, message):
    self.log(25, message)


logging.addLevelName(25, "REPORT")
setattr(logging.Logger, "report", report)
logging.Logger.REPORT = 25
logging.getLogger("x").report("by a name that the program set")
print(logging.getLevelNamesMapping()["REPORT"], logging.getLevelNamesMapping()["WARN"], logging.Logger.REPORT)


class Loud(logging.Logger):
    def shout(self, message):
        self.warning(message.upper())


before = logging.getLoggerClass()
logging.setLoggerClass(Loud)
logging.getLogger("loud").shout("hello")
print(before is logging.Logger, logging.getLoggerClass() is Loud, type(logging.getLogger("loud")))
logging.setLoggerClass(before)
try:
    logging.setLoggerClass(dict)
except TypeError as error:
    print(error)
print("loud" in logging.root.manager.loggerDict, logging.root.manager.getLogger("loud") is logging.getLogger("loud"))

waiting = queue.Queue()
listener = logging.handlers.QueueListener(waiting, handler)
other = logging.getLogger("queued")
other.propagate = False
other.addHandler(logging.handlers.QueueHandler(waiting))
listener.start()
other.info("through a queue")
listener.stop()

memory = logging.handlers.MemoryHandler(10, target=handler)
other.handlers[:] = [memory]
other.info("kept")
other.info("kept, too")
other.error("now")
for wrong in (int, Exception):
    try:
        setattr(wrong, "mine", 1)
    except TypeError as error:
        print(error)
