/** Pools: accepted and named; every connection is opened when asked for. Answers to: sqlalchemy/pool. */
import { nativeClass } from '../../../python/values/native/native.ts';
import { PyClass, PyObject, type Value } from '../../../python/values/value.ts';

const NAMES = [
  'Pool',
  'NullPool',
  'QueuePool',
  'StaticPool',
  'SingletonThreadPool',
  'AssertionPool',
  'AsyncAdaptedQueuePool',
  'FallbackAsyncAdaptedQueuePool',
];

const poolClasses = new Map<string, PyClass>();

for (const name of NAMES) {
  const base = poolClasses.get('Pool');
  poolClasses.set(
    name,
    nativeClass({
      name,
      module: name === 'Pool' ? 'sqlalchemy.pool.base' : 'sqlalchemy.pool.impl',
      ...(base ? { bases: [base] } : {}),
      methods: {
        status: ['', () => name],
        dispose: ['', () => null],
        recreate: ['', () => poolOf(name)],
        size: ['', () => 5],
        checkedout: ['', () => 0],
      },
    }),
  );
}

/** `sqlalchemy.pool`: the classes by name. */
export const POOL_CLASSES: ReadonlyMap<string, PyClass> = poolClasses;

/** The pool of an engine. */
export const poolOf = (name: string): Value =>
  new PyObject(poolClasses.get(name) ?? poolClasses.get('QueuePool')!);

/** The name by which the engine room knows a pool class that the learner gave. */
export const poolName = (value: unknown): string | undefined =>
  value instanceof PyClass
    ? NAMES.find((name) => value.isSubclassOf(poolClasses.get(name)!) && name !== 'Pool')
    : undefined;
