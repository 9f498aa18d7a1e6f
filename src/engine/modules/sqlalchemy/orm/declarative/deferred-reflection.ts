/** `DeferredReflection`: classes that are mapped once their tables were read. Answers to: sqlalchemy/ext/declarative/extensions.py. */
import { Raise } from '../../../../machine.ts';
import { list } from '../../../../python/values/containers/containers.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { nativeClass } from '../../../../python/values/native/native.ts';
import { PyClass, type Value } from '../../../../python/values/value.ts';
import type { Table } from '../../../../sqlalchemy/schema/table.ts';

/** A class with its table as far as it says itself, and what maps it. */
interface Unprepared {
  readonly cls: PyClass;
  readonly table: Table;
  map(): void;
}

const WAITING = Symbol('classes that wait for prepare()');

const waiting = (call: Interpreter): Map<PyClass, Unprepared> => call.state(WAITING, () => new Map());

export const deferredReflectionClass: PyClass = nativeClass({
  name: 'DeferredReflection',
  module: 'sqlalchemy.ext.declarative.extensions',
  classMethods: {
    prepare: [
      'bind, **reflect_kw',
      (call, cls: PyClass, bind: Value, keywords: ReadonlyMap<string, Value>) => {
        prepare(call, cls, bind, keywords);
        return null;
      },
    ],
  },
});

/** Whether a class is mapped only by `prepare()`. */
export const isDeferred = (cls: PyClass): boolean => cls.isSubclassOf(deferredReflectionClass);

/** What stands for the mapper in a statement. */
const UNMAPPED = { entity: (call: Interpreter, cls: unknown): void => refuseUnprepared(call, cls) };

/** Keeps a class until `prepare()`. */
export const waitForPrepare = (call: Interpreter, one: Unprepared): void => {
  waiting(call).set(one.cls, one);
  one.cls.setOwn('_sa_deferred_mapper', UNMAPPED as unknown as Value);
};

/** @throws UnmappedClassError for a class that waits for `prepare()` */
export function refuseUnprepared(call: Interpreter, cls: unknown): void {
  if (!(cls instanceof PyClass) || !waiting(call).has(cls)) return;
  throw new Raise('sqlalchemy.orm.exc.UnmappedClassError', [
    `Class ${cls.module}.${cls.qualname} is a subclass of DeferredReflection.  Mappings are not produced until the .prepare() ` +
      'method is called on the class hierarchy.',
  ]);
}

/** Reads the tables of all classes below, then maps them. @throws InvalidRequestError for a table that is not there */
function prepare(call: Interpreter, cls: PyClass, bind: Value, keywords: ReadonlyMap<string, Value>): void {
  const own = [...waiting(call).values()].filter((one) => one.cls.isSubclassOf(cls));
  for (const metadata of new Set(own.map(({ table }) => table.metadata))) {
    const tables = own.map(({ table }) => table).filter((table) => table.metadata === metadata);
    for (const schema of new Set(tables.map((table) => table.schema ?? null))) {
      const names = tables.filter((table) => (table.schema ?? null) === schema).map(({ name }) => name);
      call.call(
        call.getAttribute(metadata as unknown as Value, 'reflect')!,
        [bind],
        new Map<string, Value>([
          ['only', list(names)],
          ['schema', schema],
          ['extend_existing', true],
          ['autoload_replace', false],
          ...keywords,
        ]),
      );
    }
  }
  for (const one of own) {
    waiting(call).delete(one.cls);
    one.cls.own.delete('_sa_deferred_mapper');
    one.map();
  }
}
