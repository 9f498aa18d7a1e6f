/** Free keyword arguments of operations. */
import { type PythonWorld, Raise } from '../../machine.ts';
import { PlainTuple, sequenceText } from '../../sqlalchemy/types/plain-tuple.ts';

/** Keywords of a table or index that are not a dialect's. */
export function splitTableKeywords(kw: ReadonlyMap<string, unknown>): {
  readonly quote: boolean | null;
  readonly quoteSchema: boolean | null;
  readonly info: unknown;
  readonly options: ReadonlyMap<string, unknown>;
} {
  const options = new Map(kw);
  const taken = (name: string): unknown => {
    const value = options.get(name) ?? null;
    options.delete(name);
    return value;
  };
  const found = {
    quote: taken('quote') as boolean | null,
    quoteSchema: taken('quote_schema') as boolean | null,
    info: taken('info'),
  };
  for (const ignored of [
    'keep_existing',
    'extend_existing',
    'implicit_returning',
    'listeners',
    'must_exist',
    'resolve_fks',
  ])
    options.delete(ignored);
  return { ...found, options };
}

/**
 * @param names what the operation's class is told by name
 * @param places what it is told by place
 * @throws TypeError where a call gives by name what the operation is told anyway
 */
export function refuseTwice(
  kw: ReadonlyMap<string, unknown>,
  className: string,
  names: readonly string[],
  places: readonly string[] = [],
): void {
  const twice = names.find((name) => kw.has(name));
  if (twice !== undefined) {
    throw new Raise('builtins.TypeError', [
      `alembic.operations.ops.${className}() got multiple values for keyword argument '${twice}'`,
    ]);
  }
  const placed = places.find((name) => kw.has(name));
  if (placed !== undefined) throw givenTwice(`${className}.__init__`, placed);
}

/** A keyword that names a parameter which has its value by place. */
export const givenTwice = (qualname: string, name: string): Raise =>
  new Raise('builtins.TypeError', [`${qualname}() got multiple values for argument '${name}'`]);

/** Python's dict, list and tuple as Map and arrays, as the schema objects want their options; other values as they are. */
function plainValue(value: unknown, python: PythonWorld): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Map)
    return value;
  if (python.isInstance(value, 'builtins.dict')) {
    const items = python.call(python.getAttribute(value, 'items'), []);
    return new Map([...python.iterate(items)].map((pair) => [...python.iterate(pair)] as [unknown, unknown]));
  }
  return plainSequence(value, python) ?? value;
}

/** Python's list or tuple as an array that is shown as what it was; undefined for anything else. */
export function plainSequence(value: unknown, python: PythonWorld): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (python.isInstance(value, 'builtins.tuple')) return PlainTuple.holding(python.iterate(value));
  return python.isInstance(value, 'builtins.list') ? [...python.iterate(value)] : undefined;
}

/** `plainValue` of each keyword. */
export const plainKeywords = (kw: ReadonlyMap<string, unknown>, python: PythonWorld): Map<string, unknown> =>
  new Map([...kw].map(([name, value]) => [name, plainValue(value, python)]));

/** `repr()` of a value that may have been made plain. */
export function reprPlain(value: unknown, python: PythonWorld): string {
  if (Array.isArray(value)) {
    return sequenceText(
      value,
      value.map((one) => reprPlain(one, python)),
    );
  }
  if (value instanceof Map) {
    const pairs = [...value].map(([key, one]) => `${reprPlain(key, python)}: ${reprPlain(one, python)}`);
    return `{${pairs.join(', ')}}`;
  }
  return python.repr(value === undefined ? null : value);
}
