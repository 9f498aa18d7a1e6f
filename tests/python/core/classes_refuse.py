"""What classes, patterns and generators refuse, in CPython's words."""
import os
import traceback


def base_of_module():
    class Model(os):
        pass


def base_of_number():
    class Model(5):
        pass


def unknown_keyword():
    class Model(Exception, option=1):
        pass


def read_only():
    class Model:
        @property
        def id(self):
            return 1

    Model().id = 2


def no_class():
    object.__new__(5)


def named_by_number():
    class Model:
        pass

    Model.__name__ = 5


def shown():
    class Model:
        made = classmethod(print)
        kept = staticmethod(len)

    print(Model.__dict__["made"], Model.__dict__["kept"])


def catches_number():
    try:
        1 / 0
    except 5:
        pass


def too_many_patterns():
    match 5:
        case int(a, b):
            pass


def stops_itself():
    def numbers():
        yield 1
        raise StopIteration(5)

    list(numbers())


def misspelt():
    [].appendd(1)


for work in (
    base_of_module,
    base_of_number,
    unknown_keyword,
    read_only,
    no_class,
    named_by_number,
    shown,
    catches_number,
    too_many_patterns,
    stops_itself,
    misspelt,
):
    try:
        work()
    except Exception:
        print(traceback.format_exc(limit=-1))
