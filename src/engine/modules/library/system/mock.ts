/** `unittest.mock`: objects that take everything, which stand in for modules that are not there. */
import { pythonModule } from '../../library.ts';

const SOURCE = String.raw`
import sys as _sys
import importlib as _importlib


class _Named:
    def __init__(self, text):
        self._text = text

    def __repr__(self):
        return self._text


DEFAULT = _Named("sentinel.DEFAULT")


class _Anything:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return "<ANY>"


ANY = _Anything()


class _Sentinels:
    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return self.__dict__.setdefault(name, _Named("sentinel." + name))


sentinel = _Sentinels()


class _Call(tuple):
    @property
    def args(self):
        return self[0]

    @property
    def kwargs(self):
        return self[1]

    def __repr__(self):
        shown = [repr(one) for one in self[0]] + ["%s=%r" % item for item in self[1].items()]
        return "call(%s)" % ", ".join(shown)


def call(*args, **kwargs):
    return _Call((args, kwargs))


class NonCallableMock:
    def __init__(
        self, spec=None, wraps=None, name=None, spec_set=None, parent=None, side_effect=None, return_value=DEFAULT, **kwargs
    ):
        own = self.__dict__
        own["_mock_name"] = name
        own["_mock_children"] = {}
        own["_mock_return_value"] = return_value
        own["_mock_wraps"] = wraps
        allowed = spec if spec is not None else spec_set
        own["_mock_spec"] = None if allowed is None else (list(allowed) if isinstance(allowed, (list, tuple)) else dir(allowed))
        own["side_effect"] = side_effect
        self.reset_mock()
        self.configure_mock(**kwargs)

    def reset_mock(self):
        self.__dict__.update(called=False, call_count=0, call_args=None, call_args_list=[], method_calls=[], mock_calls=[])

    def configure_mock(self, **kwargs):
        for name, value in kwargs.items():
            *path, last = name.split(".")
            target = self
            for part in path:
                target = getattr(target, part)
            setattr(target, last, value)

    def _mock_child(self, key, suffix):
        children = self.__dict__["_mock_children"]
        if key not in children:
            kind = MagicMock if isinstance(self, MagicMock) else Mock
            children[key] = kind(name=(self.__dict__["_mock_name"] or "mock") + suffix)
        return children[key]

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__") or "_mock_children" not in self.__dict__:
            raise AttributeError(name)
        if self.__dict__["_mock_spec"] is not None and name not in self.__dict__["_mock_spec"]:
            raise AttributeError("Mock object has no attribute %r" % name)
        if name.startswith(("assert", "assret", "asert", "aseert", "assrt")):
            raise AttributeError(
                "%r is not a valid assertion. Use a spec for the mock if %r is meant to be an attribute." % (name, name)
            )
        return self._mock_child(name, "." + name)

    @property
    def return_value(self):
        value = self.__dict__["_mock_return_value"]
        return self._mock_child("()", "()") if value is DEFAULT else value

    @return_value.setter
    def return_value(self, value):
        self.__dict__["_mock_return_value"] = value

    def __repr__(self):
        name = self.__dict__["_mock_name"]
        shown = "" if name is None else " name=%r" % name
        return "<%s%s id='%d'>" % (type(self).__name__, shown, id(self))


class Mock(NonCallableMock):
    def __call__(self, *args, **kwargs):
        made = _Call((args, kwargs))
        own = self.__dict__
        own["called"] = True
        own["call_count"] += 1
        own["call_args"] = made
        own["call_args_list"].append(made)
        own["mock_calls"].append(made)
        effect = own["side_effect"]
        if effect is not None:
            if isinstance(effect, BaseException) or isinstance(effect, type) and issubclass(effect, BaseException):
                raise effect
            if not callable(effect):
                effect = own["side_effect"] = iter(effect)
                value = next(effect)
                if isinstance(value, BaseException):
                    raise value
                return value
            value = effect(*args, **kwargs)
            if value is not DEFAULT:
                return value
        if own["_mock_return_value"] is DEFAULT and own["_mock_wraps"] is not None:
            return own["_mock_wraps"](*args, **kwargs)
        return self.return_value

    def assert_called(self):
        if self.call_count == 0:
            raise AssertionError("Expected '%s' to have been called." % (self.__dict__["_mock_name"] or "mock"))

    def assert_not_called(self):
        if self.call_count > 0:
            raise AssertionError(
                "Expected '%s' to not have been called. Called %d times.\nCalls: %r."
                % (self.__dict__["_mock_name"] or "mock", self.call_count, self.call_args_list)
            )


class MagicMock(Mock):
    def __len__(self):
        return 0

    def __bool__(self):
        return True

    def __iter__(self):
        return iter([])

    def __contains__(self, item):
        return False

    def __int__(self):
        return 1

    def __index__(self):
        return 1

    def __float__(self):
        return 1.0

    def __enter__(self):
        return self._mock_child("__enter__", ".__enter__()")

    def __exit__(self, *details):
        return False

    def __getitem__(self, key):
        return self._mock_child("__getitem__", ".__getitem__()")

    def __setitem__(self, key, value):
        pass

    def __delitem__(self, key):
        pass


def _operator(name):
    def operate(self, other):
        return self._mock_child(name, ".%s()" % name)

    return operate


for _name in "add sub mul truediv floordiv mod pow and or xor lshift rshift matmul".split():
    for _form in ("__%s__", "__r%s__", "__i%s__"):
        setattr(MagicMock, _form % _name, _operator(_form % _name))


class _Patch:
    def __init__(self, find, name, new, keywords):
        self._find, self._name, self._new, self._keywords = find, name, new, keywords

    def __enter__(self):
        self._target = self._find()
        self._had = self._name in getattr(self._target, "__dict__", {})
        self._before = getattr(self._target, self._name)
        new = MagicMock(**self._keywords) if self._new is DEFAULT else self._new
        setattr(self._target, self._name, new)
        return new

    def __exit__(self, *details):
        if self._had:
            setattr(self._target, self._name, self._before)
        else:
            delattr(self._target, self._name)

    start = __enter__

    def stop(self):
        self.__exit__()

    def __call__(self, fn):
        def patched(*args, **kwargs):
            with self as new:
                given = (new,) if self._new is DEFAULT else ()
                return fn(*args, *given, **kwargs)

        patched.__name__ = fn.__name__
        return patched


class _PatchedDict:
    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self._dict, self._values, self._clear = in_dict, {**dict(values), **kwargs}, clear

    def __enter__(self):
        if isinstance(self._dict, str):
            module, _, name = self._dict.rpartition(".")
            self._dict = getattr(_importlib.import_module(module), name)
        self._before = dict(self._dict)
        if self._clear:
            self._dict.clear()
        self._dict.update(self._values)
        return self._dict

    def __exit__(self, *details):
        self._dict.clear()
        self._dict.update(self._before)

    start = __enter__

    def stop(self):
        self.__exit__()

    def __call__(self, fn):
        def patched(*args, **kwargs):
            with self:
                return fn(*args, **kwargs)

        patched.__name__ = fn.__name__
        return patched


def patch(target, new=DEFAULT, **kwargs):
    module, _, name = target.rpartition(".")
    return _Patch(lambda: _importlib.import_module(module), name, new, kwargs)


def _patch_object(target, attribute, new=DEFAULT, **kwargs):
    return _Patch(lambda: target, attribute, new, kwargs)


patch.object = _patch_object
patch.dict = _PatchedDict
`;

export const mockModule = pythonModule(
  'unittest.mock',
  SOURCE,
  {},
  { defines: 'DEFAULT ANY sentinel call NonCallableMock Mock MagicMock patch'.split(' ') },
);
