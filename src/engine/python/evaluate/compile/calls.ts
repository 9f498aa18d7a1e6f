/** Compiles calls. Methods are called without making a bound method first. */
import type * as ast from '../../parse/ast.ts';
import { attributesOf, getAttribute } from '../../values/attributes/attributes.ts';
import { callValue, PyMethodLike } from '../../values/callable.ts';
import { classOf, typeName } from '../../values/classes/class-of.ts';
import { iterate } from '../../values/containers/iterate.ts';
import { typeError } from '../../values/exceptions/exceptions.ts';
import { PyModule } from '../../values/module.ts';
import { functionName } from '../../values/native/function-name.ts';
import { PyGenericAlias, PySuper } from '../../values/property.ts';
import { type Keywords, PyClass, type PyObject, type Value } from '../../values/value.ts';
import { callWithTemporaries, isTemporary } from '../abandon.ts';
import type { Eval, Frame } from '../frame.ts';
import { type Compiler, mangle } from './compiler.ts';
import { items, mappingEntries } from './displays.ts';
import { onLastLine } from './expressions.ts';

/** Compiles a call: the callee first, then its arguments from left to right. @returns what evaluates it in a frame */
export function call(compiler: Compiler, node: ast.Call): Eval {
  const args = positional(compiler, node);
  const keywords = node.keywords.length > 0 ? keywordArguments(compiler, node) : undefined;
  if (node.func.kind === 'Attribute') return methodCall(compiler, node, node.func, args, keywords);
  const callee = compiler.expression(node.func);
  if (!keywords && node.args.some(isTemporary)) {
    return (frame) => {
      const target = callee(frame);
      const values = args(frame, target);
      frame.at = node;
      return callWithTemporaries(target, values);
    };
  }
  if (!keywords) {
    return (frame) => {
      const target = callee(frame);
      const values = args(frame, target);
      frame.at = node;
      return callValue(target, values);
    };
  }
  return (frame) => {
    const target = callee(frame);
    const values = args(frame, target);
    const named = keywords(frame, target);
    frame.at = node;
    return callValue(target, values, named);
  };
}

type Positional = (frame: Frame, callee: Value) => Value[];
type Named = (frame: Frame, callee: Value) => Keywords;

function methodCall(
  compiler: Compiler,
  node: ast.Call,
  func: ast.Attribute,
  args: Positional,
  keywords: Named | undefined,
): Eval {
  const object = compiler.expression(func.value);
  const name = mangle(compiler.scope, func.attr);
  const attribute = onLastLine(func, func);
  const at = isPlainCall(node) ? onLastLine(node, func) : node;
  return (frame) => {
    const self = object(frame);
    frame.at = attribute;
    const method = directMethod(self, name);
    if (method === undefined) {
      const target = getAttribute(self, name);
      const values = args(frame, target);
      const named = keywords?.(frame, target);
      frame.at = at;
      return callValue(target, values, named);
    }
    const values = args(frame, method);
    const named = keywords?.(frame, method);
    frame.at = at;
    values.unshift(self);
    return method.invoke(values, named);
  };
}

/** Whether CPython calls it without making a bound method: no stars, and few enough arguments. */
const isPlainCall = ({ args, keywords }: ast.Call): boolean =>
  args.every(({ kind }) => kind !== 'Starred') &&
  keywords.every(({ arg }) => arg !== null) &&
  args.length + keywords.length + (keywords.length > 0 ? 1 : 0) < 30;

/** The function that `self.name(…)` calls with self in front; undefined where the general way must be gone. */
function directMethod(self: Value, name: string): PyMethodLike | undefined {
  if (
    self instanceof PyClass ||
    self instanceof PyModule ||
    self instanceof PySuper ||
    self instanceof PyGenericAlias
  ) {
    return undefined;
  }
  const cls = classOf(self);
  const found = cls.lookup(name);
  if (!(found instanceof PyMethodLike)) return undefined;
  if (!cls.native && !(cls.lookup('__getattribute__') as PyObject).cls.native) return undefined;
  if (attributesOf(self)?.has(name)) return undefined;
  return found;
}

function positional(compiler: Compiler, node: ast.Call): Positional {
  const stars = node.args.filter(({ kind }) => kind === 'Starred');
  if (stars.length === 0) return items(compiler, node.args, node);
  const evals = node.args.map((each) => compiler.expression(each.kind === 'Starred' ? each.value : each));
  const alone = node.args.length === 1;
  return (frame, callee) => {
    const values: Value[] = [];
    for (const [index, element] of node.args.entries()) {
      const value = evals[index]!(frame);
      if (element.kind !== 'Starred') values.push(value);
      else {
        frame.at = node;
        if (!isIterable(value)) {
          throw typeError(
            `${alone ? `${functionName(callee)} argument` : 'Value'} after * must be an iterable, not ${typeName(value)}`,
          );
        }
        for (const each of iterate(value)) values.push(each);
      }
    }
    return values;
  };
}

const isIterable = (value: Value) =>
  classOf(value).lookup('__iter__') !== undefined || classOf(value).lookup('__getitem__') !== undefined;

function keywordArguments(compiler: Compiler, node: ast.Call): Named {
  const evals = node.keywords.map(({ value }) => compiler.expression(value));
  return (frame, callee) => {
    const named = new Map<string, Value>();
    for (const [index, { arg }] of node.keywords.entries()) {
      const value = evals[index]!(frame);
      if (arg !== null) addKeyword(named, arg, value, callee);
      else {
        frame.at = node;
        const message = () =>
          `${functionName(callee)} argument after ** must be a mapping, not ${typeName(value)}`;
        for (const [key, each] of mappingEntries(value, message)) {
          if (typeof key !== 'string') throw typeError('keywords must be strings');
          addKeyword(named, key, each, callee);
        }
      }
    }
    return named;
  };
}

function addKeyword(named: Map<string, Value>, name: string, value: Value, callee: Value): void {
  if (named.has(name))
    throw typeError(`${functionName(callee)} got multiple values for keyword argument '${name}'`);
  named.set(name, value);
}
