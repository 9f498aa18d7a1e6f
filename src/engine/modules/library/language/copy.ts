/** `copy`. */
import { pythonModule } from '../../library.ts';

export const copyModule = pythonModule(
  'copy',
  String.raw`
class Error(Exception):
    pass


error = Error
_ATOMIC = (type(None), int, float, bool, complex, str, bytes, type, range, type(Ellipsis), type(NotImplemented), type(len), type(lambda: 0))


def copy(x):
    cls = type(x)
    if isinstance(x, type) or cls in _ATOMIC or cls in (tuple, frozenset):
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    method = getattr(cls, "__copy__", None)
    if method is not None:
        return method(x)
    return _rebuilt(x, lambda value: value)


def deepcopy(x, memo=None, _nil=[]):
    if memo is None:
        memo = {}
    known = memo.get(id(x), _nil)
    if known is not _nil:
        return known
    cls = type(x)
    if isinstance(x, type) or cls in _ATOMIC:
        return x
    if cls is list:
        made = memo[id(x)] = []
        for item in x:
            made.append(deepcopy(item, memo))
        return made
    if cls is dict:
        made = memo[id(x)] = {}
        for key, value in x.items():
            made[deepcopy(key, memo)] = deepcopy(value, memo)
        return made
    if cls is tuple:
        items = [deepcopy(item, memo) for item in x]
        made = x if all(a is b for a, b in zip(items, x)) else tuple(items)
    elif cls in (set, frozenset):
        made = cls(deepcopy(item, memo) for item in x)
    else:
        method = getattr(cls, "__deepcopy__", None)
        if method is not None:
            made = method(x, memo)
        else:
            return _rebuilt(x, lambda value: deepcopy(value, memo), memo)
    memo[id(x)] = made
    return made


def _rebuilt(x, convert, memo=None):
    cls = type(x)
    if any(base.__module__ == "datetime" and base.__name__ != "tzinfo" for base in cls.__mro__):
        return x
    if not hasattr(x, "__dict__") and not hasattr(cls, "__slots__") and not isinstance(x, (list, dict, set)):
        return x
    if isinstance(x, dict):
        made = cls.__new__(cls)
        if memo is not None:
            memo[id(x)] = made
        for key, value in x.items():
            dict.__setitem__(made, convert(key), convert(value))
    elif isinstance(x, list):
        made = cls.__new__(cls)
        if memo is not None:
            memo[id(x)] = made
        for value in x:
            list.append(made, convert(value))
    elif isinstance(x, set):
        made = cls(convert(value) for value in x)
    elif isinstance(x, BaseException):
        made = cls(*x.args)
    elif isinstance(x, (int, str, float, bytes, tuple)):
        return x
    else:
        made = object.__new__(cls)
        if memo is not None:
            memo[id(x)] = made
    for name, value in getattr(x, "__dict__", {}).items():
        object.__setattr__(made, name, convert(value))
    for base in cls.__mro__:
        slots = base.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if hasattr(x, name):
                object.__setattr__(made, name, convert(getattr(x, name)))
    return made
`,
);
