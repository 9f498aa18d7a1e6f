/** Compiles expressions, but for calls, comprehensions and functions, which have files of their own. */
import type * as ast from '../../parse/ast.ts';
import { ELLIPSIS } from '../../parse/ast.ts';
import { findAttribute, getAttribute } from '../../values/attributes/attributes.ts';
import { callValue } from '../../values/callable.ts';
import { classOf, typeName } from '../../values/classes/class-of.ts';
import { identical, isRich, richCompare } from '../../values/compare.ts';
import { Ellipsis, PyList, PySlice, PyTuple } from '../../values/containers/containers.ts';
import { PyDict } from '../../values/containers/dict.ts';
import { contains, getItem, iterate, toArray } from '../../values/containers/iterate.ts';
import { PySet } from '../../values/containers/set.ts';
import { typeError } from '../../values/exceptions/exceptions.ts';
import { format } from '../../values/format/format.ts';
import { binary, unary } from '../../values/operators.ts';
import { ascii, repr, str } from '../../values/text.ts';
import { truth } from '../../values/truth.ts';
import type { Value } from '../../values/value.ts';
import type { Eval, Frame } from '../frame.ts';
import { type Compiler, mangle } from './compiler.ts';
import { storeName } from './names.ts';

/** A literal: its value is made once. */
export function constant(node: ast.Constant): Eval {
  const value: Value = node.value === ELLIPSIS ? Ellipsis : (node.value as Value);
  return () => value;
}

/** `and`, `or`: the operand that decides, those behind it are not evaluated. */
export function boolOp(compiler: Compiler, node: ast.BoolOp): Eval {
  const values = node.values.map((value) => compiler.expression(value));
  const stop = node.op === 'Or';
  if (values.length === 2) {
    const [left, right] = values as [Eval, Eval];
    return (frame) => {
      const value = left(frame);
      return truth(value) === stop ? value : right(frame);
    };
  }
  return (frame) => {
    let value: Value = null;
    for (const each of values) {
      value = each(frame);
      if (truth(value) === stop) return value;
    }
    return value;
  };
}

/** `a + b` and the like; sums of small ints, the most frequent ones, take a short way. */
export function binOp(compiler: Compiler, node: ast.BinOp): Eval {
  const left = compiler.expression(node.left);
  const right = compiler.expression(node.right);
  const { op } = node;
  if (op === 'Add') {
    return (frame) => {
      const a = left(frame);
      const b = right(frame);
      if (typeof a === 'number' && typeof b === 'number') {
        const sum = a + b;
        if (Number.isSafeInteger(sum)) return sum;
      }
      frame.at = node;
      return binary('Add', a, b);
    };
  }
  return (frame) => {
    const a = left(frame);
    const b = right(frame);
    frame.at = node;
    return binary(op, a, b);
  };
}

/** `-a`, `not a` and the like. */
export function unaryOp(compiler: Compiler, node: ast.UnaryOp): Eval {
  const operand = compiler.expression(node.operand);
  const { op } = node;
  return (frame) => {
    const value = operand(frame);
    frame.at = node;
    return unary(op, value);
  };
}

/** `a if test else b` */
export function ifExp(compiler: Compiler, node: ast.IfExp): Eval {
  const test = compiler.expression(node.test);
  const body = compiler.expression(node.body);
  const orelse = compiler.expression(node.orelse);
  return (frame) => (truth(test(frame)) ? body(frame) : orelse(frame));
}

/**
 * Where looking an attribute up, and calling the method that it gives, happens for a traceback: at the name of the
 * attribute, where the expression takes several lines.
 */
export function onLastLine(span: ast.Position, attribute: ast.Attribute): ast.Position {
  if (attribute.lineno === attribute.end_lineno) return span;
  return {
    lineno: attribute.end_lineno,
    col_offset: attribute.end_col_offset - attribute.attr.length,
    end_lineno: span.end_lineno,
    end_col_offset: span.end_col_offset,
  };
}

/** `object.name`, with the private names of a class mangled. */
export function attribute(compiler: Compiler, node: ast.Attribute): Eval {
  const object = compiler.expression(node.value);
  const name = mangle(compiler.scope, node.attr);
  const at = onLastLine(node, node);
  return (frame) => {
    const value = object(frame);
    frame.at = at;
    return getAttribute(value, name);
  };
}

/** `container[key]` */
export function subscript(compiler: Compiler, node: ast.Subscript): Eval {
  const object = compiler.expression(node.value);
  const key = compiler.expression(node.slice);
  return (frame) => {
    const container = object(frame);
    const index = key(frame);
    frame.at = node;
    return getItem(container, index);
  };
}

/** `lower:upper:step` inside a subscript. */
export function slice(compiler: Compiler, node: ast.Slice): Eval {
  const lower = compiler.optional(node.lower);
  const upper = compiler.optional(node.upper);
  const step = compiler.optional(node.step);
  return (frame) =>
    new PySlice(lower ? lower(frame) : null, upper ? upper(frame) : null, step ? step(frame) : null);
}

/** `left op right` for one comparison operator. */
function compareOnce(operator: ast.ComparisonOperator, a: Value, b: Value): Value {
  if (isRich(operator)) return richCompare(operator, a, b);
  if (operator === 'Is') return identical(a, b);
  if (operator === 'IsNot') return !identical(a, b);
  return contains(b, a) === (operator === 'In');
}

/** `a < b < c`: each operand is evaluated once, and the first comparison that fails ends the chain. */
export function compare(compiler: Compiler, node: ast.Compare): Eval {
  const left = compiler.expression(node.left);
  const rights = node.comparators.map((each) => compiler.expression(each));
  const { ops } = node;
  if (rights.length === 1) {
    const right = rights[0]!;
    const op = ops[0]!;
    return (frame) => {
      const a = left(frame);
      const b = right(frame);
      frame.at = node;
      return compareOnce(op, a, b);
    };
  }
  return (frame) => {
    let a = left(frame);
    for (let index = 0; ; index++) {
      const b = rights[index]!(frame);
      frame.at = node;
      const answer = compareOnce(ops[index]!, a, b);
      if (index === rights.length - 1 || !truth(answer)) return answer;
      a = b;
    }
  };
}

/** `name := value` */
export function namedExpr(compiler: Compiler, node: ast.NamedExpr): Eval {
  const value = compiler.expression(node.value);
  const store = storeName(compiler, node.target.id);
  return (frame) => {
    const result = value(frame);
    store(frame, result);
    return result;
  };
}

/** Compiles a display's items; stars are unpacked. */
export function items(
  compiler: Compiler,
  elements: readonly ast.Expr[],
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
        frame.at = element;
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
  const values = items(compiler, node.elts);
  return (frame) => new PyList(values(frame));
}

/** `a, *b` */
export function tuple(compiler: Compiler, node: ast.Tuple): Eval {
  const values = items(compiler, node.elts);
  return (frame) => new PyTuple(values(frame));
}

/** `{a, *b}` */
export function set(compiler: Compiler, node: ast.SetExpr): Eval {
  const values = items(compiler, node.elts, toArray);
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
      if (key === undefined) unpackMapping(result, value, frame, node.values[index]!);
      else result.set(key, value);
    }
    return result;
  };
}

function unpackMapping(into: PyDict, value: Value, frame: Frame, node: ast.Expr): void {
  frame.at = node;
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

/** An f-string: its parts as text, one behind the other. */
export function joinedStr(compiler: Compiler, node: ast.JoinedStr): Eval {
  const parts = node.values.map((part) => compiler.expression(part));
  return (frame) => {
    let text = '';
    for (const part of parts) text += part(frame) as string;
    return text;
  };
}

/** `{value!r:spec}` inside an f-string. @throws what `__format__` throws */
export function formattedValue(compiler: Compiler, node: ast.FormattedValue): Eval {
  const value = compiler.expression(node.value);
  const spec = compiler.optional(node.format_spec);
  const conversion = node.conversion === -1 ? '' : String.fromCharCode(node.conversion);
  return (frame) => {
    const raw = value(frame);
    const wanted = spec ? (spec(frame) as string) : '';
    frame.at = node;
    const converted =
      conversion === 's' ? str(raw) : conversion === 'r' ? repr(raw) : conversion === 'a' ? ascii(raw) : raw;
    return format(converted, wanted);
  };
}
