"""Models made by other ways than a plain class statement: abstract bases, generics, options in the class line."""
from abc import ABC, abstractmethod
from typing import Generic, Optional, TypeVar

from pydantic import BaseModel, EmailStr

T = TypeVar("T")


class Core(BaseModel, defer_build=True, extra="forbid"):
    size: int = 1


class Shape(Core, ABC, Generic[T]):
    @abstractmethod
    def area(self): ...


class Square(Shape[int], revalidate_instances="always"):
    def area(self):
        return self.size * self.size


print(Square(size=3).area(), Square.model_config)
try:
    Shape()
except TypeError as error:
    print(error)


class Tagged(BaseModel):
    def __init_subclass__(cls, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.tag = tag


class Red(Tagged, tag="red"):
    pass


print(Red.tag)
try:
    class Odd(BaseModel, colour=3):
        pass
except TypeError as error:
    print(error)
try:
    class Person(BaseModel):
        mail: Optional[EmailStr] = None
except ImportError as error:
    print(error)
