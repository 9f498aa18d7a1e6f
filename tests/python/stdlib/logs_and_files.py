"""logging's refusals and reports, and what os says about files."""
import io
import logging
import logging.config
import os
import sys

text = io.StringIO()
log = logging.getLogger("app")
log.propagate = False
log.addHandler(logging.StreamHandler(text))


def show(work):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)


def adapted():
    handler = log.handlers[0]
    handler.setFormatter(logging.Formatter("%(funcName)s %(lineno)d %(module)s %(message)s"))
    logging.LoggerAdapter(log, {"user": 1}).warning("adapted")
    return text.getvalue()


def to_file():
    handler = logging.FileHandler("app.log")
    print(handler, handler.baseFilename.endswith("/app.log"))
    record = logging.LogRecord("n", 20, "a/b.py", 7, "m %s", (1,), None, func="f")
    handler.handle(record)
    handler.close()
    print(record, record.filename, record.module, record.getMessage())
    return open("app.log").read()


for work in (
    lambda: log.setLevel([]),
    lambda: log.setLevel("LOUD"),
    lambda: logging.getLogger(5),
    lambda: log.log("x", "m"),
    lambda: logging.basicConfig(level=30, loud=1),
    lambda: logging.Formatter("{name", style="{"),
    lambda: logging.Formatter("{}", style="{"),
    lambda: logging.Formatter("plain"),
    lambda: logging.makeLogRecord({"msg": "made"}).getMessage(),
    lambda: logging.config.dictConfig({}),
    lambda: logging.config.dictConfig({"version": 2}),
    lambda: logging.config.dictConfig({"version": 1, "handlers": {"h": {"class": "nope.Handler"}}}),
    lambda: logging.FileHandler("/nope/x.log"),
    adapted,
    to_file,
    lambda: os.stat("app.log").st_size,
    lambda: os.replace("app.log", "old.log"),
    lambda: os.rename("nope", "other"),
    lambda: os.mkdir("logs"),
    lambda: os.mkdir("logs"),
    lambda: os.rmdir("logs"),
    lambda: os.path.join("a", 5),
    lambda: os.path.commonprefix(["model", "mode"]),
    lambda: os.stat("nope"),
    lambda: open("app.log", 5),
    lambda: open("old.log", encoding="nope"),
    lambda: open("a\0b"),
):
    show(work)
