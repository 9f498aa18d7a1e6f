/** Types from PostgreSQL's own words for them. Answers to: dialects/postgresql/base.py (_reflect_type, ischema_names). */

import { text } from '../../expression/build.ts';
import { NULL_TYPE } from '../../types/base.ts';
import type { TypeDefinition } from '../../types/definition.ts';
import { makeType } from '../../types/make.ts';
import * as number from '../../types/number.ts';
import { SQL_UUID } from '../../types/structured.ts';
import { SQL_DATE } from '../../types/temporal.ts';
import { CHAR, SQL_TEXT, STRING, VARCHAR } from '../../types/text.ts';
import { SqlType, type TypeOptions } from '../../types/type.ts';
import { nameParts } from '../identifiers.ts';
import * as own from '../types.ts';
import type { ReflectedDomain, ReflectedEnum } from './reflected.ts';
import type { CatalogSource } from './source.ts';

/** What reflection knows by itself. */
export const NAMES: ReadonlyMap<string, TypeDefinition> = new Map<string, TypeDefinition>([
  ...[...own.RANGES, ...own.MULTIRANGES].map((type) => [type.name.toLowerCase(), type] as const),
  ...[
    own.HSTORE,
    own.JSONB,
    own.INET,
    own.CIDR,
    own.CITEXT,
    own.MACADDR,
    own.MACADDR8,
    own.MONEY,
    own.OID,
  ].map((type) => [type.name.toLowerCase(), type] as const),
  ['json', own.PG_JSON],
  ['integer', number.SQL_INTEGER],
  ['bigint', number.BIGINT],
  ['smallint', number.SMALLINT],
  ['character varying', VARCHAR],
  ['character', CHAR],
  ['"char"', STRING],
  ['name', STRING],
  ['text', SQL_TEXT],
  ['numeric', number.SQL_NUMERIC],
  ['float', number.SQL_FLOAT],
  ['real', number.REAL],
  ['uuid', SQL_UUID],
  ['bit', own.BIT],
  ['bit varying', own.BIT],
  ['regclass', own.REGCLASS],
  ['double precision', number.DOUBLE_PRECISION],
  ['timestamp', own.TIMESTAMP],
  ['timestamp with time zone', own.TIMESTAMP],
  ['timestamp without time zone', own.TIMESTAMP],
  ['time with time zone', own.TIME],
  ['time without time zone', own.TIME],
  ['date', SQL_DATE],
  ['time', own.TIME],
  ['bytea', own.BYTEA],
  ['boolean', number.SQL_BOOLEAN],
  ['interval', own.INTERVAL],
  ['tsvector', own.TSVECTOR],
]);

/** Named types of the database by how `format_type` writes them. */
export interface NamedTypes {
  readonly enums: ReadonlyMap<string, ReflectedEnum>;
  readonly domains: ReadonlyMap<string, ReflectedDomain>;
  /** Those that a program added. */
  readonly added?: CatalogSource['addedType'];
}

export interface TypeQuestion {
  /** What `format_type` says: "character varying(20)[]". */
  readonly formatted: string;
  readonly collation: string | null;
  /** For the warning about an unknown type: "column 'x'". */
  readonly where: string;
}

/** @param warn told about a type that SQLAlchemy does not know */
export function reflectType(
  question: TypeQuestion,
  named: NamedTypes,
  warn: (message: string) => void,
): SqlType {
  const { formatted, collation, where } = question;
  const { name, args, dimensions } = readType(formatted);
  const type = typeNamed(name, args, named, collation, warn);
  if (!type) {
    warn(`Did not recognize type '${name}' of ${where}`);
    return new SqlType(NULL_TYPE);
  }
  return dimensions > 0 ? makeType(own.ARRAY, { item_type: type }) : type;
}

interface TypeWords {
  readonly name: string;
  readonly args: readonly string[];
  readonly dimensions: number;
}

/** A database has a handful of types, and each stands at many columns. */
const read = new Map<string, TypeWords>();
const MOST = 500;

function readType(formatted: string): TypeWords {
  const present = read.get(formatted);
  if (present) return present;
  const words = {
    args: /\((.*)\)/.exec(formatted)?.[1]?.split(/\s*,\s*/) ?? [],
    dimensions: /(?:\[\])*$/.exec(formatted)![0].length,
    name: formatted.replace(/\(.*\)/, '').replace(/(?:\[\])*$/, ''),
  };
  if (read.size >= MOST) read.clear();
  read.set(formatted, words);
  return words;
}

function typeNamed(
  name: string,
  args: readonly string[],
  named: NamedTypes,
  collation: string | null,
  warn: (message: string) => void,
): SqlType | undefined {
  const key = unquoted(name);
  const found = named.enums.get(key);
  const collated = collation === null ? {} : { collation };
  if (found) {
    return makeType(own.ENUM, {
      enums: found.labels,
      name: found.name,
      ...(!found.visible && { schema: found.schema }),
    });
  }
  const domain = named.domains.get(key);
  if (domain) return domainType(domain, named, warn);
  if (name.startsWith('interval')) {
    const fields = /^interval (.+)/.exec(name)?.[1];
    return new SqlType(own.INTERVAL, {
      ...(fields !== undefined && { fields }),
      ...first('precision', args),
    });
  }
  const definition = NAMES.get(name.toLowerCase());
  if (!definition) return named.added?.(name, args);
  return makeType(definition, { ...argumentsOf(name, definition, args), ...collated });
}

const first = (option: string, args: readonly string[]): TypeOptions =>
  args.length === 1 ? { [option]: Number(args[0]) } : {};

function argumentsOf(name: string, definition: TypeDefinition, args: readonly string[]): TypeOptions {
  switch (name) {
    case 'numeric':
      return args.length === 2 ? { precision: Number(args[0]), scale: Number(args[1]) } : {};
    case 'double precision':
      return { precision: 53 };
    case 'bit varying':
      return { varying: true, ...first('length', args) };
    case 'timestamp with time zone':
    case 'time with time zone':
      return { timezone: true, ...first('precision', args) };
    case 'timestamp without time zone':
    case 'time without time zone':
    case 'time':
      return { timezone: false, ...first('precision', args) };
    default: {
      const option = definition.parameters[0]?.name;
      return option === undefined || args.length === 0 ? {} : { [option]: Number(args[0]) };
    }
  }
}

function domainType(domain: ReflectedDomain, named: NamedTypes, warn: (message: string) => void): SqlType {
  const question = { formatted: domain.type, collation: domain.collation, where: `DOMAIN '${domain.name}'` };
  const [constraint] = domain.constraints;
  return makeType(own.DOMAIN, {
    name: domain.name,
    data_type: reflectType(question, named, warn),
    collation: domain.collation,
    default: domain.default,
    not_null: !domain.nullable,
    create_type: false,
    ...(constraint && { constraint_name: constraint.name, check: text(constraint.check) }),
    ...(!domain.visible && { schema: domain.schema }),
  });
}

/** `"My Type"` and `s."T"` as the key of a named type: parts without quotes, joined by a zero character. */
const unquoted = (name: string): string => nameParts(name).join('\0');

/** The key under which a named type is found: its name where it is visible, else schema and name. */
export const namedTypeKey = ({
  name,
  schema,
  visible,
}: {
  name: string;
  schema: string;
  visible: boolean;
}): string => (visible ? name : `${schema}\0${name}`);
