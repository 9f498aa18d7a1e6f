"""Unions of both kinds, empty literals, slots that show themselves, inspected generators."""
import inspect
from typing import Literal, Optional, Union


class Slots:
    __slots__ = ("a",)


def numbers():
    yield 1


print((int | None) == Optional[int], Optional[int] == (int | None), Union[int, str] == (str | int), Union[int, str] == (int | bytes))
print(Literal[()], Slots.a, Slots.a.__name__, list[int] == list[int])
made = numbers()
print(inspect.getgeneratorstate(made), next(made), inspect.getgeneratorstate(made), made.close(), inspect.getgeneratorstate(made))
