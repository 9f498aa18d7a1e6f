/** DISTINCT, LIMIT, OFFSET, FETCH and FOR UPDATE. Answers to: sqlalchemy/sql/compiler.py (limit_clause, for_update_clause). */
import type { Element } from '../elements.ts';
import type { ForUpdate, FromClause, Select, SelectOptions } from '../select/selectables.ts';
import { writeList } from './write-list.ts';
import { tableName } from './write-name.ts';
import type { Place, Writer } from './writer.ts';

/** `DISTINCT`, and PostgreSQL's `DISTINCT ON (…)`. */
export function distinctText(writer: Writer, node: Select, place: Place): string {
  if (!node.distinct) return '';
  if (node.distinctOn.length === 0 || !writer.postgresql) return 'DISTINCT ';
  return `DISTINCT ON (${writeList(writer, node.distinctOn, ', ', place)}) `;
}

/** LIMIT and OFFSET, or FETCH. */
export function limitText(writer: Writer, node: SelectOptions, place: Place): string {
  const part = (element: Element) => writer.write(element, place);
  if (node.fetch) {
    const count = writer.postgresql ? `(${part(node.fetch.count)})` : part(node.fetch.count);
    const offset = node.offset
      ? `\n OFFSET ${writer.postgresql ? `(${part(node.offset)})` : part(node.offset)} ROWS`
      : '';
    const percent = node.fetch.percent ? ' PERCENT' : '';
    return `${offset}\n FETCH FIRST ${count}${percent} ROWS ${node.fetch.withTies ? 'WITH TIES' : 'ONLY'}`;
  }
  let text = '';
  if (node.limit) text += `${writer.postgresql ? ' ' : ''}\n LIMIT ${part(node.limit)}`;
  if (node.offset) {
    if (!node.limit) text += writer.postgresql ? '\n LIMIT ALL' : '\n LIMIT -1';
    text += ` OFFSET ${part(node.offset)}`;
  }
  return text;
}

/** FOR UPDATE and its kin. */
export function forUpdateText(writer: Writer, lock: ForUpdate | undefined, place: Place): string {
  if (!lock) return '';
  if (!writer.postgresql) return ' FOR UPDATE';
  let text = lock.read
    ? lock.keyShare
      ? ' FOR KEY SHARE'
      : ' FOR SHARE'
    : lock.keyShare
      ? ' FOR NO KEY UPDATE'
      : ' FOR UPDATE';
  if (lock.of.length > 0) {
    const tables = lock.of.map((one) =>
      'table' in one && one.table ? (one.table as FromClause) : (one as FromClause),
    );
    text += ` OF ${[...new Set(tables)].map((one) => writer.quote(tableName(writer, one))).join(', ')}`;
  }
  void place;
  return text + (lock.nowait ? ' NOWAIT' : '') + (lock.skipLocked ? ' SKIP LOCKED' : '');
}
