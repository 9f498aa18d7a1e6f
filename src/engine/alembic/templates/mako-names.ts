/** What Mako puts beside a template's own names, in Python. Answers to: mako/runtime.py (Context, Undefined, LoopStack). */
import { parseNames } from './template-names.ts';

const PRELUDE = String.raw`
class Undefined:
    def __str__(self):
        raise NameError('Undefined')
    def __bool__(self):
        return False
UNDEFINED = Undefined()
_builtins = __import__('builtins')
class _Context:
    def __init__(self, data):
        self._data = dict(data)
    def __getitem__(self, key):
        if key in self._data:
            return self._data[key]
        if hasattr(_builtins, key):
            return getattr(_builtins, key)
        raise KeyError(key)
    def get(self, key, default=None):
        return self._data.get(key, getattr(_builtins, key, default))
    def keys(self):
        return list(self._data.keys())
    def write(self, text):
        _out.append(text)
    @property
    def kwargs(self):
        return dict(self._data)
def capture(callable_, *args, **kwargs):
    before = len(_out)
    callable_(*args, **kwargs)
    text = ''.join(_out[before:])
    del _out[before:]
    return text
class _Namespace:
    pass
self = local = _Namespace()
caller = UNDEFINED
context = _Context({**context, 'capture': capture, 'caller': caller, 'local': local, 'self': self})
class _Loop:
    def __init__(self, items, parent):
        self._items, self.parent, self.index = items, parent, -1
    def __len__(self):
        return len(self._items)
    first = property(lambda self: self.index == 0)
    last = property(lambda self: self.index == len(self) - 1)
    odd = property(lambda self: bool(self.index % 2))
    even = property(lambda self: not self.odd)
    reverse_index = property(lambda self: len(self) - self.index - 1)
    def cycle(self, *values):
        if not values:
            raise ValueError('You must provide values to cycle through')
        return values[self.index % len(values)]
def _loop(items, parent):
    loop = _Loop(list(items), parent)
    for one in loop._items:
        loop.index += 1
        yield loop, one
`;

const SPECIAL = /\b(context|capture|caller|self|local|UNDEFINED|loop)\b/;

/**
 * The lines before a template's program.
 * @param code the program, whose free names are undefined (and false) unless they are given
 */
export function namesBefore(code: string, given: ReadonlyMap<string, unknown>): string {
  const missing = parseNames(code).filter((name) => !given.has(name) && name !== '_out');
  const special = SPECIAL.test(code);
  if (missing.length === 0 && !special) return '';
  const undefinedNames = missing.filter((name) => !PRELUDE_NAMES.has(name));
  const lines = undefinedNames.map(
    (name) => `if not hasattr(_builtins, ${JSON.stringify(name)}): ${name} = UNDEFINED`,
  );
  return `${PRELUDE}${lines.join('\n')}\n`;
}

const PRELUDE_NAMES = new Set([
  '_loop',
  'context',
  'capture',
  'caller',
  'self',
  'local',
  'UNDEFINED',
  'loop',
]);
