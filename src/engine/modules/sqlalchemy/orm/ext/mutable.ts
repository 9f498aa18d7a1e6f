/** Values that tell their row when they change inside: MutableDict and its kin. Answers to: sqlalchemy/ext/mutable.py. */
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { nativeFunction } from '../../../../python/values/native/native.ts';
import type { PyObject, Value } from '../../../../python/values/value.ts';
import { pythonModule } from '../../../library.ts';
import { noteForced } from '../mapper/instance-state.ts';
import { inheritedMapper } from '../mapper/mapped-class.ts';
import { trackType } from '../mapper/tracked-values.ts';

const SOURCE = String.raw`
class MutableBase:
    @classmethod
    def coerce(cls, key, value):
        if value is None:
            return None
        raise ValueError(f"Attribute '{key}' does not accept objects of type {type(value)}")

    def _belongs_to(self, parent, key):
        parents = [one for one in self._parent_list() if one[0] is not parent or one[1] != key]
        object.__setattr__(self, "_owners", parents + [(parent, key)])

    def _leaves(self, parent, key):
        parents = [one for one in self._parent_list() if one[0] is not parent or one[1] != key]
        object.__setattr__(self, "_owners", parents)

    def _parent_list(self):
        return self.__dict__.get("_owners", [])


class Mutable(MutableBase):
    def changed(self):
        for parent, key in self._parent_list():
            _changed_inside(parent, key)

    @classmethod
    def as_mutable(cls, sqltype):
        made = sqltype() if isinstance(sqltype, type) else sqltype
        _track_type(made, cls)
        return made

    @classmethod
    def associate_with(cls, sqltype):
        _track_type(sqltype, cls)

    @classmethod
    def associate_with_attribute(cls, attribute):
        _track_type(attribute.property.columns[0].type, cls)

    def __class_getitem__(cls, item):
        return cls


class MutableComposite(MutableBase):
    def changed(self):
        for parent, key in self._parent_list():
            setattr(parent, key, self)


def _telling(base, names):
    def wrapped(name):
        method = getattr(base, name)

        def call(self, *args, **kw):
            try:
                return method(self, *args, **kw)
            finally:
                self.changed()

        call.__name__ = name
        return call

    return {name: wrapped(name) for name in names.split()}


def _fill(cls, base, names):
    for name, method in _telling(base, names).items():
        setattr(cls, name, method)


class _MutableCollection(Mutable):
    @classmethod
    def coerce(cls, key, value):
        if isinstance(value, cls):
            return value
        plain = next(base for base in (dict, list, set) if issubclass(cls, base))
        return cls(value) if isinstance(value, plain) else Mutable.coerce(key, value)


class MutableDict(_MutableCollection, dict):
    def __getstate__(self):
        return dict(self)

    def __setstate__(self, state):
        self.update(state)


class MutableList(_MutableCollection, list):
    pass


class MutableSet(_MutableCollection, set):
    pass


_fill(MutableDict, dict, "__setitem__ __delitem__ update setdefault pop popitem clear")
_fill(MutableList, list, "__setitem__ __delitem__ append extend insert remove pop clear sort reverse")
_fill(
    MutableSet,
    set,
    "update intersection_update difference_update symmetric_difference_update add remove discard pop clear",
)


def _in_place(cls, operator, method):
    def call(self, other):
        getattr(self, method)(other)
        return self

    call.__name__ = operator
    setattr(cls, operator, call)


_in_place(MutableDict, "__ior__", "update")
_in_place(MutableList, "__iadd__", "extend")
_in_place(MutableSet, "__ior__", "update")
_in_place(MutableSet, "__iand__", "intersection_update")
_in_place(MutableSet, "__isub__", "difference_update")
_in_place(MutableSet, "__ixor__", "symmetric_difference_update")
`;

const changedInside = nativeFunction(
  '_changed_inside',
  'parent, key',
  (_call, parent: PyObject, key: string) => {
    if (inheritedMapper(parent.cls)) noteForced(parent, key);
    return null;
  },
);

const track = nativeFunction('_track_type', 'sqltype, cls', (_call: Interpreter, type: Value, cls: Value) => {
  trackType(type, cls);
  return null;
});

export const MUTABLE = pythonModule(
  'sqlalchemy.ext.mutable',
  () => SOURCE,
  { _changed_inside: () => changedInside, _track_type: () => track },
  { defines: 'Mutable MutableBase MutableComposite MutableDict MutableList MutableSet'.split(' ') },
).names;
