/** Copies of columns whose class is the learner's. Answers to: Column._copy in sqlalchemy/sql/schema.py. */
import { classOf } from '../../../python/values/classes/class-of.ts';
import { PyDict } from '../../../python/values/containers/dict.ts';
import { interpreter } from '../../../python/values/interpreter.ts';
import type { Value } from '../../../python/values/value.ts';
import type { ColumnParts } from '../../../sqlalchemy/expression/host.ts';
import type { Column } from '../../../sqlalchemy/schema/columns/column.ts';

const SAME = ['key', 'primary_key', 'unique', 'system', 'index', 'autoincrement', 'doc', 'comment'];

/**
 * What the class makes of a column's parts; undefined for SQLAlchemy's own class.
 * @throws what the learner's `__init__` raises, such as a TypeError for keywords that it does not take
 */
export function ownColumn(column: object, parts: () => ColumnParts): object | undefined {
  const cls = classOf(column as Value);
  if (cls.native) return undefined;
  const call = interpreter();
  const of = (name: string): Value => (call.getAttribute(column as Value, name) ?? null) as Value;
  const { items, type, ...defaults } = parts();
  const keywords = new Map<string, Value>([
    ['name', of('name')],
    ['type_', type as Value],
    ...SAME.map((name) => [name, of(name)] as const),
    ['default', (defaults.default ?? null) as Value],
    ['server_default', (defaults.serverDefault ?? null) as Value],
    ['onupdate', (defaults.onupdate ?? null) as Value],
    ['server_onupdate', (defaults.serverOnupdate ?? null) as Value],
    ['_omit_from_statements', false],
    ['insert_sentinel', (column as Column).insertSentinel],
  ]);
  const make = call.getAttribute(column as Value, '_constructor') ?? cls;
  const copy = call.call(make, [...(items as Value[])], keywords);
  call.setAttribute(copy, 'nullable', of('nullable'));
  const info = of('info');
  if (info instanceof PyDict && info.size > 0) call.setAttribute(copy, 'info', call.callMethod(info, 'copy'));
  return copy as object;
}
