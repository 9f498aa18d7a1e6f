"""`super()` and `__class__` in what runs while a class is made: Enum's __init__, __init_subclass__, __set_name__, metaclasses."""
import enum


class Options(enum.Enum):
    FAST = ("fast", 1)
    SLOW = ("slow", 2)

    def __init__(self, label, speed):
        super().__init__()
        self.label = label
        self.speed = speed

    def owner(self):
        return __class__


print(Options.FAST.label, Options.SLOW.speed, Options.FAST.owner())


class Base:
    def __init_subclass__(cls, **keywords):
        super().__init_subclass__(**keywords)
        cls.made = cls.make()


class Child(Base):
    @classmethod
    def make(cls):
        return __class__ is cls, super().__repr__ is not None


print(Child.made)


class Told:
    def __set_name__(self, owner, name):
        print(name, owner.hello())


class Owner:
    field = Told()

    @classmethod
    def hello(cls):
        return __class__.__name__


class Meta(type):
    def __new__(mcs, name, bases, namespace, **keywords):
        cls = super().__new__(mcs, name, bases, namespace)
        print(sorted(key for key in namespace if key.startswith("__")), "__classcell__" in vars(cls))
        print(cls.hello())
        return cls


class Made(metaclass=Meta):
    @classmethod
    def hello(cls):
        return __class__.__name__
