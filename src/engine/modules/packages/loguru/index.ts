/** `loguru`: its one logger. Answers to: loguru 0.7. */

import { tuple } from '../../../python/values/containers/containers.ts';
import { nativeFunction } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';
import { callingFrame } from '../../library/caller.ts';
import { textPackage } from '../text-package.ts';

/** The module, function and line that called the library. */
const where = nativeFunction('_where', '', (call): Value => {
  const frame = callingFrame(call);
  return tuple([frame?.globals.get('__name__') ?? '__main__', frame?.name ?? '<module>', frame?.line ?? 0]);
});

const SOURCE = String.raw`
import datetime as _datetime
import functools as _functools
import os as _os
import re as _re
import sys as _sys
import traceback as _traceback
from types import SimpleNamespace as _SimpleNamespace

_LEVELS = {"TRACE": 5, "DEBUG": 10, "INFO": 20, "SUCCESS": 25, "WARNING": 30, "ERROR": 40, "CRITICAL": 50}
_FORMAT = "{time:YYYY-MM-DD HH:mm:ss.SSS} | {level: <8} | {name}:{function}:{line} - {message}"
_TOKENS = {
    "YYYY": "%Y", "YY": "%y", "MMMM": "%B", "MMM": "%b", "MM": "%m", "DD": "%d", "dddd": "%A", "ddd": "%a",
    "HH": "%H", "hh": "%I", "mm": "%M", "ss": "%S", "ZZ": "%z", "A": "%p",
}
_TAGS = _re.compile(r"</?(?:level|lvl|[a-zA-Z][\w, -]*)?>")


class _Time(_datetime.datetime):
    def __format__(self, spec):
        def shown(found):
            token = found[0]
            if set(token) == {"S"}:
                return ("%06d" % self.microsecond)[: len(token)]
            if token == "Z":
                return self.strftime("%z")[:3] + ":" + self.strftime("%z")[3:]
            return self.strftime(_TOKENS[token])

        spec = spec or "YYYY-MM-DDTHH:mm:ss.SSSSSSZZ"
        return _re.sub("YYYY|YY|MMMM|MMM|MM|DD|dddd|ddd|HH|hh|mm|ss|S{1,6}|ZZ|Z|A", shown, spec)


def _now():
    now = _datetime.datetime.now(_datetime.timezone.utc)
    return _Time(*now.timetuple()[:6], now.microsecond, now.tzinfo)


class _Level(_SimpleNamespace):
    def __format__(self, spec):
        return format(self.name, spec)

    def __str__(self):
        return self.name


class _Handler:
    def __init__(self, sink, level, format, filter):
        self.sink, self.filter = sink, filter
        self.least = _LEVELS[level] if isinstance(level, str) else level
        self.format = format

    def emit(self, record):
        if record["level"].no < self.least or (callable(self.filter) and not self.filter(record)):
            return
        template = self.format(record) if callable(self.format) else self.format + "\n"
        text = _TAGS.sub("", template).format_map({**record, "exception": ""})
        if record["exception"] is not None:
            text += "".join(_traceback.format_exception(record["exception"]))
        if hasattr(self.sink, "write"):
            self.sink.write(text)
        elif callable(self.sink):
            self.sink(text)
        elif hasattr(self.sink, "handle"):
            import logging

            self.sink.handle(logging.LogRecord(record["name"], record["level"].no, "", record["line"], record["message"], (), None))
        else:
            with open(_os.fspath(self.sink), "a") as file:
                file.write(text)


_handlers = {0: _Handler(_sys.stderr, "DEBUG", _FORMAT, None)}
_state = {"next": 1, "extra": {}, "patcher": None}


class Logger:
    def __init__(self, extra=None, exception=None, lazy=False):
        self._extra, self._exception, self._lazy = extra or {}, exception, lazy

    def add(self, sink, *, level="DEBUG", format=_FORMAT, filter=None, **options):
        number = _state["next"]
        _state["next"] += 1
        _handlers[number] = _Handler(sink, level, format, filter)
        return number

    def remove(self, handler_id=None):
        if handler_id is None:
            _handlers.clear()
        elif _handlers.pop(handler_id, None) is None:
            raise ValueError("There is no existing handler with id %d" % handler_id)

    def configure(self, *, handlers=None, levels=None, extra=None, patcher=None, activation=None):
        if handlers is not None:
            self.remove()
        for one in levels or []:
            self.level(**one)
        if extra is not None:
            _state["extra"] = dict(extra)
        if patcher is not None:
            _state["patcher"] = patcher
        return [self.add(**one) for one in handlers or []]

    def level(self, name, no=None, color=None, icon=None):
        if no is not None:
            _LEVELS[name] = no
        if name not in _LEVELS:
            raise ValueError("Level '%s' does not exist" % name)
        return _Level(name=name, no=_LEVELS[name])

    def bind(self, **kwargs):
        return Logger({**self._extra, **kwargs}, self._exception, self._lazy)

    def opt(self, *, exception=None, lazy=False, **options):
        return Logger(self._extra, exception, lazy)

    def patch(self, patcher):
        return self

    def enable(self, name):
        pass

    disable = enable

    def complete(self):
        pass

    def contextualize(self, **kwargs):
        from contextlib import contextmanager

        @contextmanager
        def within():
            before = dict(_state["extra"])
            _state["extra"].update(kwargs)
            try:
                yield
            finally:
                _state["extra"] = before

        return within()

    def catch(self, exception=Exception, *, level="ERROR", reraise=False, message="An error has been caught in function", **kw):
        if callable(exception) and not isinstance(exception, type):
            return self.catch()(exception)

        def decorated(function):
            @_functools.wraps(function)
            def guarded(*args, **kwargs):
                try:
                    return function(*args, **kwargs)
                except exception as error:
                    self.opt(exception=error)._log(level, message, (), {})
                    if reraise:
                        raise

            return guarded

        return decorated

    def log(self, level, message, *args, **kwargs):
        self._log(level, message, args, kwargs)

    def exception(self, message, *args, **kwargs):
        self.opt(exception=True)._log("ERROR", message, args, kwargs)

    def _log(self, level, message, args, kwargs):
        if isinstance(level, str) and level not in _LEVELS:
            raise ValueError("Level '%s' does not exist" % level)
        number = _LEVELS.get(level, level)
        if self._lazy:
            args, kwargs = [one() for one in args], {key: one() for key, one in kwargs.items()}
        name, function, line = _where()
        error = self._exception
        record = {
            "time": _now(),
            "level": _Level(name=level if isinstance(level, str) else "Level %d" % level, no=number),
            "name": name, "module": name.rpartition(".")[2], "function": function, "line": line,
            "extra": {**_state["extra"], **self._extra, **kwargs},
            "exception": error if isinstance(error, BaseException) else _sys.exc_info()[1] if error else None,
        }
        if _state["patcher"]:
            _state["patcher"](record)
        record["message"] = str(message).format(*args, **kwargs) if args or kwargs else str(message)
        for handler in list(_handlers.values()):
            handler.emit(record)


def _method(level):
    return lambda self, message, *args, **kwargs: self._log(level, message, args, kwargs)


for _name in list(_LEVELS):
    setattr(Logger, _name.lower(), _method(_name))

Logger.__module__ = "loguru._logger"
logger = Logger()
`;

/** Its modules. */
export const LOGURU_MODULES = textPackage('loguru', { loguru: SOURCE }, { _where: () => where });
