"""Marks and validators that stand around a value, types read from text, names by a generator."""
import pydantic as p
from typing import Annotated, Any, Union
class A(p.BaseModel):
    model_config = {"extra": "allow"}
    w: Annotated[int, p.WrapValidator(lambda v, h: h(v) + 1)] = 1
    q: Annotated[int, p.PlainValidator(lambda v: "plain %s" % v)] = 1
    s: p.SkipValidation[int] = 3
    j: p.JsonValue = None
    b: p.ByteSize = 1
    n: p.IPvAnyNetwork = None
    x: p.Base64Str = "aGk="
    imp: p.ImportString = "os.path"
    f: p.FiniteFloat = 1.0
    sec: p.Secret[int] = None
print(A(w="3", q=5, s="x", j={"a": [1]}, b="10MB", x="aGVsbG8=", imp="math.sqrt", f=2, sec=5))
try: A(w="z")
except p.ValidationError as e: print(e)
try: A(b="z")
except p.ValidationError as e: print(e)
try: A(imp="no.such.thing")
except p.ValidationError as e: print(e)
class B(p.BaseModel):
    model_config = p.ConfigDict(alias_generator=p.AliasGenerator(validation_alias=lambda n: n.upper(), serialization_alias=lambda n: "s_" + n))
    name: str
print(B(NAME="q"), B(NAME="q").model_dump(by_alias=True))
@p.with_config({"str_to_lower": True})
class T: pass
print(p.PydanticDeprecatedSince20.__mro__)
def g(v): return "a" if v.get("k") == "a" else "b"
class X(p.BaseModel):
    k: str
    y: int
class Y(p.BaseModel):
    k: str
    z: int
class Z(p.BaseModel):
    one: Annotated[Union[Annotated[X, p.Tag("a")], Annotated[Y, p.Tag("b")]], p.Discriminator(g)]
print(Z(one={"k": "a", "y": 1}), Z(one={"k": "c", "z": 1}))
class D(p.BaseModel):
    one: X
    @p.field_serializer("one", mode="wrap")
    def ser(self, v, handler: p.SerializerFunctionWrapHandler, info: p.SerializationInfo): return handler(v)
    @p.field_validator("one", mode="wrap")
    @classmethod
    def val(cls, v, handler: p.ValidatorFunctionWrapHandler, info: p.ValidationInfo):
        got = handler(v); print("val", got, info.field_name); return got
    @p.model_validator(mode="wrap")
    @classmethod
    def mv(cls, data: Any, handler: p.ModelWrapValidatorHandler["D"]): print("mv", data); return handler(data)
print(D(one={"k": "1", "y": 2}))
from pydantic_core import PydanticCustomError
class E(p.BaseModel):
    a: int
    @p.field_validator("a")
    @classmethod
    def v(cls, v): raise PydanticCustomError("my_error", "bad {value}", {"value": v})
try: E(a=1)
except p.ValidationError as e: print(e)
