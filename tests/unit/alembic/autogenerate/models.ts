/** Models from the plain data of the recorded cases; record.py builds the same in Python. */
import { text } from '../../../../src/engine/sqlalchemy/expression/build.ts';
import { functionCall } from '../../../../src/engine/sqlalchemy/expression/functions.ts';
import * as POSTGRESQL from '../../../../src/engine/sqlalchemy/postgresql/types.ts';
import {
  CheckConstraint,
  Column,
  Computed,
  defineTable,
  ForeignKey,
  ForeignKeyConstraint,
  Identity,
  Index,
  MetaData,
  PrimaryKeyConstraint,
  UniqueConstraint,
} from '../../../../src/engine/sqlalchemy/schema/index.ts';
import type { SqlType, TypeDefinition } from '../../../../src/engine/sqlalchemy/types/index.ts';
import * as GENERIC from '../../../../src/engine/sqlalchemy/types/index.ts';
import { makeType } from '../../../../src/engine/sqlalchemy/types/make.ts';

type Data = Readonly<Record<string, unknown>>;
export type TypeSpec = readonly unknown[];
export interface TableSpec {
  readonly name: string;
  readonly schema?: string;
  readonly comment?: string;
  readonly items: readonly Data[];
}

const definitions = (module: object): TypeDefinition[] =>
  Object.values(module)
    .flat()
    .filter((one) => (one as { kind?: string } | null)?.kind === 'type-definition');
const generic = new Map(definitions(GENERIC).map((one) => [one.name, one]));
const native = new Map([...generic, ...definitions(POSTGRESQL).map((one) => [one.name, one] as const)]);

/** A type from its name and arguments. */
function buildType([name, ...rest]: TypeSpec): SqlType {
  const full = String(name);
  const short = full.split('.').at(-1)!;
  const special = full === 'postgresql.UUID' ? 'UUID' : short;
  const definition = (full.startsWith('postgresql.') ? native : generic).get(special)!;
  const options: Record<string, unknown> = {};
  const positional: unknown[] = [];
  for (const one of rest) {
    if (Array.isArray(one)) positional.push(buildType(one));
    else if (typeof one === 'object' && one !== null) Object.assign(options, one);
    else positional.push(one);
  }
  const { variant, ...keywords } = options;
  const parameters = definition.parameters;
  if (parameters[0]?.kind === 'variadic') keywords[parameters[0].name] = positional;
  else for (const [at, value] of positional.entries()) keywords[parameters[at]!.name] = value;
  const complete = Object.fromEntries(
    parameters.filter((one) => !one.kind && 'default' in one).map((one) => [one.name, one.default]),
  );
  const made = makeType(definition, { ...complete, ...keywords });
  return variant ? made.withVariant(buildType(variant as TypeSpec), 'postgresql') : made;
}

function buildValue(spec: unknown): unknown {
  if (typeof spec !== 'object' || spec === null || Array.isArray(spec)) return spec;
  if ('text' in spec) return text(String(spec.text));
  if ('func' in spec) return functionCall([String(spec.func)], []);
  return new Map(Object.entries(spec));
}

function buildColumn(spec: Data): Column {
  const items: unknown[] = [];
  if (spec.fk) {
    const [target, options] = spec.fk as [string, Data];
    items.push(new ForeignKey(target, options));
  }
  if (spec.identity) items.push(new Identity(spec.identity));
  if (spec.computed) {
    const [sql, persisted] = spec.computed as [string, boolean | null];
    items.push(new Computed(sql, persisted));
  }
  const given = (name: string) => spec[name];
  return new Column([spec.column, buildType(spec.type as TypeSpec), ...items], {
    ...(spec.nullable === undefined ? {} : { nullable: spec.nullable as boolean }),
    primaryKey: Boolean(spec.primary_key),
    index: (given('index') ?? null) as boolean | null,
    unique: (given('unique') ?? null) as boolean | null,
    comment: (given('comment') ?? null) as string | null,
    serverDefault: buildValue(spec.server_default),
  });
}

function buildItem(spec: Data): unknown {
  if (spec.column) return buildColumn(spec);
  const all = (spec.options ?? {}) as Data;
  const {
    name = null,
    unique,
    deferrable,
    initially,
    onupdate,
    ondelete,
    ...rest
  } = all as Record<string, never>;
  const dialectOptions = new Map(Object.entries(rest).map(([key, value]) => [key, buildValue(value)]));
  const options = { name, deferrable, initially, onupdate, ondelete, dialectOptions };
  if (spec.unique) return new UniqueConstraint(spec.unique as string[], options);
  if (spec.check) return new CheckConstraint(spec.check, options);
  if (spec.pk) return new PrimaryKeyConstraint(spec.pk as string[], options);
  if (spec.fk) {
    const [local, remote] = spec.fk as [string[], string[]];
    return new ForeignKeyConstraint(local, remote, options);
  }
  const parts = (spec.index as unknown[]).map(buildValue);
  return new Index(name, parts, { unique: Boolean(unique), dialectOptions });
}

/** Tables from their descriptions. */
export function buildMetadata(
  tables: readonly TableSpec[],
  naming?: Readonly<Record<string, string>>,
): MetaData {
  const metadata = new MetaData(naming ? { namingConvention: new Map(Object.entries(naming)) } : {});
  for (const { name, schema, comment, items } of tables) {
    defineTable(name, metadata, items.map(buildItem), { schema: schema ?? null, comment: comment ?? null });
  }
  return metadata;
}
