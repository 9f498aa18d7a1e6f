/** Loading, storing and deleting names. */
import type { Position } from '../../parse/ast.ts';
import { getItem, setItem } from '../../values/containers/iterate.ts';
import { isException, nameError, raise } from '../../values/exceptions/exceptions.ts';
import { PyModule } from '../../values/module.ts';
import type { Value } from '../../values/value.ts';
import type { Cell, Eval, Frame, Store } from '../frame.ts';
import { type Compiler, mangle } from './compiler.ts';

/** Compiles the loading of a name. */
export function loadName(compiler: Compiler, id: string, node: Position): Eval {
  const name = mangle(compiler.scope, id);
  const place = compiler.scope.place(id);
  switch (place.kind) {
    case 'local': {
      const { slot } = place;
      return (frame) => frame.slots[slot] ?? checked(frame, frame.slots[slot], name, node);
    }
    case 'cell': {
      const { slot } = place;
      return (frame) => {
        const { value } = frame.slots[slot] as unknown as Cell;
        return value ?? checked(frame, value, name, node);
      };
    }
    case 'free': {
      const { index } = place;
      return (frame) => {
        const { value } = frame.free[index]!;
        return value === undefined ? unboundFree(frame, name, node) : value;
      };
    }
    case 'global':
      return (frame) => loadGlobal(frame, name, node);
    case 'name':
      return loadFromNamespace(compiler, name, node, place.free);
  }
}

function loadFromNamespace(compiler: Compiler, name: string, node: Position, free: number | undefined): Eval {
  if (compiler.scope.kind === 'module') {
    return (frame) => {
      const own = frame.names.get(name);
      return own === undefined ? loadGlobal(frame, name, node) : own;
    };
  }
  return (frame) => {
    const own = frame.mapping === undefined ? frame.names.get(name) : fromMapping(frame.mapping, name);
    if (own !== undefined) return own;
    const behind = free === undefined ? undefined : frame.free[free]!.value;
    return behind === undefined ? loadGlobal(frame, name, node) : behind;
  };
}

function fromMapping(mapping: Value, name: string): Value | undefined {
  try {
    return getItem(mapping, name);
  } catch (error) {
    if (isException(error, 'KeyError')) return undefined;
    throw error;
  }
}

/** What a program put into the `builtins` module, as gettext.install() does. */
function addedBuiltin({ python }: Frame, name: string): Value | undefined {
  const module = python.modules.get('builtins');
  return module instanceof PyModule ? module.globals.get(name) : undefined;
}

function loadGlobal(frame: Frame, name: string, node: Position): Value {
  const own = frame.globals.get(name);
  if (own !== undefined) return own;
  const builtin = frame.python.builtins.get(name);
  if (builtin !== undefined) return builtin;
  const added = addedBuiltin(frame, name);
  if (added !== undefined) return added;
  frame.at = node;
  throw nameError(name);
}

/** None is null, so that `??` comes here for it as well. */
function checked(frame: Frame, value: Value | undefined, name: string, node: Position): Value {
  if (value !== undefined) return value;
  frame.at = node;
  throw raise(
    'UnboundLocalError',
    `cannot access local variable '${name}' where it is not associated with a value`,
  );
}

function unboundFree(frame: Frame, name: string, node: Position): Value {
  frame.at = node;
  throw nameError(
    name,
    `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`,
  );
}

/** Compiles the storing of a name. */
export function storeName(compiler: Compiler, id: string): Store {
  const name = mangle(compiler.scope, id);
  const place = compiler.scope.place(id);
  switch (place.kind) {
    case 'local': {
      const { slot } = place;
      return (frame, value) => {
        frame.slots[slot] = value;
      };
    }
    case 'cell': {
      const { slot } = place;
      return (frame, value) => {
        (frame.slots[slot] as unknown as Cell).value = value;
      };
    }
    case 'free': {
      const { index } = place;
      return (frame, value) => {
        frame.free[index]!.value = value;
      };
    }
    case 'global':
      return (frame, value) => {
        frame.globals.set(name, value);
      };
    case 'name':
      return (frame, value) => {
        if (frame.mapping === undefined) frame.names.set(name, value);
        else setItem(frame.mapping, name, value);
      };
  }
}

/** Compiles `del name`. */
export function deleteName(compiler: Compiler, id: string, node: Position): (frame: Frame) => void {
  const name = mangle(compiler.scope, id);
  const place = compiler.scope.place(id);
  return (frame) => {
    frame.at = node;
    if (place.kind === 'local') {
      checked(frame, frame.slots[place.slot], name, node);
      frame.slots[place.slot] = undefined;
    } else if (place.kind === 'cell' || place.kind === 'free') {
      const cell =
        place.kind === 'free' ? frame.free[place.index]! : (frame.slots[place.slot] as unknown as Cell);
      checked(frame, cell.value, name, node);
      cell.value = undefined;
    } else if (place.kind === 'name' && frame.mapping !== undefined) setItem(frame.mapping, name, undefined);
    else {
      const names = place.kind === 'global' ? frame.globals : frame.names;
      if (!names.delete(name)) throw nameError(name);
    }
  };
}
