/** Imports, errors of use, and the configuration of models. */
export const ERRORS = String.raw`
import copy as _copy
from abc import ABCMeta as _ABCMeta
import functools as _functools
import inspect as _inspect
import sys as _sys
import urllib.parse as _urlparse


class PydanticUserError(RuntimeError):
    def __init__(self, message, *, code=None):
        self.code = code
        self.message = message
        if code:
            message += "\n\nFor further information visit https://errors.pydantic.dev/2.14/u/" + code
        RuntimeError.__init__(self, message)


PydanticUserError.__module__ = "pydantic.errors"


class ConfigDict(dict):
    pass


`;
