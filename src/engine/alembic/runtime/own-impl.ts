/** What a learner's class puts in the place of parts of PostgresqlImpl. Answers to: alembic/ddl/impl.py (ImplMeta). */
import type { Process } from '../../machine.ts';
import type { ReflectedColumn } from '../../sqlalchemy/postgresql/reflect/index.ts';
import type { Table } from '../../sqlalchemy/schema/index.ts';

/** The class that stands for a dialect, as the migration runtime sees it. */
export interface OwnImpl {
  /** `cls.__name__` */
  readonly name: string;
  /** Whether it derives from PostgresqlImpl, and so alters columns as that does. */
  readonly ofPostgresql: boolean;
  /** A class attribute that differs from PostgresqlImpl's; undefined where it does not. */
  attribute(name: string): unknown;
  overrides(method: string): boolean;
  /** Calls a method of the class on the implementation. */
  call(
    impl: object,
    method: string,
    args: readonly unknown[],
    keywords?: Readonly<Record<string, unknown>>,
  ): unknown;
  /** A reflected column after `autogen_column_reflect` of the class has seen it. */
  reflectColumn(impl: object, inspector: object, table: Table, column: ReflectedColumn): ReflectedColumn;
  /** From now on Python sees the implementation as an object of the class. */
  adopt(impl: object): void;
}

type Finder = (dialect: string) => OwnImpl | undefined;

const finders = new WeakMap<Process, Finder>();

/** Says how a process finds the classes that its learner wrote. */
export function useOwnImpls(process: Process, find: Finder): void {
  finders.set(process, find);
}

/** The learner's class for a dialect, if there is one. @param dialect its name */
export const ownImplFor = (process: Process, dialect: string): OwnImpl | undefined =>
  finders.get(process)?.(dialect);
