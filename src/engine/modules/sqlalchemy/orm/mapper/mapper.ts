/** How a class and a table belong together. Answers to: sqlalchemy/orm/mapper.py. */
import { Raise } from '../../../../machine.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { PyClass, Value } from '../../../../python/values/value.ts';
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import type { FromClause } from '../../../../sqlalchemy/expression/select/selectables.ts';
import type { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import type { Table } from '../../../../sqlalchemy/schema/table.ts';
import type { Registry } from '../declarative/registry.ts';
import { foreignKeyGroups } from '../relationships/join.ts';
import { checkDiscriminator, discriminator, takePlace } from './discriminator.ts';
import { ColumnProperty, type Property } from './property.ts';

export interface MapperOptions {
  readonly inherits: Mapper | undefined;
  readonly concrete: boolean;
  /** `__mapper_args__` under their Python names. */
  readonly args: ReadonlyMap<string, Value>;
}

export class Mapper {
  readonly kind = 'mapper';
  readonly cls: PyClass;
  readonly registry: Registry;
  readonly table: Table;
  readonly inherits: Mapper | undefined;
  readonly concrete: boolean;
  readonly args: ReadonlyMap<string, Value>;
  /** Attribute name to property, in the order of `mapper.attrs`. */
  readonly properties = new Map<string, Property>();
  primaryKey: readonly Column[] = [];
  /** The columns that a joined subclass's row shares with its parent's: (parent, child). */
  inheritPairs: readonly (readonly [Column, Column])[] = [];
  readonly validators = new Map<string, Value>();
  /** What `@reconstructor` marks: called for instances that are made of rows. */
  reconstructor: Value | undefined;
  polymorphicOn: Column | undefined;
  polymorphicIdentity: Value = null;
  readonly subclasses: Mapper[] = [];
  /** At the top of a hierarchy: its classes by the `repr()` of their polymorphic identity. */
  readonly kinds = new Map<string, Mapper>();

  constructor(cls: PyClass, registry: Registry, table: Table, options: MapperOptions) {
    this.cls = cls;
    this.registry = registry;
    this.table = table;
    this.inherits = options.inherits;
    this.concrete = options.concrete;
    this.args = options.args;
  }

  /** What tells rows of the class from others of its table. */
  criteria: () => readonly Element[] = () => [];

  /** Its table; for joined inheritance all its tables, joined. */
  selectable: () => FromClause = () => this.table as FromClause;

  /** What the class is as an element of a statement. */
  entity: (call: Interpreter) => unknown = () => undefined;

  /** The mapper at the top of the hierarchy. */
  get base(): Mapper {
    return this.inherits?.base ?? this;
  }

  /** The mapper of a single-table subclass shares its parent's table. */
  get single(): boolean {
    return this.inherits !== undefined && !this.concrete && this.inherits.table === this.table;
  }

  /** Tables that a row of this class is spread over, the oldest ancestor's first. */
  get tables(): readonly Table[] {
    const above = this.inherits && !this.concrete ? this.inherits.tables : [];
    return above.includes(this.table) ? above : [...above, this.table];
  }

  /** `str(mapper)` */
  toString(): string {
    return `Mapper[${this.cls.name}(${this.table.name})]`;
  }

  /** The property that holds a column. */
  propertyOf(column: Column): ColumnProperty | undefined {
    for (const property of this.properties.values()) {
      if (property instanceof ColumnProperty && property.columns.includes(column)) return property;
    }
    return undefined;
  }
}

/**
 * Works out keys, inheritance and the properties of a mapper.
 * @param declared properties that the class gives, by attribute name; columns left over are mapped under their keys.
 * @throws ArgumentError where no primary key can be found, NoForeignKeysError where tables of a hierarchy do not join
 */
export function completeMapper(
  call: Interpreter,
  mapper: Mapper,
  declared: ReadonlyMap<string, Property>,
): void {
  const { inherits } = mapper;
  checkDiscriminator(call, mapper.args.get('polymorphic_on') ?? null);
  if (inherits && !mapper.concrete && !mapper.single) {
    mapper.inheritPairs = inheritCondition(mapper, inherits);
  }
  takePlace(call, mapper);
  // A property over one of the table's own columns takes that column's place; the others come first.
  const atColumn = new Map<Column, readonly [string, Property]>();
  for (const [key, property] of declared) {
    const column = ownColumn(mapper, property);
    if (column) atColumn.set(column, [key, property]);
    else addProperty(mapper, key, property);
  }
  if (inherits && !mapper.concrete) inheritProperties(mapper, inherits, declared);
  mapColumns(call, mapper, atColumn);
  mapper.primaryKey = primaryKeyOf(mapper);
  mapper.polymorphicOn = discriminator(mapper);
  inherits?.subclasses.push(mapper);
}

function inheritCondition(mapper: Mapper, inherits: Mapper): readonly (readonly [Column, Column])[] {
  const groups = foreignKeyGroups(mapper.table, inherits.table);
  const different = new Set(
    groups.map((pairs) => pairs.map(([child, parent]) => `${child.key}=${parent.key}`).join()),
  );
  if (different.size === 1 || mapper.args.has('inherit_condition')) {
    return (groups[0] ?? []).map(([child, parent]) => [parent, child] as const);
  }
  const tables =
    `Can't determine the inherit condition between inherited table '${inherits.table.name}' and inheriting table ` +
    `'${mapper.table.name}'; `;
  if (different.size > 1) {
    throw new Raise('sqlalchemy.exc.AmbiguousForeignKeysError', [
      `${tables}tables have more than one foreign key relationship established.  Please specify the 'on clause' using ` +
        `the 'inherit_condition' mapper argument.`,
    ]);
  }
  throw new Raise('sqlalchemy.exc.NoForeignKeysError', [
    `${tables}tables have no foreign key relationships established.  Please ensure the inheriting ` +
      `table has a foreign key relationship to the inherited table, or provide an 'on clause' using the ` +
      `'inherit_condition' mapper argument.`,
  ]);
}

/** Hangs a property under its attribute name. */
export function addProperty(mapper: Mapper, key: string, property: Property): void {
  property.key = key;
  property.parent = mapper;
  mapper.properties.set(key, property);
}

function ownColumn(mapper: Mapper, property: Property): Column | undefined {
  const column = property instanceof ColumnProperty ? (property.columns[0] as Column) : undefined;
  return column && mapper.table.columns.get(column.key) === column ? column : undefined;
}

function inheritProperties(mapper: Mapper, inherits: Mapper, declared: ReadonlyMap<string, Property>): void {
  const shared = new Map(mapper.inheritPairs);
  for (const [key, property] of inherits.properties) {
    if (mapper.properties.has(key) || declared.has(key)) continue;
    const partner =
      property instanceof ColumnProperty
        ? property.columns
            .map((column) => shared.get(column as Column))
            .find((column) => column !== undefined)
        : undefined;
    if (partner && partner.key === key && property instanceof ColumnProperty) {
      addProperty(mapper, key, new ColumnProperty([partner, ...property.columns], property.deferred));
    } else mapper.properties.set(key, property);
  }
}

/** Columns of the table that no property names are mapped under their own keys. */
function mapColumns(
  call: Interpreter,
  mapper: Mapper,
  atColumn: ReadonlyMap<Column, readonly [string, Property]>,
): void {
  const excluded = namesIn(mapper.args.get('exclude_properties'));
  const included = namesIn(mapper.args.get('include_properties'));
  for (const column of mapper.table.columns) {
    const given = atColumn.get(column);
    if (given) addProperty(mapper, ...given);
    if (mapper.propertyOf(column) || excluded.has(column.key)) continue;
    if (included.size > 0 && !included.has(column.key)) continue;
    if (mapper.single && mapper.inherits!.propertyOf(column)) continue;
    const inherited = mapper.properties.get(column.key);
    if (!inherited) {
      refuseStranger(call, mapper, column);
      addProperty(mapper, column.key, new ColumnProperty([column]));
    } else if (inherited instanceof ColumnProperty && inherited.parent !== mapper)
      combine(call, mapper, inherited, column);
  }
}

/** @throws InvalidRequestError where a sibling without a table of its own has given the parent's table a column of that name */
function refuseStranger(call: Interpreter, mapper: Mapper, column: Column): void {
  if (!mapper.inherits || mapper.concrete || mapper.single) return;
  const stranger = mapper.inherits.tables
    .map((one) => one.columns.get(column.key))
    .find((one) => one !== undefined);
  if (!stranger || mapper.inherits.propertyOf(stranger)) return;
  throw new Raise('sqlalchemy.exc.InvalidRequestError', [combining(call, stranger, column)]);
}

const combining = (call: Interpreter, first: Value, second: Column): string =>
  `Implicitly combining column ${call.str(first)} with column ${call.str(second)} under attribute '${second.key}'.  ` +
  'Please configure one or more attributes for these same-named columns explicitly.';

/** A column of a joined subclass whose name the parent's table has as well. */
function combine(call: Interpreter, mapper: Mapper, inherited: ColumnProperty, column: Column): void {
  call.process.warn('sqlalchemy.exc.SAWarning', combining(call, inherited.columns.at(-1) as Value, column));
  addProperty(mapper, column.key, new ColumnProperty([column, ...inherited.columns], inherited.deferred));
}

function namesIn(value: Value | undefined): ReadonlySet<string> {
  const items = (value as { items?: readonly Value[] } | undefined)?.items ?? [];
  return new Set(items.map((item) => (typeof item === 'string' ? item : ((item as Column).key ?? ''))));
}

function primaryKeyOf(mapper: Mapper): readonly Column[] {
  const given = (mapper.args.get('primary_key') as { items?: readonly Column[] } | undefined)?.items;
  if (given) return given;
  if (mapper.inherits && !mapper.concrete) return mapper.inherits.primaryKey;
  const columns = [...mapper.table.primaryKey.columns];
  if (columns.length === 0) {
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      `Mapper ${mapper} could not assemble any primary key columns for mapped table '${mapper.table.name}'`,
    ]);
  }
  return columns;
}
