/** What stands beside models: RootModel, TypeAdapter, create_model, secrets. */
export const ADAPTERS = String.raw`
class RootModel(BaseModel):
    def __class_getitem__(cls, item):
        return type(cls)("RootModel[%s]" % _name_of(item), (cls,), {"__annotations__": {"root": item}, "__module__": cls.__module__})

    def __init__(self, /, root=PydanticUndefined, **data):
        self.__pydantic_init__(data if root is PydanticUndefined else {"root": root}, _Context())


class TypeAdapter:
    def __init__(self, type, **kw):
        self._type = type

    def validate_python(self, value, **kw):
        try:
            return _check(self._type, value, _Context())
        except _Invalid as invalid:
            raise ValidationError(_name_of(self._type), invalid.lines) from None

    def dump_python(self, instance, *, mode="python", include=None, exclude=None, **kw):
        return _dump_value(instance, self._type, _Dumping(mode, **kw), include, exclude)

    def dump_json(self, instance, *, indent=None, **kw):
        separators = (",", ":") if indent is None else None
        found = self.dump_python(instance, mode="json", **kw)
        return _json.dumps(found, indent=indent, separators=separators, ensure_ascii=False).encode()

    def validate_json(self, data, **kw):
        return self.validate_python(_json.loads(data))


def create_model(model_name, /, *, __base__=None, __module__=None, **fields):
    annotations, namespace = {}, {"__module__": __module__ or __name__}
    for name, field in fields.items():
        kind, default = field if isinstance(field, tuple) else (type(field), field)
        annotations[name] = kind
        if default is not ...:
            namespace[name] = default
    namespace["__annotations__"] = annotations
    bases = __base__ if isinstance(__base__, tuple) else (__base__ or BaseModel,)
    return type(bases[0])(model_name, bases, namespace)


class _Secret:
    def __init__(self, secret_value):
        self._secret_value = secret_value

    @classmethod
    def __pydantic_validate__(cls, value, context):
        return value if isinstance(value, cls) else cls(_check(cls._inner, value, context))

    def get_secret_value(self):
        return self._secret_value

    def __eq__(self, other):
        return type(self) is type(other) and self._secret_value == other._secret_value

    def __hash__(self):
        return hash(self._secret_value)

    def __len__(self):
        return len(self._secret_value)

    def __str__(self):
        return "**********" if self._secret_value else ""

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, str(self))


class SecretStr(_Secret):
    _inner = str


class SecretBytes(_Secret):
    _inner = bytes


`;
