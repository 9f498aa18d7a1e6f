/** What exceptions can be asked, and the classes that have arguments of their own. */

import { callValue } from '../../python/values/callable.ts';
import { typeName } from '../../python/values/class-of.ts';
import { tracebackClass } from '../../python/values/classes.ts';
import { list, PyList, PyTuple, tuple } from '../../python/values/containers.ts';
import { groupOf, membersOf, splitGroup } from '../../python/values/exception-group.ts';
import {
  exceptionClass,
  exceptionGroupClass,
  PyException,
  typeError,
  valueError,
} from '../../python/values/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { toArray } from '../../python/values/iterate.ts';
import { fillNativeClass, type NativeMethod } from '../../python/values/native.ts';
import { ascii, repr, str } from '../../python/values/text.ts';
import { PyTraceback } from '../../python/values/traceback-object.ts';
import { PyClass, type Value } from '../../python/values/value.ts';
import { makeNew } from './make.ts';

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
    __traceback__: (self: PyException) =>
      self.traceback.length === 0 ? null : new PyTraceback(self.traceback.toReversed()),
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
function initialise(
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

const ERRNO: Readonly<Record<number, string>> = {
  1: 'PermissionError',
  2: 'FileNotFoundError',
  4: 'InterruptedError',
  10: 'ChildProcessError',
  11: 'BlockingIOError',
  13: 'PermissionError',
  17: 'FileExistsError',
  20: 'NotADirectoryError',
  21: 'IsADirectoryError',
  32: 'BrokenPipeError',
  103: 'ConnectionAbortedError',
  104: 'ConnectionResetError',
  110: 'TimeoutError',
  111: 'ConnectionRefusedError',
};

function strOsError(self: PyException): string {
  const [number, text] = self.args;
  const file = self.attrs?.get('filename') ?? null;
  if (self.args.length < 2) return self.args.length === 0 ? '' : str(self.args[0]!);
  const other = self.attrs?.get('filename2') ?? null;
  const target = other === null ? '' : ` -> ${repr(other)}`;
  if (file !== null) return `[Errno ${str(number!)}] ${str(text!)}: ${repr(file)}${target}`;
  return self.args.length === 2 ? `[Errno ${str(number!)}] ${str(text!)}` : str(tuple(self.args));
}

fillNativeClass(exceptionClass('OSError'), {
  style: 'builtin',
  attributes: {
    __new__: makeNew('OSError', '*args, **kwargs', (_call, cls, args: Value[]) => {
      const named = typeof args[0] === 'number' && args.length > 1 ? ERRNO[args[0]] : undefined;
      return new PyException(cls === exceptionClass('OSError') && named ? exceptionClass(named) : cls, args);
    }),
  },
  methods: {
    __init__: initialise('*args, **kwargs', (self, args) => {
      const known = args.length >= 2;
      self.attrs!.set('errno', known ? args[0]! : null);
      self.attrs!.set('strerror', known ? args[1]! : null);
      self.attrs!.set('filename', args[2] ?? null);
      if (args.length > 4) self.attrs!.set('filename2', args[4]!);
      self.args = args.slice(0, known ? 2 : args.length);
    }),
  },
  str: strOsError,
});

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

function newGroup(_call: Interpreter, cls: PyClass, message: Value, members: Value): Value {
  if (typeof message !== 'string')
    throw typeError(`BaseExceptionGroup.__new__() argument 1 must be str, not ${typeName(message)}`);
  if (!(members instanceof PyList) && !(members instanceof PyTuple))
    throw typeError('second argument (exceptions) must be a sequence');
  if (members.items.length === 0)
    throw valueError('second argument (exceptions) must be a non-empty sequence');
  for (const [index, member] of members.items.entries()) {
    if (!(member instanceof PyException))
      throw valueError(`Item ${index} of second argument (exceptions) is not an exception`);
  }
  if (cls === exceptionClass('BaseExceptionGroup')) return groupOf(exceptionGroupClass, message, members);
  const plain = (members.items as PyException[]).every((each) =>
    each.cls.isSubclassOf(exceptionClass('Exception')),
  );
  if (!plain && cls.isSubclassOf(exceptionGroupClass))
    throw typeError(
      `Cannot nest BaseExceptions in ${cls === exceptionGroupClass ? 'an ExceptionGroup' : repr(cls.name)}`,
    );
  return new PyException(cls, [message, members]);
}

/** The test of `split` and `subgroup`: a class, a tuple of classes, or a function. */
function groupTest(condition: Value): (exception: PyException) => boolean {
  if (condition instanceof PyClass) return (exception) => exception.cls.isSubclassOf(condition);
  if (condition instanceof PyTuple)
    return (exception) =>
      condition.items.some((cls) => cls instanceof PyClass && exception.cls.isSubclassOf(cls));
  return (exception) => callValue(condition, [exception]) === true;
}

fillNativeClass(exceptionClass('BaseExceptionGroup'), {
  style: 'builtin',
  attributes: {
    __new__: makeNew('BaseExceptionGroup', '*args', (call, cls, args: Value[]) => {
      if (args.length !== 2)
        throw typeError(`BaseExceptionGroup.__new__() takes exactly 2 arguments (${args.length} given)`);
      return newGroup(call, cls, args[0]!, args[1]!);
    }),
  },
  methods: {
    split: [
      'condition, /',
      (_call, self: PyException, condition: Value) => tuple(splitGroup(self, groupTest(condition))),
    ],
    subgroup: [
      'condition, /',
      (_call, self: PyException, condition: Value) => splitGroup(self, groupTest(condition))[0],
    ],
    derive: [
      'excs, /',
      (_call, self: PyException, members: Value) =>
        groupOf(exceptionGroupClass, self.args[0] as string, list(toArray(members))),
    ],
  },
  str: (self: PyException) => {
    const count = membersOf(self).length;
    return `${str(self.args[0]!)} (${count} sub-exception${count === 1 ? '' : 's'})`;
  },
  getters: {
    message: (self: PyException) => self.args[0]!,
    exceptions: (self: PyException) => tuple(membersOf(self)),
  },
});

fillNativeClass(tracebackClass, {
  style: 'builtin',
  getters: {
    tb_lineno: (self: PyTraceback) => self.entries[0]!.span.lineno,
    tb_frame: (self: PyTraceback) => self.entries[0]!.frame,
    tb_next: (self: PyTraceback) => (self.entries.length > 1 ? new PyTraceback(self.entries.slice(1)) : null),
    tb_lasti: () => 0,
  },
});
