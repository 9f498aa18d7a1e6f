/** Compiles assignments: plain, augmented, annotated. */
import type * as ast from '../../parse/ast.ts';
import { getAttribute } from '../../values/attributes/attributes.ts';
import { setAttribute } from '../../values/attributes/set-attribute.ts';
import { PyDict } from '../../values/containers/dict.ts';
import { getItem, setItem } from '../../values/containers/iterate.ts';
import { inPlace } from '../../values/operators.ts';
import type { Value } from '../../values/value.ts';
import { type Exec, type Frame, NORMAL } from '../frame.ts';
import { annotationValue } from './annotations.ts';
import { type Compiler, mangle } from './compiler.ts';
import { loadName, storeName } from './names.ts';
import { endingGenerator } from './statements.ts';

/** `a = b = value`: the value first, then the targets from left to right. */
export function assign(compiler: Compiler, node: ast.Assign): Exec {
  const value = compiler.expression(node.value);
  const stores = node.targets.map((target) => compiler.store(target));
  if (stores.length === 1) {
    const store = stores[0]!;
    const run: Exec = (frame) => {
      store(frame, value(frame));
      return NORMAL;
    };
    return endingGenerator(compiler, node.targets[0]!, run);
  }
  return (frame) => {
    const result = value(frame);
    for (const store of stores) store(frame, result);
    return NORMAL;
  };
}

/** `target += value`: the target is looked up once, and its in-place method is asked first. */
export function augAssign(compiler: Compiler, node: ast.AugAssign): Exec {
  const { target, op } = node;
  const value = compiler.expression(node.value);
  const apply = (frame: Frame, old: Value): Value => {
    const operand = value(frame);
    frame.at = node;
    return inPlace(op, old, operand);
  };
  if (target.kind === 'Name') {
    const load = loadName(compiler, target.id, target);
    const store = storeName(compiler, target.id);
    return (frame) => {
      store(frame, apply(frame, load(frame)));
      return NORMAL;
    };
  }
  const object = compiler.expression(target.value);
  if (target.kind === 'Attribute') {
    const name = mangle(compiler.scope, target.attr);
    return (frame) => {
      const owner = object(frame);
      frame.at = target;
      const result = apply(frame, getAttribute(owner, name));
      frame.at = target;
      setAttribute(owner, name, result);
      return NORMAL;
    };
  }
  const key = compiler.expression(target.slice);
  return (frame) => {
    const container = object(frame);
    const index = key(frame);
    frame.at = target;
    const result = apply(frame, getItem(container, index));
    frame.at = target;
    setItem(container, index, result);
    return NORMAL;
  };
}

/** `name: type = value`; in a function the annotation is not evaluated, in a class or module it goes into `__annotations__`. */
export function annAssign(compiler: Compiler, node: ast.AnnAssign): Exec {
  const { target } = node;
  const value = compiler.optional(node.value);
  const store = value && compiler.store(target);
  const assigned: Exec = (frame) => {
    if (value) store!(frame, value(frame));
    return NORMAL;
  };
  if (compiler.scope.kind === 'function') return assigned;
  const annotation = annotationValue(compiler, node.annotation);
  if (target.kind !== 'Name' || !node.simple) {
    return (frame) => {
      assigned(frame);
      annotation(frame);
      return NORMAL;
    };
  }
  const name = mangle(compiler.scope, target.id);
  return (frame) => {
    assigned(frame);
    annotations(frame).set(name, annotation(frame));
    return NORMAL;
  };
}

function annotations(frame: Frame): PyDict {
  const present = frame.names.get('__annotations__');
  if (present instanceof PyDict) return present;
  const made = new PyDict();
  frame.names.set('__annotations__', made);
  return made;
}
