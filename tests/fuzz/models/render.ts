/** Writes models as the Python that a person would write. */
import { attribute } from './attributes.ts';
import { call, columnParts } from './call.ts';
import { head } from './head.ts';
import { heirsText } from './inheritance.ts';
import type { Column, Models, Table } from './schema.ts';
import { className } from './text.ts';

/** @returns the text of app/models.py */
export function renderModels(models: Models): string {
  const all = [head(models), ...models.tables.map((table) => renderTable(table, models))];
  return `${all.join('\n')}${models.more.map((one) => `\n${one}\n`).join('')}`;
}

function renderTable(table: Table, models: Models): string {
  const core = table.style === 'core';
  const name = core ? `${variable(table.name)}.c` : className(table.name);
  const after = table.after.map((one) => `${one.text.replaceAll('{t}', name)}\n`).join('');
  const text =
    core && !table.second
      ? `\n${variable(table.name)} = ${tableCall(table, 'metadata', '')}\n`
      : core
        ? `\n${variable(table.name)} = ${tableCall(table, 'more_metadata', '')}\n`
        : mapped(table, models);
  return `${text}${heirsText(table)}${after && `\n${after}`}`;
}

const keywordsOf = (table: Table): string[] =>
  Object.entries({ ...(table.schema ? { schema: `"${table.schema}"` } : {}), ...table.options }).map(
    ([name, value]) => `${name}=${value}`,
  );

const variable = (name: string) => `${name.toLowerCase().slice(0, 30)}_table`;

function tableCall(table: Table, metadata: string, indent: string): string {
  const parts = [
    ...table.columns.map((one) => call('sa.Column', [`"${one.name}"`, ...columnParts(one)], `${indent}    `)),
    ...table.constraints.map((one) => one.text),
    ...table.indexes.map((one) => one.text),
    ...keywordsOf(table),
  ];
  const inner = parts.map((part) => `${indent}    ${part},\n`).join('');
  return `sa.Table(\n${indent}    "${table.name}",\n${indent}    ${metadata},\n${inner}${indent})`;
}

/** A class over a table, in the style that the table asks for. */
function mapped(table: Table, models: Models): string {
  const name = className(table.name);
  switch (table.style) {
    case 'imperative':
      return `\n\nclass ${name}:\n    pass\n\n\nmapper_registry.map_imperatively(${name}, ${tableCall(table, 'metadata', '')})\n`;
    case 'table':
      return `\n\nclass ${name}(Base):\n    __table__ = ${tableCall(table, 'Base.metadata', '    ')}\n`;
    default:
      return declarative(table, models);
  }
}

/** Columns that stand in a class above: a mixin, an abstract base. */
const lentColumns = (table: Table): Column[] =>
  table.parent === undefined && ['mixin', 'abstract', 'declared'].includes(table.style)
    ? table.columns.filter((one) => !one.primaryKey && !one.target).slice(0, 2)
    : [];

function declarative(table: Table, models: Models): string {
  const parent = models.tables.find((one) => one.name === table.parent);
  const name = className(table.name);
  const lent = lentColumns(table);
  const own = table.columns.filter((one) => !lent.includes(one));
  const lines = [...lenderLines(table, lent)];
  if (table.style === 'decorated') lines.push('\n@mapper_registry.mapped', `class ${name}:`);
  else lines.push(`\nclass ${name}(${basesOf(table, lent, parent?.name)}):`);
  if (lent.length === 0 || table.style !== 'declared') lines.push(`    __tablename__ = "${table.name}"`);
  lines.push(...argumentLines(table));
  if (parent)
    lines.push(
      `    __mapper_args__ = {${table.concrete ? '"concrete": True, ' : ''}"polymorphic_identity": "${table.name}"}`,
    );
  lines.push('', ...own.map((one) => `    ${attribute(one, table)}`));
  // Below the columns: it may name one.
  if (table.mapperArgs) lines.push(`    __mapper_args__ = ${table.mapperArgs}`);
  lines.push(...table.extras.map((one) => `    ${one}`), '');
  return lines.join('\n');
}

function basesOf(table: Table, lent: readonly Column[], parent: string | undefined): string {
  const name = className(table.name);
  if (lent.length > 0 && table.style === 'abstract') return `${name}Base`;
  const base = parent ? className(parent) : table.style === 'dataclass' ? 'DataBase' : 'Base';
  return lent.length > 0 ? `${name}Mixin, ${base}` : base;
}

/** The class that lends columns to the model's. */
function lenderLines(table: Table, lent: readonly Column[]): string[] {
  if (lent.length === 0) return [];
  const name = className(table.name);
  if (table.style === 'abstract')
    return [
      `\nclass ${name}Base(Base):`,
      '    __abstract__ = True',
      '',
      ...lent.map((one) => `    ${attribute(one, table)}`),
      '',
    ];
  if (table.style === 'mixin')
    return [`\nclass ${name}Mixin:`, ...lent.map((one) => `    ${attribute(one, table)}`), ''];
  const functions = lent.flatMap((one) => [
    '',
    '    @declared_attr',
    `    def ${one.name}(cls) -> Mapped[${one.family.annotation}]:`,
    `        return ${call('mapped_column', columnParts(one), '        ')}`,
  ]);
  return [
    `\nclass ${name}Mixin:`,
    '    @declared_attr.directive',
    '    def __tablename__(cls):',
    `        return "${table.name}"`,
    ...functions,
    '',
  ];
}

function argumentLines(table: Table): string[] {
  const rest = [...table.constraints.map((one) => one.text), ...table.indexes.map((one) => one.text)];
  const keywords = keywordsOf(table).map((one) => {
    const at = one.indexOf('=');
    return `"${one.slice(0, at)}": ${one.slice(at + 1)}`;
  });
  if (keywords.length > 0) rest.push(`{${keywords.join(', ')}}`);
  if (rest.length === 0) return [];
  if (table.style === 'declared')
    return [
      '',
      '    @declared_attr.directive',
      '    def __table_args__(cls):',
      `        return (${rest.join(', ')},)`,
      '',
    ];
  return rest.length === 1 && keywords.length > 0
    ? [`    __table_args__ = ${rest[0]}`]
    : ['    __table_args__ = (', ...rest.map((one) => `        ${one},`), '    )'];
}
