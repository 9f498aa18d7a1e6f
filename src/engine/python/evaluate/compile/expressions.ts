/** Compiles expressions, but for calls, displays, comprehensions and functions, which have files of their own. */
import type * as ast from '../../parse/ast.ts';
import { ELLIPSIS } from '../../parse/ast.ts';
import { getAttribute } from '../../values/attributes/attributes.ts';
import { identical, isRich, richCompare } from '../../values/compare.ts';
import { Ellipsis, PySlice } from '../../values/containers/containers.ts';
import { contains, getItem } from '../../values/containers/iterate.ts';
import { format } from '../../values/format/format.ts';
import { binary, unary } from '../../values/operators.ts';
import { ascii, repr, str } from '../../values/text.ts';
import { truth } from '../../values/truth.ts';
import type { Value } from '../../values/value.ts';
import type { Eval } from '../frame.ts';
import { type Compiler, mangle } from './compiler.ts';
import { storeName } from './names.ts';

/** A literal: its value is made once. */
export function constant(node: ast.Constant): Eval {
  const value = constantValue(node);
  return () => value;
}

/** The object that a constant stands for. */
export const constantValue = (node: ast.Constant): Value =>
  node.value === ELLIPSIS ? Ellipsis : (node.value as Value);

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
