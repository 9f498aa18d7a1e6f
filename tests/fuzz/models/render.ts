/** Writes models as the Python that a person would write. */
import type { Column, Models, Table } from './schema.ts';

const HEAD = `import datetime
import enum
import uuid
from decimal import Decimal
from typing import Any, Optional

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, declared_attr, mapped_column
from typing_extensions import Annotated


class Trimmed(sa.types.TypeDecorator):
    impl = sa.String
    cache_ok = True


class Shout(sa.types.UserDefinedType):
    cache_ok = True

    def get_col_spec(self, **kw):
        return "VARCHAR(7)"


class Choice(sa.types.TypeDecorator):
    impl = sa.String(40)
    cache_ok = True

    def __init__(self, choices):
        super().__init__()
        self.choices = choices
`;

/** @returns the text of app/models.py */
export function renderModels(models: Models): string {
  const options = [
    models.naming && `naming_convention=${models.naming}`,
    models.schema && `schema="${models.schema}"`,
  ].filter(Boolean);
  return [
    models.future ? `from __future__ import annotations\n\n${HEAD}` : HEAD,
    `\nclass Color(enum.Enum):\n${models.colors.map((one) => `    ${one} = "${one[0]}"`).join('\n')}\n`,
    `\nmetadata = sa.MetaData(${options.join(', ')})\n`,
    '\nclass Base(DeclarativeBase):\n    metadata = metadata\n    type_annotation_map = {str: sa.String(80), datetime.datetime: sa.DateTime(timezone=True)}\n',
    '\nclass DataBase(MappedAsDataclass, DeclarativeBase):\n    metadata = metadata\n',
    ...models.tables.map((table) => renderTable(table, models)),
  ].join('\n');
}

function renderTable(table: Table, models: Models): string {
  const core = table.style === 'core';
  const name = core ? `${variable(table.name)}.c` : className(table);
  const after = table.after.map((one) => `${one.text.replaceAll('{t}', name)}\n`).join('');
  return `${core ? coreTable(table) : declarative(table, models)}${after && `\n${after}`}`;
}

/** Arguments in one line, or one a line where they are long. */
function call(name: string, parts: readonly string[], indent: string): string {
  const one = `${name}(${parts.join(', ')})`;
  return one.length < 100
    ? one
    : `${name}(\n${parts.map((part) => `${indent}    ${part},\n`).join('')}${indent})`;
}

function columnParts(column: Column, annotated: boolean): string[] {
  const { nullable, primaryKey, items, keywords, type } = column;
  const parts = type === '' || (annotated && type === '') ? [...items] : [type, ...items];
  if (primaryKey) parts.push('primary_key=True');
  if (nullable !== undefined) parts.push(`nullable=${nullable ? 'True' : 'False'}`);
  for (const [name, value] of Object.entries(keywords)) parts.push(`${name}=${value}`);
  return parts;
}

const keywordsOf = (table: Table): string[] =>
  Object.entries({ ...(table.schema ? { schema: `"${table.schema}"` } : {}), ...table.options }).map(
    ([name, value]) => `${name}=${value}`,
  );

const variable = (name: string) => `${name.toLowerCase().slice(0, 30)}_table`;

function coreTable(table: Table): string {
  const parts = [
    ...table.columns.map((one) => call('sa.Column', [`"${one.name}"`, ...columnParts(one, false)], '    ')),
    ...table.constraints.map((one) => one.text),
    ...table.indexes.map((one) => one.text),
    ...keywordsOf(table),
  ];
  return `\n${variable(table.name)} = sa.Table(\n    "${table.name}",\n    metadata,\n${parts.map((part) => `    ${part},\n`).join('')})\n`;
}

const className = (table: Table) =>
  table.name
    .split('_')
    .map((part) => part[0]!.toUpperCase() + part.slice(1))
    .join('');

function declarative(table: Table, models: Models): string {
  const parent = models.tables.find((one) => one.name === table.parent);
  const base = table.style === 'dataclass' ? 'DataBase' : 'Base';
  const name = className(table);
  const mixed =
    table.style === 'mixin' && !parent
      ? table.columns.filter((one) => !one.primaryKey && !one.target).slice(0, 2)
      : [];
  const own = table.columns.filter((one) => !mixed.includes(one));
  const lines: string[] = [];
  if (mixed.length > 0)
    lines.push(`\nclass ${name}Mixin:`, ...mixed.map((one) => `    ${attribute(one, table)}`), '');
  lines.push(
    `\nclass ${name}(${mixed.length > 0 ? `${name}Mixin, ` : ''}${parent ? className(parent) : base}):`,
    `    __tablename__ = "${table.name}"`,
  );
  const rest = [...table.constraints.map((one) => one.text), ...table.indexes.map((one) => one.text)];
  const keywords = keywordsOf(table).map((one) => {
    const at = one.indexOf('=');
    return `"${one.slice(0, at)}": ${one.slice(at + 1)}`;
  });
  if (keywords.length > 0) rest.push(`{${keywords.join(', ')}}`);
  const onlyKeywords = rest.length === 1 && keywords.length > 0;
  if (onlyKeywords) lines.push(`    __table_args__ = ${rest[0]}`);
  else if (rest.length > 0)
    lines.push('    __table_args__ = (', ...rest.map((one) => `        ${one},`), '    )');
  if (parent) lines.push(`    __mapper_args__ = {"polymorphic_identity": "${table.name}"}`);
  lines.push('', ...own.map((one) => `    ${attribute(one, table)}`), '');
  return lines.join('\n');
}

function attribute(column: Column, table: Table): string {
  const safe = column.name === 'metadata' || column.name === 'registry' ? `${column.name}_` : column.name;
  const parts = columnParts(column, true);
  if (table.style === 'column' || table.style === 'mixin')
    return `${safe} = ${call('sa.Column', parts, '    ')}`;
  if (table.style === 'dataclass') parts.unshift();
  const optional =
    column.nullable === true ||
    (column.nullable === undefined && !column.primaryKey && column.name.length % 2 === 0);
  const inner = optional ? `Optional[${column.family.annotation}]` : column.family.annotation;
  const more = table.style === 'dataclass' ? [...parts, 'init=False'] : parts;
  if (table.style === 'annotated' && column.items.length === 0 && Object.keys(column.keywords).length === 0)
    return `${safe}: Mapped[Annotated[${inner}, ${call('mapped_column', parts, '    ')}]]`;
  return `${safe}: Mapped[${inner}] = ${call('mapped_column', more, '    ')}`;
}
