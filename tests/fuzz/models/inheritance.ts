/** Classes below a model that have no table of their own, and the column that tells them apart. */
import type { Random } from '../random.ts';
import { anyForm, attribute } from './attributes.ts';
import { anyColumn } from './columns.ts';
import { COLUMNS } from './names.ts';
import type { Column, Models, Style, Table } from './schema.ts';
import { className, text } from './text.ts';
import { TEXT } from './types.ts';

/** A class of single-table inheritance. */
export interface Heir {
  readonly name: string;
  /** The class above it, where that is an heir's. */
  readonly above: string | undefined;
  columns: Column[];
  /** Lines of the class before its columns, and after them. */
  readonly head: readonly string[];
  readonly tail: readonly string[];
}

const STYLES: readonly Style[] = ['column', 'mapped', 'annotated', 'dataclass', 'mixin', 'decorated'];

/** Whether classes may stand below the model's. */
export const mayHaveHeirs = (table: Table): boolean =>
  (STYLES.includes(table.style) || table.style === 'declared') && table.parent === undefined;

/** Adds a class below the model; the first one brings the column that tells them apart. */
export function addHeir(r: Random, models: Models, table: Table): void {
  if (table.heirs.length === 0) table.mapperArgs = anyDiscriminator(r, table);
  const id = ++models.made;
  const above = r.chance(4) && table.heirs.length > 0 ? r.pick(table.heirs).name : undefined;
  const heir: Heir = {
    name: `Heir${id}`,
    above,
    columns: [],
    head: anyHead(r, `heir_${id}`),
    tail: anyTail(r, id),
  };
  const drawn = r.some(COLUMNS, 0, 2);
  // What stands in the table already is a conflict.
  const names = drawn.filter((name) => table.columns.every((one) => one.name !== name) || r.chance(12));
  for (const name of names) heir.columns.push(anyHeirColumn(r, models, table, name));
  const shared = table.heirs.flatMap((one) => one.columns);
  if (shared.length > 0 && r.chance(4)) {
    const one = r.pick(shared);
    if (heir.columns.every((own) => own.name !== one.name)) heir.columns.push(again(r, one, table));
  }
  table.heirs.push(heir);
}

function anyHeirColumn(r: Random, models: Models, table: Table, name: string): Column {
  const column = anyColumn(r, models, table, name);
  if (['mapped', 'annotated', 'decorated'].includes(table.style)) anyForm(r, column, false);
  // A row of another class has nothing in it.
  if (r.chance(3, 2)) column.nullable = true;
  return column;
}

/** The same column once more, as SQLAlchemy wants it said; without that it is a conflict. */
function again(r: Random, column: Column, table: Table): Column {
  const copy = { ...column, keywords: { ...column.keywords }, items: [...column.items] };
  if (table.style !== 'column' && table.style !== 'mixin' && !r.chance(6))
    copy.keywords.use_existing_column = 'True';
  return copy;
}

function anyDiscriminator(r: Random, table: Table): string {
  const known = table.columns.filter(
    (one) => one.family === TEXT && one.form === undefined && /^[a-z_]+$/.test(one.name),
  );
  let column = known.length > 0 && r.chance(2) ? r.pick(known) : undefined;
  if (!column) {
    column = {
      name: r.pick(['sort', 'type', 'what_it_is']),
      family: TEXT,
      type: r.pick(['sa.String(20)', 'sa.String', 'sa.Text()']),
      primaryKey: false,
      nullable: r.pick([undefined, false]),
      keywords: r.chance(4) ? { server_default: '"x"' } : {},
      items: [],
    };
    table.columns.push(column);
  }
  const identity = r.pick([
    `"polymorphic_identity": ${text(table.name)}`,
    `"polymorphic_identity": ${text(table.name)}`,
    '"polymorphic_abstract": True',
    '"polymorphic_identity": None',
    '"with_polymorphic": "*"',
  ]);
  return r.pick([
    `{"polymorphic_on": ${text(column.name)}, ${identity}}`,
    `{"polymorphic_on": ${text(column.name)}, ${identity}}`,
    `{"polymorphic_on": ${column.name}, ${identity}}`,
    `{${identity}}`,
  ]);
}

function anyHead(r: Random, identity: string): string[] {
  if (r.chance(9)) return [];
  if (r.chance(8))
    return [
      '@declared_attr.directive',
      'def __mapper_args__(cls):',
      '    return {"polymorphic_identity": cls.__name__.lower()}',
    ];
  const more = r.chance(9) ? r.pick([', "polymorphic_load": "inline"', ', "eager_defaults": True']) : '';
  const lines = [`__mapper_args__ = {"polymorphic_identity": "${identity}"${more}}`];
  if (r.chance(8)) lines.unshift('__tablename__ = None');
  if (r.chance(25)) lines.push('__table_args__ = {"comment": "of an heir"}');
  if (r.chance(40)) lines.push('__abstract__ = True');
  return lines;
}

function anyTail(r: Random, id: number): string[] {
  if (!r.chance(6)) return [];
  return r.pick([
    ['', '@declared_attr', 'def late(cls):', '    return sa.Column(sa.Integer)'],
    [
      '',
      '@declared_attr',
      `def shared_${id}(cls) -> Mapped[Optional[str]]:`,
      `    return cls.__table__.c.get("shared_${id}", mapped_column(sa.String(9), index=True))`,
    ],
    ['', 'def told(self):', '    return self.id'],
  ]);
}

/** @returns the text of the classes below the table's */
export const heirsText = (table: Table): string =>
  table.heirs
    .map((heir) => {
      const lines = [...heir.head, ...heir.columns.map((one) => attribute(one, table)), ...heir.tail];
      const body = lines.length > 0 ? lines : ['pass'];
      return `\n\n${table.style === 'decorated' ? '@mapper_registry.mapped\n' : ''}class ${heir.name}(${heir.above ?? className(table.name)}):\n${body.map((one) => `${one === '' ? '' : `    ${one}`}\n`).join('')}`;
    })
    .join('');
