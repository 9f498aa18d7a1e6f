/** Compiles `import` and `from … import`. */
import type * as ast from '../../parse/ast.ts';
import type { Value } from '../../values/value.ts';
import { type Exec, type Frame, NORMAL, runtime } from '../frame.ts';
import type { Compiler } from './compiler.ts';
import { storeName } from './names.ts';

/** `import a.b` binds `a`; `import a.b as c` binds the submodule. */
export function importStatement(compiler: Compiler, node: ast.Import): Exec {
  const stores = node.names.map(({ name, asname }) => storeName(compiler, asname ?? name.split('.')[0]!));
  return (frame) => {
    for (const [index, { name, asname }] of node.names.entries()) {
      frame.at = node;
      const module = runtime(frame).importStatement(frame, name, 0, asname === null ? undefined : []);
      stores[index]!(frame, asname === null ? module : submodule(frame, module, name));
    }
    return NORMAL;
  };
}

/** `import a.b.c as x`: the innermost module. */
function submodule(frame: Frame, module: Value, name: string): Value {
  const [, ...rest] = name.split('.');
  return rest.length === 0 ? module : rest.reduce((at, part) => runtime(frame).importFrom(at, part), module);
}

/** `from a import b, c` and `from a import *`. @throws ImportError for a name that the module lacks */
export function importFromStatement(compiler: Compiler, node: ast.ImportFrom): Exec {
  const names = node.names.map(({ name }) => name);
  if (names[0] === '*') {
    return (frame) => {
      frame.at = node;
      const module = runtime(frame).importStatement(frame, node.module ?? '', node.level, names);
      runtime(frame).importStar(module, frame.names);
      return NORMAL;
    };
  }
  const stores = node.names.map(({ name, asname }) => storeName(compiler, asname ?? name));
  return (frame) => {
    frame.at = node;
    const module = runtime(frame).importStatement(frame, node.module ?? '', node.level, names);
    for (let index = 0; index < names.length; index++) {
      stores[index]!(frame, runtime(frame).importFrom(module, names[index]!));
    }
    return NORMAL;
  };
}
