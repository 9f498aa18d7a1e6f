/** Checks of enumerations, and members in the namespace of a module. */
export const TOOLS = String.raw`
def show_flag_values(value):
    return [1 << bit for bit in range(value.bit_length()) if value >> bit & 1]


def _check_aliases(enumeration):
    """Aliases of a flag may name no bit that has no name of its own."""
    known = {member._value_ for member in enumeration}
    wrong, missing = [], 0
    for name, alias in enumeration.__members__.items():
        value = alias._value_
        lacking = [bit for bit in show_flag_values(value) if bit not in known] if value >= 0 and value not in known else []
        if lacking:
            wrong.append(name)
            missing |= sum(lacking)
    if not wrong:
        return
    said = "alias %s is missing" % wrong[0]
    if len(wrong) > 1:
        said = "aliases %s and %s are missing" % (", ".join(wrong[:-1]), wrong[-1])
    raise ValueError(
        "invalid Flag %r: %s combined values of 0x%x [use enum.show_flag_values(value) for details]"
        % (enumeration.__name__, said, missing)
    )


def unique(enumeration):
    duplicates = [(name, member.name) for name, member in enumeration.__members__.items() if name != member.name]
    if duplicates:
        details = ", ".join("%s -> %s" % pair for pair in duplicates)
        raise ValueError("duplicate values found in %r: %s" % (enumeration, details))
    return enumeration


class EnumCheck(StrEnum):
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                duplicates = [(name, member.name) for name, member in enumeration.__members__.items() if name != member.name]
                if duplicates:
                    raise ValueError("aliases found in %r: %s" % (enumeration, ", ".join("%s -> %s" % pair for pair in duplicates)))
            elif check is CONTINUOUS:
                values = set(member.value for member in enumeration)
                if len(values) < 2:
                    continue
                missing = [value for value in range(min(values) + 1, max(values)) if value not in values]
                if missing:
                    raise ValueError("invalid %s %r: missing values %s" % ("enum", enumeration.__name__, ", ".join(str(m) for m in missing)))
            elif check is NAMED_FLAGS:
                _check_aliases(enumeration)
        return enumeration


def global_str(self):
    return str(self._value_) if self._name_ is None else self._name_


def global_enum_repr(self):
    return "%s.%s" % (self.__class__.__module__.split(".")[-1], self._name_)


global_flag_repr = global_enum_repr


def global_enum(cls, update_str=False):
    import sys

    cls.__repr__ = global_enum_repr
    if update_str or not issubclass(cls, ReprEnum):
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls


`;
