/** Functions, windows and CASE. */
import { Raise } from '../../../machine.ts';
import type { BindParameter, Case, Element, FunctionElement, OverClause } from '../elements.ts';
import { groupingKeyword } from '../functions.ts';
import { writeList } from './write-list.ts';
import type { Place, Writer } from './writer.ts';

/** A function's call. */
export function writeFunction(writer: Writer, node: FunctionElement, place: Place): string {
  const inner = { ...place, underOperator: undefined } as Place;
  if (node.form === 'bare') return node.name.toUpperCase();
  if (node.form === 'grouping') {
    return `${groupingKeyword(node.name)}(${writeList(writer, node.args, ', ', inner)})`;
  }
  const own = writer.postgresql ? OWN_FORMS[node.name.toLowerCase()] : undefined;
  if (own) return own(writer, node.args, inner);
  const known = node.packages.length === 0;
  const name = [...node.packages, node.name].map((part) => functionName(writer, part)).join('.');
  if (known && node.name === 'count' && node.args.length === 0) return 'count(*)';
  return `${name}(${writeList(writer, node.args, ', ', inner)})`;
}

/** Functions that PostgreSQL's compiler writes in a form of its own, whatever package they are said to be of. */
const OWN_FORMS: Readonly<
  Record<string, (writer: Writer, args: readonly Element[], place: Place) => string>
> = {
  substring: (writer, args, place) => {
    const [text, from, size] = args.slice(0, 3).map((one) => writer.write(one, place));
    if (from === undefined) throw new Raise('builtins.IndexError', ['list index out of range']);
    return `SUBSTRING(${text} FROM ${from}${size === undefined ? '' : ` FOR ${size}`})`;
  },
  // What stands around it is not told on: its values stay parameters where others are written in.
  aggregate_strings: (writer, args) => `string_agg(${writeList(writer, args, ', ', { marked: true })})`,
};

/** Names of functions keep their case; only odd characters are quoted. */
const functionName = (writer: Writer, name: string): string =>
  /^[A-Za-z_][A-Za-z0-9_$]*$/.test(name) ? name : writer.quote(name, true);

/** `… OVER (PARTITION BY … ORDER BY … ROWS …)` */
export function writeOver(writer: Writer, node: OverClause, place: Place): string {
  const parts: string[] = [];
  if (node.partitionBy.length > 0)
    parts.push(`PARTITION BY ${writeList(writer, node.partitionBy, ', ', place)}`);
  if (node.orderBy.length > 0) parts.push(`ORDER BY ${writeList(writer, node.orderBy, ', ', place)}`);
  if (node.frame) {
    const { unit, from, to } = node.frame;
    parts.push(
      `${unit} BETWEEN ${writeBound(writer, from, 'from', place)} AND ${writeBound(writer, to, 'to', place)}`,
    );
  }
  return `${writer.write(node.element, place)} OVER (${parts.join(' ')})`;
}

function writeBound(writer: Writer, bound: Element | 0 | null, side: 'from' | 'to', place: Place): string {
  if (bound === null) return side === 'from' ? 'UNBOUNDED PRECEDING' : 'UNBOUNDED FOLLOWING';
  if (bound === 0) return 'CURRENT ROW';
  const value = (bound as BindParameter).value as number;
  const size = { ...(bound as BindParameter), value: Math.abs(value) };
  return `${writer.write(size, place)} ${value < 0 ? 'PRECEDING' : 'FOLLOWING'}`;
}

/** `CASE … WHEN … THEN … ELSE … END` */
export function writeCase(writer: Writer, node: Case, place: Place): string {
  let text = 'CASE ';
  if (node.value) text += `${writer.write(node.value, place)} `;
  for (const [test, result] of node.whens) {
    text += `WHEN ${writer.write(test, place)} THEN ${writer.write(result, place)} `;
  }
  if (node.otherwise) text += `ELSE ${writer.write(node.otherwise, place)} `;
  return `${text}END`;
}
