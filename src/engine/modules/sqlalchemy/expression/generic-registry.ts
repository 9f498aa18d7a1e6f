/** Learners' functions that `func` knows by name. Answers to: sqlalchemy/sql/functions.py (register_function). */
import type { Interpreter } from '../../../python/values/interpreter.ts';
import type { Value } from '../../../python/values/value.ts';

const REGISTRY: unique symbol = Symbol('functions by package and name');

const registry = (call: Interpreter): Map<string, Value> => call.state(REGISTRY, () => new Map());

const keyOf = (packageName: string, identifier: string): string =>
  `${packageName}.${identifier.toLowerCase()}`;

/** Makes a class what `func.identifier`, or `func.package.identifier`, calls. */
export function registerFunction(
  call: Interpreter,
  packageName: string,
  identifier: string,
  cls: Value,
): void {
  registry(call).set(keyOf(packageName, identifier), cls);
}

/** The class that a path below `func` names, if a learner registered one. */
export function registeredFunction(call: Interpreter, path: readonly string[]): Value | undefined {
  const known = registry(call);
  if (known.size === 0 || path.length > 2) return undefined;
  return known.get(keyOf(path.length === 2 ? path[0]! : DEFAULT_PACKAGE, path.at(-1)!));
}

/** Where a function is that names no package. */
export const DEFAULT_PACKAGE = '_default';
