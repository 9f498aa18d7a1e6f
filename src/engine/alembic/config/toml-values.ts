/** Values of pyproject.toml, as Python meets them. Answers to: alembic/config.py (Config._get_toml_config_value). */
import { type Process, Raise } from '../../machine.ts';
import { TomlDate, TomlFloat, type TomlTable } from '../../stdlib/toml.ts';

export const isTable = (value: unknown): value is TomlTable =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof TomlFloat || value instanceof TomlDate);

/**
 * What Python's `for` meets in a value.
 * @param wrong what is said of a value that is nothing to walk
 * @throws TypeError
 */
export function walked({ python }: Process, value: unknown, wrong?: string): unknown[] {
  if (typeof value === 'string' || Array.isArray(value)) return [...value];
  if (typeof value === 'object' && value !== null) return Object.keys(value);
  const message = wrong ?? `'${python.typeName(value)}' object is not iterable`;
  throw new Raise('builtins.TypeError', [message]);
}

/**
 * `%(here)s` and the other arguments inside text, lists and tables.
 * @param percent fills them into a text
 * @throws TypeError for what is no text
 */
export function filled(value: unknown, percent: (text: string) => string): unknown {
  if (typeof value === 'string') return percent(value);
  if (Array.isArray(value)) return value.map((each) => filled(each, percent));
  if (isTable(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inTable(each, percent)]));
  }
  throw noText(kindOf(value));
}

/** A value inside of a table, which may hold no list. @throws TypeError */
function inTable(value: unknown, percent: (text: string) => string): unknown {
  if (Array.isArray(value)) throw noText('list');
  return filled(value, percent);
}

function kindOf(value: unknown): string {
  if (value instanceof TomlFloat) return 'float';
  if (value instanceof TomlDate) return `datetime.${value.kind}`;
  return typeof value === 'boolean' ? 'bool' : 'int';
}

const noText = (kind: string): Raise =>
  new Raise('builtins.TypeError', [`unsupported operand type(s) for %: '${kind}' and 'dict'`]);
