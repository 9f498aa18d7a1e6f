/** What exceptions can be asked, and the classes that have arguments of their own. */
import { typeName } from '../../../python/values/classes/class-of.ts';
import { list, PyList, tuple } from '../../../python/values/containers/containers.ts';
import { toArray } from '../../../python/values/containers/iterate.ts';
import { exceptionClass, PyException, typeError } from '../../../python/values/exceptions/exceptions.ts';
import { PyTraceback, tracebackValue } from '../../../python/values/exceptions/traceback-object.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { fillNativeClass } from '../../../python/values/native/native.ts';
import type { NativeMethod } from '../../../python/values/native/spec.ts';
import { ascii, repr, str } from '../../../python/values/text.ts';
import type { Value } from '../../../python/values/value.ts';
import { makeNew } from '../make.ts';

const none = (_done: unknown): null => null;

function addNote(_call: Interpreter, self: PyException, note: Value): null {
  if (typeof note !== 'string') throw typeError(`note must be a str, not '${typeName(note)}'`);
  self.attrs ??= new Map();
  const notes = self.attrs.get('__notes__');
  if (notes instanceof PyList) notes.items.push(note);
  else self.attrs.set('__notes__', list([note]));
  return null;
}

const chained = (value: Value, what: string): PyException | null => {
  if (value === null || value instanceof PyException) return value;
  throw typeError(`exception ${what} must be None or derive from BaseException`);
};

fillNativeClass(exceptionClass('BaseException'), {
  style: 'builtin',
  noDict: false,
  attributes: {
    __new__: makeNew(
      'BaseException',
      '*args, **kwargs',
      (_call, cls, args: Value[]) => new PyException(cls, args),
    ),
  },
  methods: {
    __init__: [
      '*args, **kwargs',
      (_call, self: PyException, args: Value[], keywords: Map<string, Value>) => {
        if (keywords.size > 0) throw typeError(`${self.cls.name}() takes no keyword arguments`);
        self.args = args;
        return null;
      },
    ],
    add_note: ['note, /', addNote],
    with_traceback: [
      'tb, /',
      (_call, self: PyException, traceback: Value) => {
        self.traceback = traceback instanceof PyTraceback ? traceback.entries.toReversed() : [];
        return self;
      },
    ],
    __reduce__: ['', (_call, self: PyException) => tuple([self.cls, tuple(self.args)])],
    __setstate__: ['state, /', () => null],
  },
  repr: (self: PyException) => `${self.cls.name}(${self.args.map(repr).join(', ')})`,
  str: (self: PyException) =>
    self.args.length === 0 ? '' : str(self.args.length === 1 ? self.args[0]! : tuple(self.args)),
  getters: {
    args: (self: PyException) => tuple(self.args),
    __cause__: (self: PyException) => self.cause,
    __context__: (self: PyException) => self.context,
    __suppress_context__: (self: PyException) => self.suppressContext,
    __traceback__: (self: PyException) => tracebackValue(self) ?? null,
  },
  setters: {
    args: (self: PyException, value: Value) => {
      self.args = toArray(value);
    },
    __cause__: (self: PyException, value: Value) => {
      self.cause = chained(value, 'cause');
      self.suppressContext = true;
    },
    __context__: (self: PyException, value: Value) => {
      self.context = chained(value, 'context');
    },
    __suppress_context__: (self: PyException, value: boolean) => {
      self.suppressContext = value;
    },
    __traceback__: (self: PyException, value: Value) => {
      self.traceback = value instanceof PyTraceback ? value.entries.toReversed() : [];
    },
  },
});

/** `__init__` of an exception that keeps its arguments and sets attributes. */
export function initialise(
  signature: string,
  set: (self: PyException, args: Value[], keywords: Map<string, Value>) => void,
): NativeMethod {
  return [
    signature,
    (_call: Interpreter, self: PyException, args: Value[], keywords: Map<string, Value>) => {
      self.args = args;
      self.attrs ??= new Map();
      return none(set(self, args, keywords));
    },
  ];
}

fillNativeClass(exceptionClass('KeyError'), {
  style: 'builtin',
  str: (self: PyException) =>
    self.args.length === 1 ? repr(self.args[0]!) : self.args.length === 0 ? '' : str(tuple(self.args)),
});

const firstOr = (args: readonly Value[], otherwise: Value = null): Value =>
  args.length > 0 ? args[0]! : otherwise;

fillNativeClass(exceptionClass('StopIteration'), {
  style: 'builtin',
  getters: { value: (self: PyException) => firstOr(self.args) },
});

fillNativeClass(exceptionClass('SystemExit'), {
  style: 'builtin',
  getters: { code: (self: PyException) => (self.args.length > 1 ? tuple(self.args) : firstOr(self.args)) },
});

/** Exceptions whose keyword arguments become attributes. */
function withKeywords(name: string, names: readonly string[]): void {
  fillNativeClass(exceptionClass(name), {
    style: 'builtin',
    methods: {
      __init__: initialise('*args, **kwargs', (self, args, keywords) => {
        for (const each of names) self.attrs!.set(each, keywords.get(each) ?? null);
        if (name === 'ImportError') self.attrs!.set('msg', args.length === 1 ? args[0]! : null);
        for (const key of keywords.keys())
          if (!names.includes(key)) throw typeError(`'${key}' is an invalid keyword argument for ${name}()`);
      }),
    },
  });
}

withKeywords('AttributeError', ['name', 'obj']);
withKeywords('NameError', ['name']);
withKeywords('ImportError', ['name', 'path']);

function strSyntaxError(self: PyException): string {
  const message = self.attrs?.get('msg') ?? firstOr(self.args);
  const file = self.attrs?.get('filename') ?? null;
  const line = self.attrs?.get('lineno') ?? null;
  if (line === null) return file === null ? str(message) : `${str(message)} (${baseName(file)})`;
  return file === null
    ? `${str(message)} (line ${str(line)})`
    : `${str(message)} (${baseName(file)}, line ${str(line)})`;
}

const baseName = (file: Value) => str(file).split('/').at(-1)!;

fillNativeClass(exceptionClass('SyntaxError'), {
  style: 'builtin',
  methods: {
    __init__: initialise('*args, **kwargs', (self, args) => {
      self.attrs!.set('msg', firstOr(args));
      const place = args[1] === undefined ? [] : toArray(args[1]);
      for (const [index, name] of [
        'filename',
        'lineno',
        'offset',
        'text',
        'end_lineno',
        'end_offset',
      ].entries()) {
        self.attrs!.set(name, place[index] ?? null);
      }
    }),
  },
  str: strSyntaxError,
});

/** The message of one that a program makes itself. */
function unicodeText(self: PyException): Value {
  const [encoding, object, start, end, reason] = self.args;
  if (self.args.length !== 5 || typeof start !== 'number' || typeof end !== 'number') return tuple(self.args);
  const decoding = self.cls.isSubclassOf(exceptionClass('UnicodeDecodeError'));
  const place = end === start + 1 ? `position ${start}` : `position ${start}-${end - 1}`;
  const [verb, what] = decoding ? ['decode', 'byte'] : ['encode', 'character'];
  const byte = object instanceof Uint8Array ? ` 0x${object[start]!.toString(16).padStart(2, '0')}` : '';
  const letter = typeof object === 'string' ? ` ${ascii(object.slice(start, end))}` : '';
  const which = end === start + 1 ? `${what}${byte}${letter}` : `${what}s`;
  return `'${str(encoding!)}' codec can't ${verb} ${which} in ${place}: ${str(reason!)}`;
}

for (const name of ['UnicodeDecodeError', 'UnicodeEncodeError']) {
  const fields = ['encoding', 'object', 'start', 'end', 'reason'];
  fillNativeClass(exceptionClass(name), {
    style: 'builtin',
    str: (self: PyException) => str(self.attrs?.get('.message') ?? unicodeText(self)),
    getters: Object.fromEntries(
      fields.map((field, index) => [field, (self: PyException) => self.args[index] ?? null]),
    ),
  });
}
