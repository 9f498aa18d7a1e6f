/** NamedTuple and TypedDict. */
export const RECORDS = String.raw`

class NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        import collections

        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        types = ns.get("__annotations__", {})
        defaults = []
        for name in types:
            if name in ns:
                defaults.append(name)
            elif defaults:
                raise TypeError(
                    "Non-default namedtuple field %s cannot follow default field%s %s"
                    % (name, "s" if len(defaults) > 1 else "", ", ".join(defaults))
                )
        made = collections.namedtuple(typename, list(types), defaults=[ns[name] for name in defaults], module=ns["__module__"])
        made.__annotations__ = dict(types)
        made.__new__.__annotations__ = dict(types)
        for key, value in ns.items():
            if key in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_field_types", "_make", "_replace", "_asdict", "_source"):
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in ("__module__", "__name__", "__annotations__", "__qualname__", "__orig_bases__") and key not in made._fields:
                setattr(made, key, value)
        return made


_NamedTuple = type.__new__(NamedTupleMeta, "NamedTuple", (), {})


class _NamedTupleForm:
    def __call__(self, typename, fields=None, /, **kwargs):
        if fields is None:
            fields = kwargs.items()
        elif kwargs:
            raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
        import collections

        types = {name: tp for name, tp in fields}
        made = collections.namedtuple(typename, list(types), module=_caller_module())
        made.__annotations__ = types
        return made

    def __mro_entries__(self, bases):
        return (_NamedTuple,)

    def __repr__(self):
        return "<function NamedTuple at 0x7f0000000000>"


NamedTuple = _NamedTupleForm()


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        own = ns.get("__annotations__", {})
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(base.__dict__.get("__annotations__", {}))
            required.update(base.__dict__.get("__required_keys__", ()))
            optional.update(base.__dict__.get("__optional_keys__", ()))
        for key, tp in own.items():
            tp = ForwardRef(tp) if isinstance(tp, str) else tp
            annotations[key] = tp
            origin = get_origin(tp)
            if origin is Annotated:
                origin = get_origin(get_args(tp)[0])
            if origin is Required or (origin is not NotRequired and total):
                required.add(key)
            else:
                optional.add(key)
        ns = {key: value for key, value in ns.items() if key != "__annotations__"}
        made = type.__new__(_TypedDictMeta, name, (dict,), ns)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__total__ = total
        return made

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})


class _TypedDictForm:
    def __call__(self, typename, fields=None, /, *, total=True, **kwargs):
        ns = {"__annotations__": dict(fields if fields is not None else kwargs)}
        ns["__module__"] = _caller_module()
        return _TypedDictMeta(typename, (), ns, total=total)

    def __mro_entries__(self, bases):
        return (_TypedDict,)

    def __repr__(self):
        return "<function TypedDict at 0x7f0000000000>"


TypedDict = _TypedDictForm()
`;
