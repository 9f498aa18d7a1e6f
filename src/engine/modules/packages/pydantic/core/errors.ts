/** What is wrong with a value, and the error that says so. Answers to: pydantic_core (ValidationError). */
export const ERRORS = String.raw`
import collections.abc as _abc
import datetime as _datetime
import decimal as _decimal
import enum as _enum
import json as _json
import pathlib as _pathlib
import re as _re
import types as _types
import typing as _typing
import uuid as _uuid

_DOCS = "https://errors.pydantic.dev/2.14/v/"


class PydanticUndefinedType:
    def __repr__(self):
        return "PydanticUndefined"

    def __bool__(self):
        return True


PydanticUndefined = PydanticUndefinedType()


def _shown(value):
    text = repr(value)
    return text if len(text) <= 50 else text[:25] + "..." + text[-24:]


class ValidationError(ValueError):
    def __init__(self, title, lines):
        self.title = title
        self._lines = lines
        ValueError.__init__(self, title)

    def errors(self, *, include_url=True, include_context=True, include_input=True):
        found = []
        for line in self._lines:
            error = {"type": line["type"], "loc": line["loc"], "msg": line["msg"]}
            if include_input:
                error["input"] = line["input"]
            if include_context and line.get("ctx"):
                error["ctx"] = line["ctx"]
            if include_url and not line.get("custom"):
                error["url"] = _DOCS + line["type"]
            found.append(error)
        return found

    def error_count(self):
        return len(self._lines)

    def json(self, **kw):
        return _json.dumps(self.errors(include_context=False), default=str)

    def __str__(self):
        count = len(self._lines)
        parts = ["%d validation error%s for %s" % (count, "" if count == 1 else "s", self.title)]
        for line in self._lines:
            if line["loc"]:
                parts.append(".".join(str(one) for one in line["loc"]))
            parts.append(
                "  %s [type=%s, input_value=%s, input_type=%s]"
                % (line["msg"], line["type"], _shown(line["input"]), type(line["input"]).__name__)
            )
            if not line.get("custom"):
                parts.append("    For further information visit " + _DOCS + line["type"])
        return "\n".join(parts)

    def __repr__(self):
        return str(self)


ValidationError.__module__ = "pydantic_core._pydantic_core"


class _Invalid(Exception):
    def __init__(self, lines):
        self.lines = lines


class PydanticCustomError(ValueError):
    """An error of a validator with a type and a template of its own; no page tells about it."""

    def __init__(self, error_type, message_template, context=None, /):
        self.type = error_type
        self.message_template = message_template
        self.context = context
        ValueError.__init__(self, error_type, message_template, context)

    def message(self):
        text = self.message_template
        for name, value in (self.context or {}).items():
            text = text.replace("{" + name + "}", str(value))
        return text

    def __str__(self):
        return self.message()


PydanticCustomError.__module__ = "pydantic_core._pydantic_core"


class PydanticUseDefault(Exception):
    pass


class PydanticOmit(Exception):
    pass


def _custom(type, msg, value, ctx=None):
    """An error that no page tells about."""
    return _Invalid([{"type": type, "loc": (), "msg": msg, "input": value, "ctx": ctx, "custom": True}])


def _wrong(type, msg, value, loc=(), ctx=None):
    return _Invalid([{"type": type, "loc": loc, "msg": msg, "input": value, "ctx": ctx}])


def _below(loc, invalid):
    return [{**line, "loc": (loc, *line["loc"])} for line in invalid.lines]
`;
