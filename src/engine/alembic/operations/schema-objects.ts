/** Tables, indexes and constraints made from what an operation says. Answers to: alembic/operations/schemaobj.py. */
import { Raise } from '../../machine.ts';
import { text } from '../../sqlalchemy/expression/build.ts';
import { ddlExpressionOf } from '../../sqlalchemy/expression/coerce.ts';
import { host } from '../../sqlalchemy/expression/host.ts';
import { acceptOptions } from '../../sqlalchemy/schema/accept-options.ts';
import { appendColumn } from '../../sqlalchemy/schema/columns/append-column.ts';
import { notBound } from '../../sqlalchemy/schema/constraints/bound-table.ts';
import {
  ExcludeConstraint,
  type ExcludeOptions,
} from '../../sqlalchemy/schema/constraints/exclude-constraint.ts';
import { checkLengths } from '../../sqlalchemy/schema/constraints/foreign-key.ts';
import {
  BareConstraint,
  CheckConstraint,
  Column,
  Constraint,
  ForeignKeyConstraint,
  Index,
  MetaData,
  PrimaryKeyConstraint,
  Table,
  UniqueConstraint,
} from '../../sqlalchemy/schema/index.ts';
import { INTEGER, SqlType } from '../../sqlalchemy/types/index.ts';
import { indexElement } from './columns/column-arguments.ts';
import {
  constraintOptions,
  GENERIC,
  hashable,
  type Keywords,
  typeError,
} from './constraints/constraint-keywords.ts';
import { ensureTargets } from './constraints/ensure-targets.ts';
import { copyColumn, copyConstraint } from './copy.ts';
import { givenTwice, splitTableKeywords } from './keywords.ts';
import { nameText } from './names.ts';
import type { GivenName, Name } from './operation.ts';

/** What an operation says of a table beside its name. */
export interface TableFacts {
  readonly schema?: GivenName;
  readonly comment?: string | null;
  readonly info?: unknown;
  readonly prefixes?: readonly string[];
  readonly kw?: ReadonlyMap<string, unknown>;
  readonly constraintsIncluded?: boolean;
}

export class SchemaObjects {
  /** The model's metadata: its naming convention is used; null where there is none. */
  private readonly target: MetaData | null;

  constructor(target: MetaData | null) {
    this.target = target;
  }

  metadata(): MetaData {
    return this.target ? new MetaData({ namingConvention: this.target.namingConvention }) : new MetaData();
  }

  copyColumn(column: Column): Column {
    return copyColumn(column);
  }

  /** A table of these columns and constraints; what is neither is passed over. */
  table(name: Name, items: readonly unknown[], facts: TableFacts = {}): Table {
    const metadata = this.metadata();
    refuseNamed(facts.kw ?? new Map(), 'SchemaObjects.table', ['name']);
    refuseNamed(facts.kw ?? new Map(), 'Table.__init__', ['metadata']);
    const { quote, quoteSchema, options } = splitTableKeywords(facts.kw ?? new Map());
    // A Table in the place of a name goes by its own.
    const given = (name as unknown) instanceof Table ? (name as unknown as Table).key : name;
    const table = new Table(hashable(given), metadata, {
      schema: facts.schema ?? null,
      comment: facts.comment ?? null,
      info: facts.info ?? null,
      prefixes: facts.prefixes ?? [],
      quote,
      quoteSchema,
      dialectOptions: acceptOptions(options, 'Table'),
      listeners: host().listeners(facts.kw?.get('listeners'), nameText(name)),
    });
    if (facts.kw?.get('must_exist') === true)
      throw new Raise('sqlalchemy.exc.InvalidRequestError', [`Table '${table.key}' not defined`]);
    metadata.addTable(table);
    const flags = !facts.constraintsIncluded;
    for (const item of items) {
      if (item instanceof Column) table.appendColumn(item.table ? copyColumn(item, flags) : item);
    }
    table.listeners.fire('after_parent_attach', table, metadata);
    for (const item of items) this.addPart(item, table);
    for (const constraint of table.foreignKeyConstraints) ensureTargets(constraint, metadata);
    return table;
  }

  private addPart(item: unknown, table: Table): void {
    if (item instanceof Index) addIndex(item, table);
    if (!(item instanceof Constraint) || item.table === table || item.typeBound) return;
    table.appendConstraint(item.table ? copyConstraint(item, true) : item);
  }

  index(
    name: GivenName,
    tableName: Name,
    columns: readonly unknown[],
    facts: { readonly schema?: GivenName; readonly unique?: boolean; readonly kw: Keywords },
  ): Index {
    refuseNamed(facts.kw, 'SchemaObjects.index', ['name', 'tablename', 'columns']);
    const table = new Table(tableName || 'no_table', this.metadata(), { schema: facts.schema ?? null });
    const expressions = columns.map((column) => indexElement(column, table));
    const { quote, info, options } = splitTableKeywords(facts.kw);
    const index = new Index(name, expressions, {
      unique: facts.unique ?? false,
      quote,
      info,
      dialectOptions: acceptOptions(options, 'Index'),
      table,
    });
    // Its table is known from the start, since an expression may hold columns of the model; now it gets its name, which only
    // columns bring it.
    if (index.columns.length > 0) table.appendIndex(index);
    return index;
  }

  primaryKey(name: GivenName, tableName: Name, columns: readonly Name[], schema: GivenName, kw: Keywords) {
    if (columns.length === 0) throw notBound();
    const table = this.withColumns(tableName, columns, schema);
    const constraint = new PrimaryKeyConstraint(columns.map(nameText), {
      name,
      ...constraintOptions(kw, 'PrimaryKeyConstraint'),
    });
    table.appendConstraint(constraint);
    return constraint;
  }

  uniqueConstraint(
    name: GivenName,
    tableName: Name,
    columns: readonly Name[],
    schema: GivenName,
    kw: Keywords,
  ): UniqueConstraint {
    refuseNamed(kw, 'SchemaObjects.unique_constraint', ['name', 'source', 'local_cols']);
    const table = this.withColumns(tableName, columns, schema);
    const constraint = new UniqueConstraint(columns.map(nameText), {
      name: hashable(name),
      ...constraintOptions(kw, 'UniqueConstraint'),
    });
    table.appendConstraint(constraint);
    return constraint;
  }

  /** The table gets a column "x", which shows in what `alembic check` prints. */
  checkConstraint(
    name: GivenName,
    tableName: Name,
    condition: unknown,
    schema: GivenName,
    kw: Keywords,
  ): CheckConstraint {
    refuseNamed(kw, 'SchemaObjects.check_constraint', ['name', 'source']);
    const table = new Table(tableName, this.metadata(), { schema: schema ?? null });
    table.appendColumn(new Column(['x', new SqlType(INTEGER)]));
    const checked = ddlExpressionOf(condition);
    const sqltext = typeof checked === 'string' ? text(checked) : checked;
    refuseNamed(kw, 'CheckConstraint.__init__', ['sqltext']);
    // Without columns it does not attach itself to a table of the model.
    const constraint = new CheckConstraint(
      sqltext,
      { name, ...constraintOptions(kw, 'CheckConstraint') },
      [],
    );
    table.appendConstraint(constraint);
    return constraint;
  }

  foreignKey(
    name: GivenName,
    source: Name,
    referent: Name,
    local: readonly Name[],
    remote: readonly Name[],
    kw: Keywords,
  ): ForeignKeyConstraint {
    refuseNamed(kw, 'SchemaObjects.foreign_key_constraint', ['name', 'source', 'referent']);
    const metadata = this.metadata();
    const rest = new Map(kw);
    const schema = (rest.get('source_schema') ?? null) as GivenName;
    const referentSchema = (rest.get('referent_schema') ?? null) as GivenName;
    const named = ['onupdate', 'ondelete', 'match', 'use_alter', 'link_to_name'];
    const given = Object.fromEntries(named.map((option) => [option, rest.get(option) ?? null]));
    for (const option of [...named, 'source_schema', 'referent_schema']) rest.delete(option);
    const sameTable = `${schema}.${source}` === `${referentSchema}.${referent}`;
    const own = new Map(local.map((one) => [nameText(one), one]));
    const both = new Map([...own, ...remote.map((one) => [nameText(one), one] as const)]);
    if (!sameTable) this.withColumns(referent, remote, referentSchema, metadata);
    const table = this.withColumns(source, [...(sameTable ? both : own).values()], schema, metadata);
    refuseNamed(kw, 'ForeignKeyConstraint.__init__', ['columns', 'refcolumns']);
    checkLengths(local.map(nameText), remote);
    const prefix = referentSchema ? `${referentSchema}.${nameText(referent)}` : nameText(referent);
    const constraint = new ForeignKeyConstraint(
      local.map(nameText),
      remote.map((column) => `${prefix}.${column}`),
      {
        name,
        onupdate: given.onupdate as string | null,
        ondelete: given.ondelete as string | null,
        match: given.match as string | null,
        useAlter: Boolean(given.use_alter),
        linkToName: Boolean(given.link_to_name),
        ...constraintOptions(rest, 'ForeignKeyConstraint'),
      },
    );
    table.appendConstraint(constraint);
    return constraint;
  }

  /** @throws ValueError for elements that are no pairs, ArgumentError for one that names no column */
  excludeConstraint(
    name: GivenName,
    tableName: Name,
    elements: readonly unknown[],
    where: unknown,
    schema: GivenName,
    kw: Keywords,
  ): ExcludeConstraint {
    const table = this.table(tableName, [], { schema });
    if (kw.has('name')) {
      throw typeError(
        "sqlalchemy.dialects.postgresql.ext.ExcludeConstraint() got multiple values for keyword argument 'name'",
      );
    }
    const { using, ops, deferrable, initially, info } = Object.fromEntries(kw) as ExcludeOptions;
    const constraint = new ExcludeConstraint(elements, {
      ...(using !== undefined && { using }),
      ...(ops !== undefined && { ops }),
      ...{ name, where, deferrable: deferrable ?? null, initially: initially ?? null, info },
    });
    for (const [column] of constraint.operators) appendColumn(table, new Column([column ?? null]));
    table.appendConstraint(constraint);
    return constraint;
  }

  /** A constraint of which only name and type are known, to be dropped. @throws TypeError for another type */
  genericConstraint(name: GivenName, tableName: Name, type: string | null, schema: GivenName): Constraint {
    const table = new Table(tableName, this.metadata(), { schema: schema ?? null });
    if (type === null) {
      const bare = new BareConstraint([], { name });
      bare.table = table;
      return bare;
    }
    const make = GENERIC[type];
    if (!make) {
      const known = [
        ...Object.keys(GENERIC)
          .sort()
          .map((one) => `'${one}'`),
        'None',
      ].join(', ');
      throw typeError(`'type' can be one of ${known}`);
    }
    const constraint = make(name);
    table.appendConstraint(constraint);
    return constraint;
  }

  /** A table whose columns have no types. */
  private withColumns(
    name: Name,
    columns: readonly Name[],
    schema: GivenName,
    metadata: MetaData = this.metadata(),
  ): Table {
    const table = new Table(name, metadata, { schema: schema ?? null });
    metadata.addTable(table);
    for (const column of columns) table.appendColumn(new Column([column]));
    return table;
  }
}

/** @throws TypeError where a free keyword names a parameter that has its value by place */
function refuseNamed(kw: Keywords, qualname: string, names: readonly string[]): void {
  const twice = names.find((name) => kw.has(name));
  if (twice !== undefined) throw givenTwice(qualname, twice);
}

function addIndex(index: Index, table: Table): void {
  if (!index.table) {
    table.appendIndex(index);
    return;
  }
  const expressions = index.expressions.map((one) => (one instanceof Column ? one.key : one));
  const { unique, quote, info, dialectOptions } = index;
  new Index(index.name, expressions, { unique, quote, info, dialectOptions, table });
}
