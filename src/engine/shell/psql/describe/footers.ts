/** What stands under the columns of `\d table`: indexes, constraints, references, triggers, partitions, a view's definition. */
import type { Ask } from './relation.ts';

interface Subject {
  readonly oid: string;
  readonly kind: string;
}

/** Indexes, constraints and references of a table. @param plus whether `+` asked for more */
export function constraintFooters(ask: Ask, { oid, kind }: Subject, plus: boolean): string[] {
  const parts = [...partitionOf(ask, oid, plus)];
  if (kind === 'p')
    parts.push(...ask(`select 'Partition key: ' || pg_get_partkeydef(${oid})`).map(([line]) => line!));
  if ('rmp'.includes(kind)) parts.push(...section('Indexes:', indexes(ask, oid)));
  if ('rpf'.includes(kind)) {
    parts.push(...section('Check constraints:', named(ask, oid, 'c')));
    parts.push(...section('Foreign-key constraints:', foreignKeys(ask, oid)));
    parts.push(...section('Referenced by:', referencedBy(ask, oid)));
    if (plus) parts.push(...section('Not-null constraints:', notNulls(ask, oid)));
    parts.push(...section('Triggers:', triggers(ask, oid)));
    parts.push(...inheritance(ask, oid, kind, plus));
  }
  if (kind === 'v' || kind === 'm') {
    if (plus)
      parts.push('View definition:', ...ask(`select pg_get_viewdef(${oid}, true)`)[0]![0]!.split('\n'));
  }
  return parts;
}

const section = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : [title, ...lines.map((line) => `    ${line}`)];

function indexes(ask: Ask, oid: string): string[] {
  const rows =
    ask(`select c.relname, i.indisprimary, i.indisunique, i.indisvalid, pg_get_indexdef(i.indexrelid, 0, true),
    con.contype, pg_get_constraintdef(con.oid, true), con.condeferrable, con.condeferred, i.indisclustered, i.indisreplident
    from pg_index i join pg_class c on c.oid = i.indexrelid
    left join pg_constraint con on con.conrelid = i.indrelid and con.conindid = i.indexrelid and con.contype in ('p', 'u', 'x')
    where i.indrelid = ${oid} order by i.indisprimary desc, c.relname`);
  return rows.map(([name, primary, unique, valid, definition, type, constraint, deferrable, deferred]) => {
    const flags =
      (deferrable === 't' ? ' DEFERRABLE' : '') +
      (deferred === 't' ? ' INITIALLY DEFERRED' : '') +
      (valid === 't' ? '' : ' INVALID');
    if (type === 'x') return `"${name}" ${constraint}${flags}`;
    const kind =
      primary === 't'
        ? ' PRIMARY KEY,'
        : unique !== 't'
          ? ''
          : type === 'u'
            ? ' UNIQUE CONSTRAINT,'
            : ' UNIQUE,';
    return `"${name}"${kind} ${definition!.replace(/^.*? USING /s, '')}${flags}`;
  });
}

function named(ask: Ask, oid: string, type: string): string[] {
  const rows = ask(`select conname, pg_get_constraintdef(oid, true) from pg_constraint
    where conrelid = ${oid} and contype = '${type}' order by 1`);
  return rows.map(([name, definition]) => `"${name}" ${definition}`);
}

function foreignKeys(ask: Ask, oid: string): string[] {
  const rows = ask(`select conname, pg_get_constraintdef(oid, true) from pg_constraint
    where conrelid = ${oid} and contype = 'f' order by conname`);
  return rows.map(([name, definition]) => `"${name}" ${definition}`);
}

function referencedBy(ask: Ask, oid: string): string[] {
  const rows =
    ask(`select conrelid::regclass::text, conname, pg_get_constraintdef(oid, true) from pg_constraint
    where confrelid = ${oid} and contype = 'f' and conparentid = 0 order by conname`);
  return rows.map(
    ([table, name, definition]) => `TABLE "${table!.replace(/"/g, '')}" CONSTRAINT "${name}" ${definition}`,
  );
}

function notNulls(ask: Ask, oid: string): string[] {
  const rows = ask(`select c.conname, a.attname, c.connoinherit, c.convalidated from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.conrelid = ${oid} and c.contype = 'n' order by a.attnum`);
  return rows.map(
    ([name, column, alone, valid]) =>
      `"${name}" NOT NULL "${column}"${alone === 't' ? ' NO INHERIT' : ''}${valid === 't' ? '' : ' NOT VALID'}`,
  );
}

function triggers(ask: Ask, oid: string): string[] {
  const rows = ask(`select pg_get_triggerdef(oid, true) from pg_trigger
    where tgrelid = ${oid} and not tgisinternal and tgenabled <> 'D' order by tgname`);
  return rows.map(([definition]) => definition!.replace(/^CREATE (?:CONSTRAINT )?TRIGGER /, ''));
}

function partitionOf(ask: Ask, oid: string, plus: boolean): string[] {
  const rows =
    ask(`select i.inhparent::regclass::text, pg_get_expr(c.relpartbound, c.oid), pg_get_partition_constraintdef(c.oid)
    from pg_class c join pg_inherits i on i.inhrelid = c.oid where c.oid = ${oid} and c.relispartition`);
  return rows.flatMap(([parent, bound, constraint]) => [
    `Partition of: ${parent} ${bound}`,
    ...(plus && constraint ? [`Partition constraint: ${constraint}`] : []),
  ]);
}

function inheritance(ask: Ask, oid: string, kind: string, plus: boolean): string[] {
  const parents =
    ask(`select inhparent::regclass::text from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where inhrelid = ${oid} and not c.relispartition order by inhseqno`);
  const children = ask(`select c.oid::regclass::text, pg_get_expr(c.relpartbound, c.oid) from pg_inherits i
    join pg_class c on c.oid = i.inhrelid where i.inhparent = ${oid} order by 2, 1`);
  const out = inline(
    'Inherits: ',
    parents.map(([name]) => name!),
  );
  if (children.length === 0) return kind === 'p' ? [...out, 'Number of partitions: 0'] : out;
  const word = kind === 'p' ? 'partitions' : 'child tables';
  if (!plus) return [...out, `Number of ${word}: ${children.length} (Use \\d+ to list them.)`];
  const lines = children.map(([name, bound]) => (bound === null ? name! : `${name} ${bound}`));
  return [...out, ...inline(kind === 'p' ? 'Partitions: ' : 'Child tables: ', lines)];
}

/** The first name beside its title, the others below it. */
const inline = (title: string, lines: readonly string[]) =>
  lines.map(
    (line, at) => (at === 0 ? title : ' '.repeat(title.length)) + line + (at < lines.length - 1 ? ',' : ''),
  );
