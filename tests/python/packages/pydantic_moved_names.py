import importlib, warnings
warnings.simplefilter("always")
for p in """pydantic:BaseSettings pydantic:PyObject pydantic:ConstrainedStr pydantic:Required pydantic:nope pydantic:stricturl pydantic.types:ConstrainedInt pydantic.errors:ColorError pydantic.errors:PydanticTypeError
pydantic.error_wrappers:ValidationError pydantic.error_wrappers:ErrorWrapper pydantic.error_wrappers:nope pydantic.generics:GenericModel pydantic.utils:to_camel pydantic.utils:to_lower_camel pydantic.utils:get_model pydantic.tools:parse_obj_as 
pydantic.class_validators:validator pydantic.class_validators:root_validator pydantic.config:Extra pydantic.config:BaseConfig pydantic.env_settings:BaseSettings pydantic.datetime_parse:parse_date pydantic.typing:is_union pydantic.main:validate_model pydantic.networks:stricturl pydantic.schema:schema pydantic.validators:str_validator pydantic.parse:load_file pydantic.typing:NoneType pydantic.fields:ModelField pydantic:parse_obj_as pydantic:root_validator pydantic.fields:Undefined pydantic.fields:UndefinedType""".split():
    m, n = p.split(":")
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        try:
            v = getattr(importlib.import_module(m), n)
            print(p, getattr(v, "__name__", v), [str(x.message) for x in w])
        except Exception as e:
            print(p, type(e).__name__, str(e).replace("\n", "|"), [str(x.message) for x in w])

from typing import Generic, TypeVar
from pydantic import BaseModel

T = TypeVar("T")


class Mixin:
    created = 1


with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")

    class Shadows(BaseModel, Mixin):
        created: int = 2

    class Order(Generic[T], BaseModel):
        item: T

    print([(x.category.__name__, str(x.message)) for x in w])
