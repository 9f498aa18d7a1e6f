/** Compiles targets: of assignments, for loops, with, comprehensions. */
import type * as ast from '../../parse/ast.ts';
import { deleteAttribute, setAttribute } from '../../values/attributes/set-attribute.ts';
import { classOf, typeName } from '../../values/classes/class-of.ts';
import { PyList, PyTuple } from '../../values/containers/containers.ts';
import { iterate, setItem } from '../../values/containers/iterate.ts';
import { typeError, valueError } from '../../values/exceptions/exceptions.ts';
import type { Value } from '../../values/value.ts';
import type { Frame, Store } from '../frame.ts';
import { type Compiler, mangle } from './compiler.ts';
import { onLastLine } from './expressions.ts';
import { deleteName, storeName } from './names.ts';

/** Compiles storing into any target. */
export function storeTarget(compiler: Compiler, target: ast.Expr): Store {
  switch (target.kind) {
    case 'Name':
      return storeName(compiler, target.id);
    case 'Attribute':
      return storeAttribute(compiler, target);
    case 'Subscript':
      return storeSubscript(compiler, target);
    case 'Starred':
      return compiler.store(target.value);
    case 'Tuple':
    case 'List':
      return storeSequence(compiler, target);
    default:
      throw new Error(`${target.kind} is no target`);
  }
}

function storeAttribute(compiler: Compiler, target: ast.Attribute): Store {
  const object = compiler.expression(target.value);
  const name = mangle(compiler.scope, target.attr);
  const at = onLastLine(target, target);
  return (frame, value) => {
    const owner = object(frame);
    frame.at = at;
    setAttribute(owner, name, value);
  };
}

function storeSubscript(compiler: Compiler, target: ast.Subscript): Store {
  const object = compiler.expression(target.value);
  const key = compiler.expression(target.slice);
  return (frame, value) => {
    const container = object(frame);
    const index = key(frame);
    frame.at = target;
    setItem(container, index, value);
  };
}

function storeSequence(compiler: Compiler, target: ast.Tuple | ast.List): Store {
  const stores = target.elts.map((each) => compiler.store(each));
  const star = target.elts.findIndex(({ kind }) => kind === 'Starred');
  return (frame, value) => {
    frame.at = target;
    const values = star < 0 ? unpack(value, stores.length) : unpackStar(value, stores.length, star);
    for (let index = 0; index < stores.length; index++) stores[index]!(frame, values[index]!);
  };
}

function iterated(value: Value): Iterator<Value> {
  const cls = classOf(value);
  if (cls.lookup('__iter__') == null && cls.lookup('__getitem__') === undefined) {
    throw typeError(`cannot unpack non-iterable ${typeName(value)} object`);
  }
  return iterate(value)[Symbol.iterator]();
}

function unpack(value: Value, count: number): readonly Value[] {
  if (
    (value instanceof PyTuple || value instanceof PyList) &&
    value.cls.native &&
    value.items.length === count
  ) {
    return value.items.slice();
  }
  const iterator = iterated(value);
  const values: Value[] = [];
  for (let next = iterator.next(); !next.done; next = iterator.next()) {
    if (values.length === count) throw valueError(`too many values to unpack (expected ${count})`);
    values.push(next.value);
  }
  if (values.length < count) {
    throw valueError(`not enough values to unpack (expected ${count}, got ${values.length})`);
  }
  return values;
}

function unpackStar(value: Value, count: number, star: number): Value[] {
  const iterator = iterated(value);
  const values: Value[] = [];
  for (let next = iterator.next(); !next.done; next = iterator.next()) values.push(next.value);
  if (values.length < count - 1) {
    throw valueError(`not enough values to unpack (expected at least ${count - 1}, got ${values.length})`);
  }
  const after = count - star - 1;
  const middle = new PyList(values.slice(star, values.length - after));
  return [...values.slice(0, star), middle, ...values.slice(values.length - after)];
}

/** Compiles `del target`. */
export function deleteTarget(compiler: Compiler, target: ast.Expr): (frame: Frame) => void {
  switch (target.kind) {
    case 'Name':
      return deleteName(compiler, target.id, target);
    case 'Attribute': {
      const object = compiler.expression(target.value);
      const name = mangle(compiler.scope, target.attr);
      return (frame) => {
        const owner = object(frame);
        frame.at = target;
        deleteAttribute(owner, name);
      };
    }
    case 'Subscript': {
      const object = compiler.expression(target.value);
      const key = compiler.expression(target.slice);
      return (frame) => {
        const container = object(frame);
        const index = key(frame);
        frame.at = target;
        setItem(container, index, undefined);
      };
    }
    case 'Tuple':
    case 'List': {
      const each = target.elts.map((element) => deleteTarget(compiler, element));
      return (frame) => {
        for (const remove of each) remove(frame);
      };
    }
    default:
      throw new Error(`${target.kind} is no target`);
  }
}
