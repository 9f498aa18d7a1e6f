/** `BaseModel`. */
export const BASE_MODEL = String.raw`
class BaseModel(metaclass=ModelMetaclass):
    model_config = {}
    model_fields = {}
    model_computed_fields = {}
    __private_attributes__ = {}
    __pydantic_decorated__ = []

    def __init__(self, /, **data):
        self.__pydantic_init__(data, _Context())

    def __pydantic_init__(self, data, context):
        cls = type(self)

        def fill(each):
            if each is not self:
                self.__pydantic_fill__(each, context)
            return self

        try:
            for one in _validators(cls, "model"):
                if one.mode == "wrap":
                    fill = _wrapped(one, cls, fill, ValidationInfo({}, None))
            fill(data)
        except _Invalid as invalid:
            raise ValidationError(cls.model_config.get("title") or cls.__name__, invalid.lines) from None

    def __pydantic_fill__(self, data, context):
        cls = type(self)
        values, given, extra = _validated(cls, data, context)
        object.__setattr__(self, "__dict__", {**values, **(extra or {})})
        object.__setattr__(self, "__pydantic_fields_set__", given | set(extra or {}))
        object.__setattr__(self, "__pydantic_extra__", extra)
        for name, private in cls.__private_attributes__.items():
            if private.default_factory is not None:
                object.__setattr__(self, name, private.default_factory())
            elif private.default is not PydanticUndefined:
                object.__setattr__(self, name, _copy.copy(private.default))
        for one in _validators(cls, "model"):
            if one.mode == "after":
                _guarded(lambda each: _plain(one.function)(self), data)
        self.model_post_init(None)

    def model_post_init(self, context, /):
        pass

    @classmethod
    def __pydantic_validate__(cls, value, context):
        if isinstance(value, cls):
            return value
        made = cls.__new__(cls)
        try:
            if isinstance(value, _abc.Mapping):
                made.__pydantic_init__(dict(value), context)
            else:
                made.__pydantic_init__(value, context)
        except ValidationError as error:
            raise _Invalid(error._lines) from None
        return made

    @classmethod
    def model_validate(cls, obj, *, strict=None, from_attributes=None, context=None, **kw):
        try:
            return cls.__pydantic_validate__(obj, _Context(from_attributes=bool(from_attributes)))
        except _Invalid as invalid:
            raise ValidationError(cls.__name__, invalid.lines) from None

    @classmethod
    def model_validate_json(cls, json_data, **kw):
        return cls.model_validate(_json.loads(json_data))

    @classmethod
    def model_construct(cls, _fields_set=None, **values):
        made = cls.__new__(cls)
        filled = {name: field.get_default(call_default_factory=True) for name, field in cls.model_fields.items() if not field.is_required()}
        object.__setattr__(made, "__dict__", {**filled, **values})
        object.__setattr__(made, "__pydantic_fields_set__", set(values))
        object.__setattr__(made, "__pydantic_extra__", None)
        return made

    @classmethod
    def parse_obj(cls, obj):
        return cls.model_validate(obj)

    @classmethod
    def from_orm(cls, obj):
        return cls.model_validate(obj, from_attributes=True)

    @classmethod
    def model_rebuild(cls, **kw):
        return True

    @classmethod
    def update_forward_refs(cls, **kw):
        pass

    @classmethod
    def model_json_schema(cls, **kw):
        return {"title": cls.__name__, "type": "object", "properties": {name: {"title": name} for name in cls.model_fields}}

    @property
    def model_fields_set(self):
        return self.__pydantic_fields_set__

    @property
    def model_extra(self):
        return self.__pydantic_extra__

    def model_dump(self, *, mode="python", include=None, exclude=None, by_alias=None, exclude_unset=False,
                   exclude_defaults=False, exclude_none=False, **kw):
        how = _Dumping(mode, by_alias, exclude_unset, exclude_defaults, exclude_none, **kw)
        return _dump_model(self, how, include, exclude)

    def dict(self, **kw):
        return self.model_dump(**kw)

    def model_dump_json(self, *, indent=None, **kw):
        separators = (",", ":") if indent is None else None
        return _json.dumps(self.model_dump(mode="json", **kw), indent=indent, separators=separators, ensure_ascii=False)

    def json(self, **kw):
        return self.model_dump_json(**kw)

    def model_copy(self, *, update=None, deep=False):
        made = type(self).__new__(type(self))
        source = _copy.deepcopy(_values(self)) if deep else _values(self)
        object.__setattr__(made, "__dict__", {**source, **(update or {})})
        object.__setattr__(made, "__pydantic_fields_set__", set(self.__pydantic_fields_set__) | set(update or {}))
        object.__setattr__(made, "__pydantic_extra__", self.__pydantic_extra__)
        return made

    def copy(self, **kw):
        return self.model_copy(update=kw.get("update"), deep=kw.get("deep", False))

    def __setattr__(self, name, value):
        cls = type(self)
        config = cls.model_config
        descriptor = next((vars(one)[name] for one in cls.__mro__ if name in vars(one)), None)
        if name.startswith("_") or isinstance(descriptor, property):
            return object.__setattr__(self, name, value)
        if config.get("frozen") or name in cls.model_fields and cls.model_fields[name].frozen:
            kind = "frozen_instance" if config.get("frozen") else "frozen_field"
            what = "Instance" if config.get("frozen") else "Field"
            raise ValidationError(cls.__name__, [{"type": kind, "loc": (name,), "msg": what + " is frozen", "input": value}])
        if name not in cls.model_fields and config.get("extra") != "allow":
            raise ValueError('"%s" object has no field "%s"' % (cls.__name__, name))
        if config.get("validate_assignment") and name in cls.model_fields:
            try:
                value = _validate_field(cls, name, cls.model_fields[name], value, self.__dict__, _Context())
            except _Invalid as invalid:
                raise ValidationError(cls.__name__, _below(name, invalid)) from None
        self.__dict__[name] = value
        self.__pydantic_fields_set__.add(name)

    def __iter__(self):
        yield from _values(self).items()

    def __eq__(self, other):
        return type(self) is type(other) and _values(self) == _values(other)

    def __class_getitem__(cls, item):
        return _parametrized(cls, item)

    def __hash__(self):
        if not type(self).model_config.get("frozen"):
            raise TypeError("unhashable type: '%s'" % type(self).__name__)
        return hash((type(self), *(self.__dict__.get(name) for name in type(self).model_fields)))

    def __repr_args__(self):
        for name, value in _values(self).items():
            field = type(self).model_fields.get(name)
            if name not in type(self).__private_attributes__ and (field is None or field.repr):
                yield name, value
        for name in type(self).model_computed_fields:
            yield name, getattr(self, name)

    def __repr_str__(self, join):
        return join.join("%s=%r" % (name, value) for name, value in self.__repr_args__())

    def __repr__(self):
        return "%s(%s)" % (type(self).__name__, self.__repr_str__(", "))

    def __str__(self):
        return self.__repr_str__(" ")


`;
