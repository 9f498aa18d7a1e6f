/** Which fields a model has: those of its bases, of classes beside them, and its own. Answers to: pydantic/_internal/_fields.py. */
export const COLLECT = String.raw`
def _names_around(cls, annotations):
    quoted = any(isinstance(annotation, str) for annotation in annotations.values())
    module = _sys.modules.get(cls.__module__) if quoted else None
    return {cls.__name__: cls, **(vars(module) if module else {})}


def _fields_of_mixins(cls):
    """Classes that are no models bring fields, too, by their annotations."""
    fields = {}
    for base in reversed(cls.__mro__[1:]):
        annotations = {} if isinstance(base, ModelMetaclass) else vars(base).get("__annotations__", {})
        for name, annotation in annotations.items():
            resolved = annotation if name.startswith("_") else _resolve(annotation, _names_around(base, annotations))
            if not name.startswith("_") and not _is_class_var(resolved):
                fields[name] = _field_of(resolved, getattr(cls, name, PydanticUndefined))
    return fields


def _in_order(cls, fields):
    """As the annotations of all its classes stand, those of the first base first."""
    names = dict.fromkeys(name for base in reversed(cls.__mro__) for name in vars(base).get("__annotations__", {}))
    return {name: fields[name] for name in [*names, *fields] if name in fields}


def _collect_fields(cls, bases, annotations, given):
    fields = {**_inherited(bases, "model_fields"), **_fields_of_mixins(cls)}
    namespace = _names_around(cls, annotations)
    for name, annotation in annotations.items():
        if name.startswith("_") or name == "model_config" or _is_class_var(annotation):
            continue
        resolved = _resolve(annotation, namespace)
        if _is_class_var(resolved):
            continue
        _warn_of_shadow(cls, bases, name)
        fields[name] = _field_of(resolved, given.get(name, PydanticUndefined))
    for name, value in given.items():
        if name not in annotations and name in fields:
            fields[name] = _field_of(fields[name].annotation, value)
    generator = cls.model_config.get("alias_generator")
    if generator is not None:
        for name, field in fields.items():
            fields[name] = _named_by(generator, name, field)
    fields = _in_order(cls, fields)
    for field in fields.values():
        _require_known(field.annotation, cls.model_config.get("arbitrary_types_allowed"))
    cls.model_fields = fields
    cls.__fields__ = fields


`;
