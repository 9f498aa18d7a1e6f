/** Flags: members that combine. */
export const FLAGS = String.raw`
FlagBoundary = StrEnum("FlagBoundary", "STRICT CONFORM EJECT KEEP", module="enum")
STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    _numeric_repr_ = repr

    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last_value = max(last_values)
        try:
            high_bit = last_value.bit_length() - 1
        except Exception:
            raise TypeError("invalid flag value %r" % last_value) from None
        return 2 ** (high_bit + 1)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        named, every = cls._flag_mask_, cls._all_bits_
        fits = ~every <= value <= every and not value & (every ^ named)
        if not fits and cls._boundary_ is EJECT:
            return value
        if not fits and cls._boundary_ is STRICT:
            width = max(value.bit_length(), named.bit_length())
            raise ValueError(
                "%r invalid value %r\n    given %s\n  allowed %s" % (cls, value, _bits(value, width), _bits(named, width))
            )
        if not fits and cls._boundary_ is CONFORM:
            value &= named
        if not fits and cls._boundary_ is KEEP and value < 0:
            value += max(every + 1, 2 ** value.bit_length())
        negative = value if value < 0 else None
        if negative is not None:
            value += every + 1
        found = cls._value2member_map_.get(value)
        if found is not None:
            return found
        pseudo = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        pseudo._value_ = value
        members = [member for member in cls if member._value_ & value]
        unknown = value & ~named
        if members:
            pseudo._name_ = "|".join(member._name_ for member in members)
            if unknown:
                pseudo._name_ += "|%s" % cls._numeric_repr_(unknown)
        else:
            pseudo._name_ = None
        pseudo = cls._value2member_map_.setdefault(value, pseudo)
        if negative is not None:
            cls._value2member_map_[negative] = pseudo
        return pseudo

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': %r and %r" % (type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return (member for member in self.__class__ if member._value_ & self._value_)

    def __len__(self):
        return bin(self._value_).count("1")

    def __repr__(self):
        cls_name = self.__class__.__name__
        if self._name_ is None:
            return "<%s: %s>" % (cls_name, repr(self._value_))
        return "<%s.%s: %s>" % (cls_name, self._name_, repr(self._value_))

    def __str__(self):
        cls_name = self.__class__.__name__
        if self._name_ is None:
            return "%s(%r)" % (cls_name, self._value_)
        return "%s.%s" % (cls_name, self._name_)

    def __bool__(self):
        return bool(self._value_)

    def _get_value(self, flag):
        if isinstance(flag, self.__class__):
            return flag._value_
        if self._member_type_ is not object and isinstance(flag, self._member_type_):
            return flag
        return NotImplemented

    def __or__(self, other):
        value = self._get_value(other)
        return NotImplemented if value is NotImplemented else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._get_value(other)
        return NotImplemented if value is NotImplemented else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._get_value(other)
        return NotImplemented if value is NotImplemented else self.__class__(self._value_ ^ value)

    def __invert__(self):
        if self._boundary_ is KEEP:
            return self.__class__(~self._value_)
        return self.__class__(self._singles_mask_ & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    pass


def _bits(value, width):
    text = bin(value if value >= 0 else value + 2 ** (width + 1))[2:].rjust(width, "0" if value >= 0 else "1")
    return "0b%d %s" % (0 if value >= 0 else 1, text)


`;
