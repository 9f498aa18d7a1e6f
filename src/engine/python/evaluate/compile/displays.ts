/** Compiles displays: lists, tuples, sets and dicts as they are written down. */
import type * as ast from '../../parse/ast.ts';
import { findAttribute } from '../../values/attributes/attributes.ts';
import { callValue } from '../../values/callable.ts';
import { classOf, typeName } from '../../values/classes/class-of.ts';
import { PyList, PyTuple } from '../../values/containers/containers.ts';
import { PyDict } from '../../values/containers/dict.ts';
import { getItem, iterate, toArray } from '../../values/containers/iterate.ts';
import { PySet } from '../../values/containers/set.ts';
import { typeError } from '../../values/exceptions/exceptions.ts';
import { repr } from '../../values/text.ts';
import type { Value } from '../../values/value.ts';
import type { Eval, Frame } from '../frame.ts';
import type { Scopes } from '../scopes/scope.ts';
import type { Compiler } from './compiler.ts';
import { constantValue } from './expressions.ts';

/** Compiles a display's items; stars are unpacked. @param whole the display: where a star has nothing to unpack, all of it is marked */
export function items(
  compiler: Compiler,
  elements: readonly ast.Expr[],
  whole: ast.Expr,
  unpack: (value: Value) => Value[] = unpacked,
): (frame: Frame) => Value[] {
  const evals = elements.map((each) => compiler.expression(each.kind === 'Starred' ? each.value : each));
  if (!elements.some(({ kind }) => kind === 'Starred')) {
    const count = evals.length;
    return (frame) => {
      const values: Value[] = new Array(count);
      for (let index = 0; index < count; index++) values[index] = evals[index]!(frame);
      return values;
    };
  }
  return (frame) => {
    const values: Value[] = [];
    for (const [index, element] of elements.entries()) {
      const value = evals[index]!(frame);
      if (element.kind !== 'Starred') values.push(value);
      else {
        frame.at = whole;
        values.push(...unpack(value));
      }
    }
    return values;
  };
}

function unpacked(value: Value): Value[] {
  const cls = classOf(value);
  if (cls.lookup('__iter__') !== undefined || cls.lookup('__getitem__') !== undefined) return toArray(value);
  throw typeError(`Value after * must be an iterable, not ${typeName(value)}`);
}

/** `[a, *b]` */
export function list(compiler: Compiler, node: ast.List): Eval {
  const values = items(compiler, node.elts, node);
  return (frame) => new PyList(values(frame));
}

/** Tuples of constants, by file and by what they hold: equal ones are one object, as CPython's compiler merges them. */
const constantTuples = new WeakMap<Scopes, Map<string, PyTuple>>();

/** What tells two constants apart, where `1`, `1.0` and `True` are three; undefined for what is none. */
function constantKey(node: ast.Expr): string | undefined {
  if (node.kind === 'Tuple') {
    const keys = node.elts.map(constantKey);
    return keys.includes(undefined) ? undefined : `(${keys.join(',')})`;
  }
  if (node.kind !== 'Constant') return undefined;
  const value = constantValue(node);
  return `${classOf(value).name}:${repr(value)}`;
}

function constantTuple(tuples: Map<string, PyTuple>, node: ast.Tuple): PyTuple | undefined {
  const key = constantKey(node);
  if (key === undefined) return undefined;
  const known = tuples.get(key);
  if (known) return known;
  const made = new PyTuple(
    node.elts.map((each) =>
      each.kind === 'Tuple' ? constantTuple(tuples, each)! : constantValue(each as ast.Constant),
    ),
  );
  tuples.set(key, made);
  return made;
}

/** `a, *b` */
export function tuple(compiler: Compiler, node: ast.Tuple): Eval {
  const tuples = constantTuples.get(compiler.scopes) ?? new Map<string, PyTuple>();
  constantTuples.set(compiler.scopes, tuples);
  const made = node.elts.length > 0 ? constantTuple(tuples, node) : undefined;
  if (made) return () => made;
  const values = items(compiler, node.elts, node);
  return (frame) => new PyTuple(values(frame));
}

/** `{a, *b}` */
export function set(compiler: Compiler, node: ast.SetExpr): Eval {
  const values = items(compiler, node.elts, node, toArray);
  // Several constants stand in a frozenset first, as the compiler keeps them.
  const constant = node.elts.length > 2 && node.elts.every((each) => each.kind === 'Constant');
  return (frame) => {
    const all = values(frame);
    frame.at = node;
    const made = new PySet(all);
    return constant ? new PySet(made) : made;
  };
}

/** Steps that a dict costs, so that they end before the memory does. */
const DICT_COST = 20;

/** `{a: b, **c}`: a key that comes again keeps its place and gets the later value. */
export function dict(compiler: Compiler, node: ast.Dict): Eval {
  const keys = node.keys.map((key) => compiler.optional(key));
  const values = node.values.map((value) => compiler.expression(value));
  return (frame) => {
    const result = new PyDict();
    frame.python.budget -= DICT_COST;
    for (let index = 0; index < values.length; index++) {
      const key = keys[index]?.(frame);
      const value = values[index]!(frame);
      frame.at = node;
      if (key === undefined) unpackMapping(result, value);
      else result.set(key, value);
    }
    return result;
  };
}

function unpackMapping(into: PyDict, value: Value): void {
  for (const [key, each] of mappingEntries(value, () => `'${typeName(value)}' object is not a mapping`))
    into.set(key, each);
}

/** The entries of any mapping: a dict, or what has `keys` and subscripts. @throws TypeError of Python with this message */
export function* mappingEntries(value: Value, message: () => string): IterableIterator<[Value, Value]> {
  if (value instanceof PyDict && value.cls.native) {
    yield* value.entries();
    return;
  }
  const keys = findAttribute(value, 'keys');
  if (keys === undefined) throw typeError(message());
  for (const key of iterate(callValue(keys, []))) yield [key, getItem(value, key)];
}
