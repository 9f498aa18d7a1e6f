/** Which types a field may have. Answers to: pydantic/_internal/_generate_schema.py. */
export const SCHEMA_SOURCE = String.raw`
import dataclasses as _dataclasses


class PydanticSchemaGenerationError(PydanticUserError):
    pass


PydanticSchemaGenerationError.__module__ = "pydantic.errors"

_STANDARD = frozenset(
    "builtins collections collections.abc datetime decimal enum fractions ipaddress os pathlib re typing "
    "typing_extensions uuid zoneinfo".split()
)


def _is_known(cls):
    """Classes of the standard library count as known: its few that are not would never stand in a model."""
    if cls.__module__ in _STANDARD or cls.__module__.startswith(("pydantic", "sqlmodel")):
        return True
    if issubclass(cls, _enum.Enum) or _dataclasses.is_dataclass(cls):
        return True
    if hasattr(cls, "__pydantic_validate__") or hasattr(cls, "__get_pydantic_core_schema__"):
        return True
    return issubclass(cls, (tuple, dict)) and bool(getattr(cls, "__annotations__", None))


def _require_email_validator():
    try:
        import email_validator
    except ImportError as error:
        raise ImportError("email-validator is not installed, run ${'`'}pip install 'pydantic[email]'${'`'}") from error


def _unknown_type(annotation):
    return PydanticSchemaGenerationError(
        "Unable to generate pydantic-core schema for %r. Set ${'`'}arbitrary_types_allowed=True${'`'} in the model_config "
        "to ignore this error or implement ${'`'}__get_pydantic_core_schema__${'`'} on your type to fully support it."
        "\n\nIf you got this error by calling handler(<some type>) within ${'`'}__get_pydantic_core_schema__${'`'} then you "
        "likely need to call ${'`'}handler.generate_schema(<some type>)${'`'} since we do not call "
        "${'`'}__get_pydantic_core_schema__${'`'} on ${'`'}<some type>${'`'} otherwise to avoid infinite recursion." % (annotation,),
        code="schema-for-unknown-type",
    )


def _require_known(annotation, arbitrary):
    """Raises for the first part of an annotation that pydantic cannot validate; classes of any kind may be allowed."""
    if annotation is EmailStr:
        _require_email_validator()
    if isinstance(annotation, type) and not _typing.get_args(annotation):
        if not arbitrary and not _is_known(annotation):
            raise _unknown_type(annotation)
        return
    if _typing.get_origin(annotation) in (_typing.Literal, type):
        return
    args = _typing.get_args(annotation)
    for one in args[:1] if _typing.get_origin(annotation) is _typing.Annotated else args:
        _require_known(one, arbitrary)
`.replaceAll("${'`'}", '`');
