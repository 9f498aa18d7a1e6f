/** What turns an event into a line. Answers to: structlog/{processors,dev,stdlib}.py. */
export const RENDERING = String.raw`
import datetime as _datetime
import json as _json
import logging as _logging
import sys as _sys
import traceback as _traceback


def add_log_level(logger, method_name, event_dict):
    event_dict["level"] = {"warn": "warning", "exception": "error"}.get(method_name, method_name)
    return event_dict


def add_logger_name(logger, method_name, event_dict):
    event_dict["logger"] = logger.name
    return event_dict


def filter_by_level(logger, method_name, event_dict):
    from structlog import DropEvent

    if not logger.isEnabledFor(getattr(_logging, method_name.upper())):
        raise DropEvent
    return event_dict


def set_exc_info(logger, method_name, event_dict):
    if method_name == "exception" and "exc_info" not in event_dict:
        event_dict["exc_info"] = True
    return event_dict


def _as_they_are(*args, **kw):
    return lambda logger, method_name, event_dict: event_dict


def format_exc_info(logger, method_name, event_dict):
    given = event_dict.pop("exc_info", None)
    error = given if isinstance(given, BaseException) else _sys.exc_info()[1] if given else None
    if error is not None:
        event_dict["exception"] = "".join(_traceback.format_exception(error)).rstrip("\n")
    return event_dict


class TimeStamper:
    def __init__(self, fmt=None, utc=True, key="timestamp"):
        self.fmt, self.utc, self.key = fmt, utc, key

    def __call__(self, logger, name, event_dict):
        now = _datetime.datetime.now(_datetime.timezone.utc) if self.utc else _datetime.datetime.now()
        if self.fmt is None:
            event_dict[self.key] = now.timestamp()
        elif self.fmt.lower() == "iso":
            event_dict[self.key] = now.isoformat().replace("+00:00", "Z") if self.utc else now.isoformat()
        else:
            event_dict[self.key] = now.strftime(self.fmt)
        return event_dict


class StackInfoRenderer:
    def __init__(self, additional_ignores=None):
        pass

    def __call__(self, logger, name, event_dict):
        event_dict.pop("stack_info", None)
        return event_dict


class PositionalArgumentsFormatter:
    def __init__(self, remove_positional_args=True):
        pass

    def __call__(self, logger, name, event_dict):
        args = event_dict.pop("positional_args", None)
        if args:
            event_dict["event"] = event_dict["event"] % args
        return event_dict


class JSONRenderer:
    def __init__(self, serializer=_json.dumps, **dumps_kw):
        self._serializer, self._kw = serializer, {"default": repr, **dumps_kw}

    def __call__(self, logger, name, event_dict):
        return self._serializer(event_dict, **self._kw)


class KeyValueRenderer:
    def __init__(self, sort_keys=False, key_order=None, drop_missing=False, repr_native_str=True):
        self._sort, self._order, self._drop = sort_keys, key_order or [], drop_missing

    def __call__(self, logger, name, event_dict):
        items = [(key, event_dict.pop(key, None)) for key in self._order if key in event_dict or not self._drop]
        rest = sorted(event_dict.items()) if self._sort else event_dict.items()
        return " ".join("%s=%r" % item for item in [*items, *rest])


class EventRenamer:
    def __init__(self, to, replace_by=None):
        self._to = to

    def __call__(self, logger, name, event_dict):
        event_dict[self._to] = event_dict.pop("event", None)
        return event_dict


class ConsoleRenderer:
    def __init__(self, pad_event=30, colors=False, **kw):
        self._pad, self._kw = pad_event, kw

    def _shown(self, value):
        plain = isinstance(value, str) and value and not set(value) & set(" \t=\r\n\"'")
        return value if plain else repr(value)

    def __call__(self, logger, name, event_dict):
        event_dict = format_exc_info(logger, name, event_dict)
        stamp, level = event_dict.pop("timestamp", None), event_dict.pop("level", None)
        event, origin = event_dict.pop("event", ""), event_dict.pop("logger", None)
        trace = event_dict.pop("exception", None)
        parts = [str(stamp)] if stamp is not None else []
        parts += ["[%-9s]" % level] if level is not None else []
        values = ["%s=%s" % (key, self._shown(event_dict[key])) for key in sorted(event_dict)]
        after = ([f"[{origin}]"] if origin is not None else []) + values
        parts.append(str(event).ljust(self._pad) if after else str(event))
        return " ".join([*parts, *after]) + ("\n" + trace if trace else "")


class LoggerFactory:
    def __init__(self, ignore_frame_names=None):
        pass

    def __call__(self, *args):
        return _logging.getLogger(args[0] if args else None)


class ProcessorFormatter(_logging.Formatter):
    def __init__(self, processor=None, processors=(), foreign_pre_chain=None, **kw):
        super().__init__(kw.get("fmt", "%(message)s"))
        self.processors = [processor] if processor else processors
        self.foreign_pre_chain = foreign_pre_chain or ()

    @staticmethod
    def wrap_for_formatter(logger, name, event_dict):
        return (event_dict,), {"extra": {"_logger": logger, "_name": name}}

    @staticmethod
    def remove_processors_meta(logger, method_name, event_dict):
        return {key: value for key, value in event_dict.items() if key not in ("_record", "_from_structlog")}

    def format(self, record):
        name = record.levelname.lower()
        if isinstance(record.msg, dict):
            found, chain = dict(record.msg), self.processors
        else:
            found, chain = {"event": record.getMessage()}, [*self.foreign_pre_chain, *self.processors]
        for processor in chain:
            found = processor(_logging.getLogger(record.name), name, found)
        return found


UnicodeDecoder = _as_they_are
ExtraAdder = _as_they_are
CallsiteParameterAdder = _as_they_are
`;
