/** `postgresql_…=` and its kin on schema objects. Answers to: sqlalchemy/sql/base.py (DialectKWArgs). */
import { classOf } from '../../../python/values/classes/class-of.ts';
import { dict } from '../../../python/values/containers/dict.ts';
import { PySet } from '../../../python/values/containers/set.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';
import { acceptOptions, postgresqlDefaults } from '../../../sqlalchemy/schema/accept-options.ts';
import type { DialectOptions } from '../../../sqlalchemy/schema/schema-item.ts';
import { toPlain, toPython } from '../convert.ts';

/**
 * Checks and keeps options of dialects.
 * @param cls the class that takes them, such as "Index"
 * @throws TypeError, ArgumentError as SQLAlchemy does
 */
export const dialectOptions = (
  _call: Interpreter,
  cls: string,
  keywords: ReadonlyMap<string, Value>,
): DialectOptions =>
  acceptOptions(
    [...keywords].map(([name, value]) => [name, toPlain(value)]),
    cls,
  );

interface HasOptions {
  dialectOptions: DialectOptions;
}

const asDict = (self: HasOptions): Value =>
  dict([...self.dialectOptions].map(([name, value]) => [name, toPython(value)] as const));

/** `item.dialect_options['postgresql']['where']` */
function byDialect(self: HasOptions): Value {
  const dialects = new Map<string, Map<string, unknown>>([['postgresql', new Map()]]);
  for (const [name, value] of self.dialectOptions) {
    const [, dialect, option] = /^(.+?)_(.+)$/.exec(name)!;
    const options = dialects.get(dialect!) ?? new Map<string, unknown>();
    dialects.set(dialect!, options.set(option!, value));
  }
  dialects.set('postgresql', withDefaults(self, dialects.get('postgresql')!));
  return toPython(dialects);
}

/** In the order of the set of names that the real mapping is walked by. */
function withDefaults(self: HasOptions, given: ReadonlyMap<string, unknown>): Map<string, unknown> {
  const defaults = postgresqlDefaults(classOf(self as unknown as Value).mro.map(({ name }) => name));
  const names = new PySet([...given.keys(), ...defaults.keys()]) as Iterable<string>;
  return new Map([...names].map((name) => [name, given.has(name) ? given.get(name) : defaults.get(name)]));
}

export const dialectKwargsClass = nativeClass({
  name: 'DialectKWArgs',
  module: 'sqlalchemy.sql.base',
  getters: { dialect_kwargs: asDict, kwargs: asDict, dialect_options: byDialect },
});
