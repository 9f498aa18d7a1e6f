from abc import ABC, ABCMeta, abstractmethod, abstractproperty


class Shape(ABC):
    @abstractmethod
    def area(self): ...

    @property
    @abstractmethod
    def name(self): ...

    @classmethod
    @abstractmethod
    def make(cls): ...


class Half(Shape):
    def area(self):
        return 1


class Square(Half):
    name = "square"

    @classmethod
    def make(cls):
        return cls()


for cls in (Shape, Half):
    try:
        cls()
    except TypeError as error:
        print(error)
print(Square.make().area(), sorted(Shape.__abstractmethods__), isinstance(Square(), Shape), issubclass(Square, Shape))


class Other(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, subclass):
        return hasattr(subclass, "quack") or NotImplemented


class Duck:
    quack = 1


print(issubclass(Duck, Other), isinstance(Duck(), Other), issubclass(int, Other))
Shape.register(int)
print(isinstance(3, Shape), isinstance("x", Shape), type(Shape), Shape)
