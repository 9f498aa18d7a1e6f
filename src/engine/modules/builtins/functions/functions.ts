/** The table of builtin functions, and those of values of any kind. */
import { refuse } from '../../../python/unsupported.ts';
import { findAttribute, getAttribute } from '../../../python/values/attributes/attributes.ts';
import { attributeNames } from '../../../python/values/attributes/directory.ts';
import { deleteAttribute, setAttribute } from '../../../python/values/attributes/set-attribute.ts';
import { callSpecial, callValue, type NativeCode } from '../../../python/values/callable.ts';
import { classOf, typeName } from '../../../python/values/classes/class-of.ts';
import { callableIteratorClass } from '../../../python/values/classes/classes.ts';
import { isEqual, isLess, richCompare } from '../../../python/values/compare.ts';
import { list, PyRange } from '../../../python/values/containers/containers.ts';
import { PyDict } from '../../../python/values/containers/dict.ts';
import { idOf } from '../../../python/values/containers/hash.ts';
import {
  characters,
  getIterator,
  iterate,
  length,
  nextItem,
  toArray,
} from '../../../python/values/containers/iterate.ts';
import { pythonHash } from '../../../python/values/containers/python-hash.ts';
import { raise, typeError, valueError } from '../../../python/values/exceptions/exceptions.ts';
import { format } from '../../../python/values/format/format.ts';
import { deeper, type Interpreter } from '../../../python/values/interpreter.ts';
import { NativeIterator } from '../../../python/values/native/iterator.ts';
import { builtinFunction } from '../../../python/values/native/native.ts';
import { normal, toIndex } from '../../../python/values/numbers.ts';
import { ascii, repr, str } from '../../../python/values/text.ts';
import { truth } from '../../../python/values/truth.ts';
import { plain, type Value } from '../../../python/values/value.ts';
import { sortValues } from '../containers/list.ts';
import { rangeLength } from '../containers/range.ts';
import { aiter, anext } from '../iteration/async-iteration.ts';
import { absolute, divmod, power, radix, round, sum } from '../numbers/number-functions.ts';
import { isCallable, isInstanceOf, isSubclass } from './class-functions.ts';
import { compile, importFunction, run, vars } from './run-functions.ts';

/** `min` and `max`. */
function extreme(name: 'min' | 'max'): NativeCode {
  return ((_call: Interpreter, args: Value[], keywords: Map<string, Value>) => {
    for (const key of keywords.keys()) {
      if (key !== 'key' && key !== 'default')
        throw typeError(`'${key}' is an invalid keyword argument for ${name}()`);
    }
    if (args.length === 0) throw typeError(`${name} expected at least 1 argument, got 0`);
    if (args.length > 1 && keywords.has('default'))
      throw typeError(`Cannot specify a default for ${name}() with multiple positional arguments`);
    const key = keywords.get('key') ?? null;
    let best: Value | undefined;
    let bestKey: Value = null;
    for (const item of args.length === 1 ? iterate(args[0]!) : args) {
      const itemKey = key === null ? item : callValue(key, [item]);
      const better =
        best === undefined ||
        (name === 'min' ? isLess(itemKey, bestKey) : truth(richCompare('Gt', itemKey, bestKey)));
      if (better) [best, bestKey] = [item, itemKey];
    }
    if (best !== undefined) return best;
    const otherwise = keywords.get('default');
    if (otherwise === undefined) throw valueError(`${name}() arg is an empty sequence`);
    return otherwise;
  }) as NativeCode;
}

function print(call: Interpreter, args: Value[], sep: Value, end: Value, file: Value): null {
  const option = (value: Value, name: string, otherwise: string) => {
    if (value === null) return otherwise;
    if (typeof plain(value) === 'string') return plain(value) as string;
    throw typeError(`${name} must be None or a string, not ${typeName(value)}`);
  };
  const text = args.map(str).join(option(sep, 'sep', ' ')) + option(end, 'end', '\n');
  const sys = call.modules.get('sys');
  const target =
    file !== null ? file : sys === undefined || sys === null ? undefined : findAttribute(sys, 'stdout');
  if (target === undefined) call.process.stdout.write(text);
  else if (target !== null) call.callMethod(target, 'write', text);
  return null;
}

function getattrOf(_call: Interpreter, object: Value, name: Value, otherwise?: Value): Value {
  const text = attributeName(name, 'getattr');
  if (otherwise === undefined) return getAttribute(object, text);
  const found = findAttribute(object, text);
  return found === undefined ? otherwise : found;
}

function attributeName(name: Value, _what: string): string {
  const text = plain(name);
  if (typeof text !== 'string') throw typeError(`attribute name must be string, not '${typeName(name)}'`);
  return text;
}

function next(_call: Interpreter, iterator: Value, otherwise?: Value): Value {
  const method = classOf(iterator).lookup('__next__');
  if (method === undefined) throw typeError(`'${typeName(iterator)}' object is not an iterator`);
  if (otherwise === undefined) return callSpecial(method, iterator);
  const item = nextItem(iterator);
  return item === undefined ? otherwise : item;
}

function iter(_call: Interpreter, value: Value, sentinel?: Value): Value {
  if (sentinel === undefined) return getIterator(value);
  if (!isCallable(value)) throw typeError('iter(v, w): v must be callable');
  return new NativeIterator(untilSentinel(value, sentinel), callableIteratorClass);
}

function* untilSentinel(callable: Value, sentinel: Value): IterableIterator<Value> {
  for (;;) {
    const value = callValue(callable, []);
    if (isEqual(value, sentinel)) return;
    yield value;
  }
}

function open(call: Interpreter, ...args: Value[]): Value {
  return call.call(call.importName('io.open'), args);
}

const notOne = (length: number) =>
  typeError(`ord() expected a character, but string of length ${length} found`);

const ord = (_call: Interpreter, value: Value): Value => {
  const text = plain(value);
  if (text instanceof Uint8Array && text.length === 1) return text[0]!;
  if (text instanceof Uint8Array) throw notOne(text.length);
  if (typeof text !== 'string')
    throw typeError(`ord() expected string of length 1, but ${typeName(value)} found`);
  const all = characters(text);
  if (all.length !== 1) throw notOne(all.length);
  return text.codePointAt(0)!;
};

const chr = (_call: Interpreter, value: Value): Value => {
  const code = Number(toIndex(value));
  if (Math.abs(code) > 2 ** 31) throw raise('OverflowError', 'Python int too large to convert to C int');
  if (code < 0 || code > 0x10ffff) throw valueError('chr() arg not in range(0x110000)');
  return String.fromCodePoint(code);
};

function sorted(_call: Interpreter, given: readonly Value[], key: Value, reverse: Value): Value {
  const [items] = given;
  if (items === undefined || given.length > 1)
    throw typeError(`sorted expected 1 argument, got ${given.length}`);
  const result = toArray(items);
  sortValues(result, key, truth(reverse));
  return list(result);
}

const any = (wanted: boolean): NativeCode =>
  ((_call: Interpreter, items: Value) => {
    for (const item of iterate(items)) if (truth(item) === wanted) return wanted;
    return !wanted;
  }) as NativeCode;

function formatFunction(_call: Interpreter, value: Value, spec: Value): Value {
  const text = plain(spec);
  if (typeof text !== 'string') throw typeError(`format() argument 2 must be str, not ${typeName(spec)}`);
  return format(value, text);
}

const TABLE: Readonly<Record<string, readonly [signature: string, code: NativeCode]>> = {
  abs: ['x, /', absolute],
  aiter: ['async_iterable, /', aiter],
  anext: ['async_iterator, default=..., /', anext],
  all: ['iterable, /', any(false)],
  any: ['iterable, /', any(true)],
  ascii: ['obj, /', (_call, value: Value) => ascii(value)],
  bin: ['number, /', radix('0b', 2)],
  breakpoint: [
    '*args, **kws',
    () => {
      throw refuse('breakpoint');
    },
  ],
  callable: ['obj, /', (_call, value: Value) => isCallable(value)],
  chr: ['i, /', chr],
  compile: ['source, filename, mode, flags=0, dont_inherit=False, optimize=-1', compile],
  delattr: [
    'obj, name, /',
    (_call, object: Value, name: Value) => {
      deleteAttribute(object, attributeName(name, 'delattr'));
      return null;
    },
  ],
  dir: [
    'object=..., /',
    (call, object?: Value) =>
      list(object === undefined ? [...call.frame!.locals().keys()].sort() : attributeNames(object)),
  ],
  divmod: ['x, y, /', divmod],
  eval: ['source, globals=None, locals=None, /', run('eval')],
  exec: ['source, globals=None, locals=None, /', run('exec')],
  format: ["value, format_spec='', /", formatFunction],
  getattr: ['object, name, default=..., /', getattrOf],
  globals: ['', (call) => PyDict.over(call.frame!.globals)],
  hasattr: [
    'obj, name, /',
    (_call, object: Value, name: Value) =>
      findAttribute(object, attributeName(name, 'hasattr')) !== undefined,
  ],
  hash: ['obj, /', (_call, value: Value) => normal(pythonHash(value))],
  hex: ['number, /', radix('0x', 16)],
  id: ['obj, /', (_call, value: Value) => idOf(value)],
  input: [
    'prompt=..., /',
    (call, prompt?: Value) => {
      if (prompt !== undefined) print(call, [prompt], null, '', null);
      throw raise('EOFError', 'EOF when reading a line');
    },
  ],
  isinstance: ['obj, class_or_tuple, /', (_call, value: Value, cls: Value) => isInstanceOf(value, cls)],
  issubclass: ['cls, class_or_tuple, /', (_call, cls: Value, base: Value) => isSubclass(cls, base)],
  iter: ['iterable, sentinel=..., /', iter],
  len: ['obj, /', (_call, value: Value) => (value instanceof PyRange ? rangeLength(value) : length(value))],
  locals: ['', (call) => PyDict.over(call.frame!.locals())],
  max: ['*args, **kwargs', extreme('max')],
  min: ['*args, **kwargs', extreme('min')],
  next: ['iterator, default=..., /', next],
  oct: ['number, /', radix('0o', 8)],
  open: [
    "file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None",
    open,
  ],
  ord: ['c, /', ord],
  pow: ['base, exp, mod=None', power],
  print: ['*args, sep=None, end=None, file=None, flush=False', print],
  repr: ['obj, /', (_call, value: Value) => deeper(' while calling a Python object', () => repr(value))],
  round: ['number, ndigits=None', round],
  setattr: [
    'obj, name, value, /',
    (_call, object: Value, name: Value, value: Value) => {
      setAttribute(object, attributeName(name, 'setattr'), value);
      return null;
    },
  ],
  sorted: ['*iterable, key=None, reverse=False', sorted],
  sum: ['iterable, /, start=0', sum],
  vars: ['object=..., /', vars],
  __import__: ['name, globals=None, locals=None, fromlist=(), level=0', importFunction],
};

/** The builtin functions by name. */
export function builtinFunctions(): [string, Value][] {
  return Object.entries(TABLE).map(([name, [signature, code]]) => [
    name,
    builtinFunction(name, signature, code),
  ]);
}
