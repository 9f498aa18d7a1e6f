/** `weakref`: references that hold their objects all the same. */
import { pythonModule } from '../../library.ts';

export const weakrefModule = pythonModule(
  'weakref',
  String.raw`
class ref:
    def __init__(self, object, callback=None, /):
        self._object = object

    def __call__(self):
        return self._object

    def __hash__(self):
        return hash(self._object)

    def __eq__(self, other):
        return isinstance(other, ref) and self._object == other._object


ReferenceType = ref
WeakMethod = ref


def proxy(object, callback=None, /):
    return object


class WeakKeyDictionary(dict):
    pass


class WeakValueDictionary(dict):
    pass


class WeakSet(set):
    pass


class finalize:
    def __init__(self, obj, func, /, *args, **kwargs):
        self.alive = True

    def __call__(self, _=None):
        self.alive = False

    def detach(self):
        self.alive = False
`,
);
