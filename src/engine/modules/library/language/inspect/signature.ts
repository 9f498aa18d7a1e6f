/** Signatures and their parameters. */
export const SIGNATURE = String.raw`

class _empty:
    pass


class _ParameterKind:
    def __init__(self, value, name, description):
        self.value, self.name, self.description = value, name, description

    def __repr__(self):
        return "<_ParameterKind.%s: %d>" % (self.name, self.value)

    def __str__(self):
        return self.name

    def __index__(self):
        return self.value

    def __lt__(self, other):
        return self.value < other.value


_POSITIONAL_ONLY = _ParameterKind(0, "POSITIONAL_ONLY", "positional-only")
_POSITIONAL_OR_KEYWORD = _ParameterKind(1, "POSITIONAL_OR_KEYWORD", "positional or keyword")
_VAR_POSITIONAL = _ParameterKind(2, "VAR_POSITIONAL", "variadic positional")
_KEYWORD_ONLY = _ParameterKind(3, "KEYWORD_ONLY", "keyword-only")
_VAR_KEYWORD = _ParameterKind(4, "VAR_KEYWORD", "variadic keyword")
_KINDS = [_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD]


def formatannotation(annotation):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, type):
        if annotation.__module__ == "builtins":
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


class Parameter:
    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name, self.kind, self.default, self.annotation = name, kind, default, annotation

    def replace(self, *, name=None, kind=None, default=None, annotation=None):
        return Parameter(name or self.name, kind or self.kind, default=self.default if default is None else default, annotation=self.annotation if annotation is None else annotation)

    def __str__(self):
        text = self.name
        if self.annotation is not _empty:
            text += ": " + formatannotation(self.annotation)
        if self.default is not _empty:
            text += (" = " if self.annotation is not _empty else "=") + repr(self.default)
        if self.kind is _VAR_POSITIONAL:
            text = "*" + text
        elif self.kind is _VAR_KEYWORD:
            text = "**" + text
        return text

    def __repr__(self):
        return '<Parameter "%s">' % self

    def __eq__(self, other):
        return isinstance(other, Parameter) and (self.name, self.kind, self.default, self.annotation) == (other.name, other.kind, other.default, other.annotation)


class BoundArguments:
    def __init__(self, signature, arguments):
        self.signature, self.arguments = signature, arguments

    @property
    def args(self):
        found = []
        for name, parameter in self.signature.parameters.items():
            if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            found += self.arguments[name] if parameter.kind is _VAR_POSITIONAL else [self.arguments[name]]
        return tuple(found)

    @property
    def kwargs(self):
        found, by_name = {}, False
        for name, parameter in self.signature.parameters.items():
            by_name = by_name or parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments
            if not by_name or name not in self.arguments:
                continue
            if parameter.kind is _VAR_KEYWORD:
                found.update(self.arguments[name])
            else:
                found[name] = self.arguments[name]
        return found

    def apply_defaults(self):
        filled = {}
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments:
                filled[name] = self.arguments[name]
            elif parameter.default is not _empty:
                filled[name] = parameter.default
            elif parameter.kind is _VAR_POSITIONAL:
                filled[name] = ()
            elif parameter.kind is _VAR_KEYWORD:
                filled[name] = {}
        self.arguments = filled

    def __repr__(self):
        return "<BoundArguments (%s)>" % ", ".join("%s=%r" % one for one in self.arguments.items())


def _bound(signature, positional, named, partial):
    """The arguments of a call by the names of its parameters."""
    arguments, positional, named = {}, list(positional), dict(named)
    for name, parameter in signature.parameters.items():
        kind = parameter.kind
        if kind is _VAR_POSITIONAL:
            if positional:
                arguments[name] = tuple(positional)
            positional = []
        elif kind is _VAR_KEYWORD:
            if named:
                arguments[name] = named
            named = {}
        elif positional and kind is not _KEYWORD_ONLY:
            if name in named and kind is not _POSITIONAL_ONLY:
                raise TypeError("multiple values for argument %r" % name)
            arguments[name] = positional.pop(0)
        elif name in named and kind is not _POSITIONAL_ONLY:
            arguments[name] = named.pop(name)
        elif parameter.default is _empty and not partial:
            raise TypeError("missing a required argument: %r" % name)
    if positional:
        raise TypeError("too many positional arguments")
    if named:
        raise TypeError("got an unexpected keyword argument %r" % next(iter(named)))
    return BoundArguments(signature, arguments)


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = {parameter.name: parameter for parameter in parameters or ()}
        self.return_annotation = return_annotation

    def replace(self, *, parameters=None, return_annotation=None):
        return Signature(list(self.parameters.values()) if parameters is None else parameters, return_annotation=self.return_annotation if return_annotation is None else return_annotation)

    def bind(self, /, *args, **kwargs):
        return _bound(self, args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return _bound(self, args, kwargs, True)

    def __str__(self):
        parts, starred, last = [], False, None
        for parameter in self.parameters.values():
            if last is _POSITIONAL_ONLY and parameter.kind is not _POSITIONAL_ONLY:
                parts.append("/")
            if parameter.kind is _VAR_POSITIONAL:
                starred = True
            elif parameter.kind is _KEYWORD_ONLY and not starred:
                parts.append("*")
                starred = True
            parts.append(str(parameter))
            last = parameter.kind
        if last is _POSITIONAL_ONLY:
            parts.append("/")
        text = "(%s)" % ", ".join(parts)
        if self.return_annotation is not _empty:
            text += " -> " + formatannotation(self.return_annotation)
        return text

    def __repr__(self):
        return "<Signature %s>" % self


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    if not callable(obj):
        raise TypeError("%r is not a callable object" % (obj,))
    if follow_wrapped:
        obj = unwrap(obj)
    skip = False
    if isinstance(obj, type):
        if obj.__module__ == "builtins":
            raise ValueError("no signature found for builtin type %r" % (obj,))
        made = obj.__new__ if obj.__init__ is object.__init__ else obj.__init__
        if made is object.__new__:
            return Signature([])
        obj, skip = made, True
    elif not isroutine(obj):
        obj, skip = type(obj).__call__, True
    found = _parameters(obj)
    if found is None:
        raise ValueError("no signature found for builtin %r" % (obj,))
    annotations = getattr(obj, "__annotations__", {})
    parameters = [
        Parameter(name, _KINDS[kind], default=default if has_default else _empty, annotation=annotations.get(name, _empty))
        for name, kind, has_default, default in found
    ]
    return Signature(parameters[1:] if skip else parameters, return_annotation=annotations.get("return", _empty))


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    if isinstance(obj, type):
        found = vars(obj).get("__annotations__")
    else:
        found = getattr(obj, "__annotations__", None)
        if found is None and not callable(obj) and not ismodule(obj):
            raise TypeError("%r is not a module, class, or callable." % (obj,))
    if not eval_str:
        return dict(found or {})
    module = _sys.modules.get(getattr(obj, "__module__", None))
    names = globals or getattr(obj, "__globals__", None) or (vars(module) if module else {})
    inner = locals if locals is not None else (dict(vars(obj)) if isinstance(obj, type) else None)
    return {name: eval(one, names, inner) if isinstance(one, str) else one for name, one in (found or {}).items()}


def getcallargs(func, /, *positional, **named):
    found = signature(func)
    bound = found.bind(*positional, **named)
    bound.apply_defaults()
    order = {_VAR_POSITIONAL: 1, _VAR_KEYWORD: 2, _KEYWORD_ONLY: 3}
    names = sorted(bound.arguments, key=lambda name: order.get(found.parameters[name].kind, 0))
    return {name: bound.arguments[name] for name in names}


def getfullargspec(func):
    from collections import namedtuple

    made = namedtuple("FullArgSpec", "args varargs varkw defaults kwonlyargs kwonlydefaults annotations")
    # What a method is bound to counts as well, other than in a signature.
    found = signature(getattr(func, "__func__", func)).parameters.values()
    names = lambda *kinds: [p.name for p in found if p.kind in kinds]
    defaults = tuple(p.default for p in found if p.kind.value < 2 and p.default is not _empty)
    return made(
        names(_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD),
        next(iter(names(_VAR_POSITIONAL)), None),
        next(iter(names(_VAR_KEYWORD)), None),
        defaults or None,
        names(_KEYWORD_ONLY),
        {p.name: p.default for p in found if p.kind is _KEYWORD_ONLY and p.default is not _empty} or None,
        getattr(func, "__annotations__", {}),
    )
`;
