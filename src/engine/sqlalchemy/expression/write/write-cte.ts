/** WITH. Answers to: sqlalchemy/sql/compiler.py (visit_cte). */
import { Raise } from '../../../machine.ts';
import type { Element } from '../elements.ts';
import { columnsOf } from '../select/columns.ts';
import type { CommonTableExpression } from '../select/selectables.ts';
import { tableName } from './write-name.ts';
import type { Place, Writer } from './writer.ts';

/** A CTE where FROM names it; its definition is kept for the head of the statement. */
export function writeCte(writer: Writer, node: CommonTableExpression, place: Place): string {
  const base = node.aliasOf ?? node;
  const name = tableName(writer, base);
  defineCte(writer, base, name, place);
  const shown = writer.quote(name);
  return node.aliasOf ? `${shown} AS ${writer.quote(tableName(writer, node))}` : shown;
}

function defineCte(writer: Writer, node: CommonTableExpression, name: string, place: Place): void {
  const existing = writer.ctes.get(name);
  if (existing) {
    if (existing.cte === node || restates(existing.cte, node)) return;
    if (!restates(node, existing.cte)) {
      throw new Raise('sqlalchemy.exc.CompileError', [
        `Multiple, unrelated CTEs found with the same name: '${name}'`,
      ]);
    }
  }
  const entry = existing ?? { cte: node, text: undefined };
  entry.cte = node;
  if (node.recursive) writer.recursive = true;
  writer.ctes.set(name, entry);
  const stack = writer.stack.splice(0);
  writer.stack.push({ own: new Set(), correlatable: new Set() });
  const around = writer.insideCte;
  writer.insideCte = true;
  const body = writer.write(node.element as Element, { ...place, asFrom: true, labels: undefined } as Place);
  writer.insideCte = around;
  writer.stack.splice(0);
  writer.stack.push(...stack);
  const columns = node.recursive
    ? `(${columnsOf(node)
        .map((one) => writer.quote(writer.name(one.name), one.quote))
        .join(', ')})`
    : '';
  const hint =
    node.materialized === undefined ? '' : node.materialized ? 'MATERIALIZED ' : 'NOT MATERIALIZED ';
  entry.text = `${writer.quote(name)}${columns} AS ${hint}\n(${body})`;
  // A CTE stands after those that it uses.
  writer.ctes.delete(name);
  writer.ctes.set(name, entry);
}

function restates(newer: CommonTableExpression, older: CommonTableExpression): boolean {
  for (let one: CommonTableExpression | undefined = newer; one; one = one.restates)
    if (one === older) return true;
  return false;
}

/** `WITH … ` before a statement. */
export function cteHead(writer: Writer): string {
  if (writer.ctes.size === 0) return '';
  const texts = [...writer.ctes.values()].map((entry) => entry.text).join(', \n');
  return `WITH ${writer.recursive ? 'RECURSIVE ' : ''}${texts}\n `;
}
