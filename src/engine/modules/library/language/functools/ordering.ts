/** `cmp_to_key` and `total_ordering`. */
export const ORDERING = String.raw`
def cmp_to_key(mycmp):
    def ordering(holds):
        return lambda self, other: holds(mycmp(self.obj, other.obj))

    class K:
        __slots__ = ("obj",)
        __lt__ = ordering(lambda sign: sign < 0)
        __le__ = ordering(lambda sign: sign <= 0)
        __eq__ = ordering(lambda sign: sign == 0)
        __ge__ = ordering(lambda sign: sign >= 0)
        __gt__ = ordering(lambda sign: sign > 0)

        def __init__(self, obj):
            self.obj = obj

    return K


def _derived(name, base, invert, with_eq):
    def method(self, other):
        answer = getattr(type(self), base)(self, other)
        if answer is NotImplemented:
            return answer
        if with_eq == "or ==":
            return (not answer if invert else answer) or self == other
        if with_eq == "and !=":
            return (not answer if invert else answer) and self != other
        return not answer if invert else answer

    method.__name__ = name
    method.__qualname__ = "_%s_from_%s" % (name.strip("_"), base.strip("_"))
    return method


_ORDERINGS = {
    "__lt__": [("__gt__", True, "and !="), ("__le__", False, "or =="), ("__ge__", True, "")],
    "__le__": [("__ge__", True, "or =="), ("__lt__", False, "and !="), ("__gt__", True, "")],
    "__gt__": [("__lt__", True, "and !="), ("__ge__", False, "or =="), ("__le__", True, "")],
    "__ge__": [("__le__", True, "or =="), ("__gt__", False, "and !="), ("__lt__", True, "")],
}


def total_ordering(cls):
    roots = {name for name in _ORDERINGS if getattr(cls, name, None) is not getattr(object, name, None)}
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    for root in ("__lt__", "__le__", "__gt__", "__ge__"):
        if root in roots:
            break
    for name, invert, with_eq in _ORDERINGS[root]:
        if name not in roots:
            setattr(cls, name, _derived(name, root, invert, with_eq))
    return cls
`;
