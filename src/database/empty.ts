/** Empties a server in milliseconds, where a new one takes a second. */
import type { Connection } from '../engine/machine.ts';
import type { Server } from './server.ts';

/** Drops every schema and extension and makes `public` anew; the server's sessions end first. */
export function emptyServer(server: Server): void {
  server.endSessions();
  server.start();
  const connection = server.administer();
  dropManyTables(connection);
  for (const name of names(
    connection,
    "select nspname from pg_namespace where nspname not like 'pg\\_%' and nspname <> 'information_schema'",
  )) {
    connection.execute(`drop schema ${quoted(name)} cascade`);
  }
  connection.execute('create schema public');
  for (const name of names(connection, "select extname from pg_extension where extname <> 'plpgsql'")) {
    connection.execute(`drop extension ${quoted(name)} cascade`);
  }
  shortenLog(connection);
  connection.close();
  server.takeMissingExtension();
}

/** How many tables one statement may drop: each takes several of the server's locks, which are few. */
const BATCH = 50;

/** Dropping a schema with thousands of tables at once would need more locks than there are. */
function dropManyTables(connection: Connection): void {
  const tables = names(
    connection,
    "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname not like 'pg\\_%' and schemaname <> 'information_schema'",
  );
  for (let at = 0; tables.length > BATCH && at < tables.length; at += BATCH) {
    connection.execute(`drop table if exists ${tables.slice(at, at + BATCH).join(', ')} cascade`);
  }
}

const LONGEST_LOG = 64_000_000;

/** Without a postmaster nobody asks for checkpoints: the log would grow in memory for ever. */
function shortenLog(connection: Connection): void {
  const [size] = names(connection, 'select sum(size) from pg_ls_waldir()');
  if (Number(size) > LONGEST_LOG) connection.execute('checkpoint');
}

const names = (connection: Connection, sql: string) =>
  (connection.execute(sql)[0]?.rows ?? []).map((row) => String(row[0]));

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
