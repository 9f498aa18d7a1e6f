/** `Enum` and the enumerations that are ints or texts. */
export const MEMBERS = String.raw`
EnumMeta = EnumType
Enum = None
Flag = None
ReprEnum = None


class Enum(metaclass=EnumType):
    def __new__(cls, value):
        found = value if type(value) is cls else cls._known(value)
        if found is not None:
            return found
        problem = result = None
        try:
            result = cls._missing_(value)
        except Exception as error:
            problem = error
        if isinstance(result, cls):
            return result
        if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(result, int):
            return result
        failure = ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        if result is None and problem is None:
            raise failure
        if problem is None:
            problem = TypeError("error in %s._missing_: returned %r instead of None or a valid member" % (cls.__name__, result))
        if not isinstance(problem, ValueError):
            problem.__context__ = failure
        raise problem

    def __init__(self, *args, **kwds):
        pass

    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        newest = last_values[-1]
        try:
            last_values.sort()
            if newest == last_values[-1]:
                return newest + 1
        except TypeError:
            pass
        import warnings
        warnings.warn(
            "In 3.13 the default ${'`'}auto()${'`'}/${'`'}_generate_next_value_${'`'} will require all values to be sortable and support adding +1\n"
            "and the value returned will be the largest value in the enum incremented by 1",
            DeprecationWarning,
            # Behind this function: _resolve_auto, __setitem__, the body of the class.
            stacklevel=4,
        )
        for value in reversed(last_values):
            try:
                return value + 1
            except TypeError:
                pass
        return start

    @classmethod
    def _missing_(cls, value):
        """For classes that know more values than their members have."""

    def __repr__(self):
        return "<%s.%s: %s>" % (self.__class__.__name__, self._name_, repr(self._value_))

    def __str__(self):
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __dir__(self):
        return sorted(set(["__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"]))

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return (self.__class__, (self._value_,))

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_


class ReprEnum(Enum):
    pass


class IntEnum(int, ReprEnum):
    pass


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError("too many arguments for str(): %r" % (values,))
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError("%r is not a string" % (values[0],))
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError("encoding must be a string, not %r" % (values[1],))
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError("errors must be a string, not %r" % (values[2]))
        value = str(*values)
        new = str.__new__(cls, value)
        new._value_ = value
        return new

    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


`;
