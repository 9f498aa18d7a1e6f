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
            if include_url and line["type"] not in ("value_error", "assertion_error") or include_url:
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
            parts.append("    For further information visit " + _DOCS + line["type"])
        return "\n".join(parts)

    def __repr__(self):
        return str(self)


ValidationError.__module__ = "pydantic_core._pydantic_core"


class _Invalid(Exception):
    def __init__(self, lines):
        self.lines = lines


def _wrong(type, msg, value, loc=(), ctx=None):
    return _Invalid([{"type": type, "loc": loc, "msg": msg, "input": value, "ctx": ctx}])


def _below(loc, invalid):
    return [{**line, "loc": (loc, *line["loc"])} for line in invalid.lines]
`;
