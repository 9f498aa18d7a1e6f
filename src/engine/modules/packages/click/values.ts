/** What commands print, their context, and the types of what they are given. Answers to: click/{core,termui,types,exceptions}.py. */
export const VALUES = String.raw`
import functools as _functools
import inspect as _inspect
import sys as _sys


class ClickException(Exception):
    exit_code = 1

    def __init__(self, message):
        super().__init__(message)
        self.message = message

    def show(self, file=None):
        echo("Error: %s" % self.message, err=True)


class UsageError(ClickException):
    exit_code = 2


class BadParameter(UsageError):
    pass


class Abort(RuntimeError):
    pass


class Exit(RuntimeError):
    def __init__(self, code=0):
        self.exit_code = code


def echo(message=None, file=None, nl=True, err=False, color=None):
    stream = file or (_sys.stderr if err else _sys.stdout)
    stream.write(("" if message is None else str(message)) + ("\n" if nl else ""))


_COLORS = "black red green yellow blue magenta cyan white".split()


def style(text, fg=None, bg=None, bold=None, dim=None, underline=None, reset=True, **more):
    codes = ([str(30 + _COLORS.index(fg))] if fg else []) + ([str(40 + _COLORS.index(bg))] if bg else [])
    codes += [code for code, given in (("1", bold), ("2", dim), ("4", underline)) if given]
    return "".join("\x1b[%sm" % code for code in codes) + str(text) + ("\x1b[0m" if reset else "")


def secho(message=None, file=None, nl=True, err=False, color=None, **styles):
    echo(message, file, nl, err)


class Context:
    def __init__(self, command, info_name=None, parent=None, obj=None):
        self.command, self.info_name, self.parent = command, info_name, parent
        self.obj = obj if obj is not None or parent is None else parent.obj
        self.params, self.invoked_subcommand = {}, None

    def invoke(self, callback, *args, **kwargs):
        return callback.callback(*args, **kwargs) if isinstance(callback, Command) else callback(*args, **kwargs)

    def ensure_object(self, object_type):
        self.obj = object_type() if self.obj is None else self.obj
        return self.obj

    def exit(self, code=0):
        raise Exit(code)

    def fail(self, message):
        raise UsageError(message)


_contexts = []


def get_current_context(silent=False):
    if _contexts:
        return _contexts[-1]
    if silent:
        return None
    raise RuntimeError("There is no active click context.")


class ParamType:
    name = "text"

    def convert(self, value, param, ctx):
        return value

    def fail(self, message, param=None, ctx=None):
        raise BadParameter(message)


class Choice(ParamType):
    name = "choice"

    def __init__(self, choices, case_sensitive=True):
        self.choices, self.case_sensitive = list(choices), case_sensitive

    def convert(self, value, param, ctx):
        if value in self.choices:
            return value
        self.fail("%r is not one of %s." % (value, ", ".join(map(repr, self.choices))))


class Path(ParamType):
    name = "path"

    def __init__(self, **kw):
        self.options = kw

    def convert(self, value, param, ctx):
        kind = self.options.get("path_type")
        return kind(value) if kind else value


class _Plain(ParamType):
    def __init__(self, kind, name):
        self.kind, self.name = kind, name

    def convert(self, value, param, ctx):
        try:
            return self.kind(value)
        except ValueError:
            self.fail("%r is not a valid %s." % (value, self.name))


STRING = _Plain(str, "text")
INT = _Plain(int, "integer")
FLOAT = _Plain(float, "float")
BOOL = _Plain(lambda value: value if isinstance(value, bool) else value.lower() in ("1", "true", "t", "yes", "y", "on"), "boolean")


class IntRange(_Plain):
    def __init__(self, min=None, max=None, **kw):
        super().__init__(int, "integer range")


class Parameter:
    def __init__(self, param_decls=(), type=None, required=False, default=None, nargs=1, multiple=False, is_flag=None, help=None, **more):
        self.opts = [one for decl in param_decls for one in decl.split("/")[:1] if decl.startswith("-")]
        self.off = [decl.split("/")[1].strip() for decl in param_decls if decl.startswith("-") and "/" in decl]
        names = [decl for decl in param_decls if not decl.startswith("-")]
        longest = max(self.opts, key=len).lstrip("-") if self.opts else None
        self.name = (names[0] if names else longest).replace("-", "_").lower()
        self.is_flag = bool(self.off) or bool(is_flag)
        self.default = False if default is None and self.is_flag else default
        kinds = {str: STRING, int: INT, float: FLOAT, bool: BOOL}
        given = type if type is not None else builtin_type(self.default)
        self.type = kinds.get(given, given if isinstance(given, ParamType) else STRING)
        self.required, self.nargs, self.multiple, self.help = required, nargs, multiple, help
        self.envvar, self.callback = more.get("envvar"), more.get("callback")

    def __repr__(self):
        return "<%s %s>" % (self.__class__.__name__, self.name)

    def convert(self, value, ctx):
        return self.type.convert(value, self, ctx)


def builtin_type(value):
    return value.__class__ if value is not None and not callable(value) else None


class Option(Parameter):
    param_type_name = "option"


class Argument(Parameter):
    param_type_name = "argument"


`;
