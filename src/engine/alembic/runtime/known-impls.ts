/** What Alembic knows of the dialects that it has an implementation for. Answers to: alembic/ddl (the `transactional_ddl` of each). */

const POSTGRESQL = ['PostgresqlImpl', true] as const;

const OTHERS: Readonly<Record<string, readonly [string, boolean]>> = {
  sqlite: ['SQLiteImpl', false],
  mysql: ['MySQLImpl', false],
  mariadb: ['MariaDBImpl', false],
  oracle: ['OracleImpl', false],
  mssql: ['MSSQLImpl', true],
};

/** @returns the class's name, and whether DDL can be rolled back; of a dialect without one, PostgreSQL's */
export function knownImpl(dialect: string): { readonly name: string; readonly transactional: boolean } {
  const [name, transactional] = OTHERS[dialect] ?? POSTGRESQL;
  return { name, transactional };
}
