/** Bound loggers and how they are configured. Answers to: structlog/{_config,_native,_output}.py. */
export const LOGGERS = String.raw`
import sys as _sys
from structlog import _contexts, _rendering

_LEVELS = {"debug": 10, "info": 20, "warning": 30, "error": 40, "critical": 50}
_NAMES = {"msg": "info", "warn": "warning", "err": "error", "fatal": "critical", "exception": "error"}


class DropEvent(BaseException):
    pass


class PrintLogger:
    def __init__(self, file=None):
        self._file = file

    def msg(self, message):
        print(message, file=self._file or _sys.stdout, flush=True)

    log = debug = info = warn = warning = fatal = failure = err = error = critical = exception = msg


class PrintLoggerFactory:
    def __init__(self, file=None):
        self._file = file

    def __call__(self, *args):
        return PrintLogger(self._file)


WriteLogger = PrintLogger
WriteLoggerFactory = PrintLoggerFactory


def make_filtering_bound_logger(min_level):
    level = _LEVELS[min_level.lower()] if isinstance(min_level, str) else min_level
    return type("BoundLoggerFilteringAtLevel%d" % level, (BoundLoggerBase,), {"_least": level})


class BoundLoggerBase:
    _least = 0

    def __init__(self, logger, processors, context):
        self._logger, self._processors, self._context = logger, processors, context

    def bind(self, **new_values):
        return type(self)(self._logger, self._processors, {**self._context, **new_values})

    def new(self, **new_values):
        return type(self)(self._logger, self._processors, dict(new_values))

    def unbind(self, *keys):
        for key in keys:
            if key not in self._context:
                raise KeyError(key)
        return self.try_unbind(*keys)

    def try_unbind(self, *keys):
        return type(self)(self._logger, self._processors, {key: value for key, value in self._context.items() if key not in keys})

    def is_enabled_for(self, level):
        return level >= self._least

    def _proxy_to_logger(self, method_name, event=None, **event_kw):
        found = {**self._context, **event_kw}
        if event is not None:
            found["event"] = event
        try:
            for processor in self._processors:
                found = processor(self._logger, method_name, found)
        except DropEvent:
            return None
        write = getattr(self._logger, method_name)
        if isinstance(found, (str, bytes)):
            return write(found)
        return write(*found[0], **found[1]) if isinstance(found, tuple) else write(**found)

    def _at(self, name, event, args, values):
        level = _NAMES.get(name, name)
        if _LEVELS[level] < self._least:
            return None
        if name == "exception":
            values.setdefault("exc_info", True)
        if args and not hasattr(self._logger, "isEnabledFor"):
            event = event % args
        elif args:
            values["positional_args"] = args
        return self._proxy_to_logger(level, event, **values)

    def log(self, level, event=None, *args, **values):
        names = {number: name for name, number in _LEVELS.items()}
        return self._at(names[level], event, args, values)


def _method(name):
    return lambda self, event=None, *args, **values: self._at(name, event, args, values)


for _name in [*_LEVELS, *_NAMES]:
    setattr(BoundLoggerBase, _name, _method(_name))


class BoundLogger(BoundLoggerBase):
    pass


def _initial():
    return {
        "processors": [
            _contexts.merge_contextvars,
            _rendering.add_log_level,
            _rendering.StackInfoRenderer(),
            _rendering.set_exc_info,
            _rendering.TimeStamper(fmt="%Y-%m-%d %H:%M:%S", utc=False),
            _rendering.ConsoleRenderer(),
        ],
        "context_class": dict,
        "wrapper_class": make_filtering_bound_logger(0),
        "logger_factory": PrintLoggerFactory(),
        "cache_logger_on_first_use": False,
    }


_config = _initial()
_state = {"configured": False}


def configure(processors=None, wrapper_class=None, context_class=None, logger_factory=None, cache_logger_on_first_use=None):
    given = dict(
        processors=processors, wrapper_class=wrapper_class, context_class=context_class,
        logger_factory=logger_factory, cache_logger_on_first_use=cache_logger_on_first_use,
    )
    _config.update({key: value for key, value in given.items() if value is not None})
    _state["configured"] = True


def configure_once(**kw):
    if not _state["configured"]:
        configure(**kw)


def is_configured():
    return _state["configured"]


def get_config():
    return dict(_config)


def reset_defaults():
    _config.update(_initial())
    _state["configured"] = False


class BoundLoggerLazyProxy:
    def __init__(self, logger, initial_values=None, logger_factory_args=None):
        self._logger, self._initial_values, self._args = logger, initial_values or {}, logger_factory_args or ()

    def __repr__(self):
        return (
            "<BoundLoggerLazyProxy(logger=%r, wrapper_class=None, processors=None, context_class=None, "
            "initial_values=%r, logger_factory_args=%r)>" % (self._logger, self._initial_values, self._args)
        )

    def bind(self, **new_values):
        logger = self._logger or _config["logger_factory"](*self._args)
        return _config["wrapper_class"](logger, _config["processors"], {**self._initial_values, **new_values})

    new = bind

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.bind(), name)


BoundLoggerLazyProxy.__module__ = "structlog._config"


def get_logger(*args, **initial_values):
    return BoundLoggerLazyProxy(None, initial_values, args)


getLogger = get_logger


def wrap_logger(logger, **initial_values):
    return BoundLoggerLazyProxy(logger, initial_values)
`;
