/** When and how names are quoted. Answers to: sqlalchemy/sql/compiler.py (IdentifierPreparer), dialects/postgresql/base.py. */
import { Raise } from '../../machine.ts';
import { md5Hex } from '../../stdlib/md5.ts';
import { host } from '../expression/host.ts';

const RESERVED = new Set(
  (
    'all analyse analyze and any array as asc asymmetric authorization between binary both case cast check collate ' +
    'column constraint create cross current_catalog current_date current_role current_schema current_time ' +
    'current_timestamp current_user default deferrable desc distinct do else end except false fetch for foreign freeze ' +
    'from full grant group having ilike in initially inner intersect into is isnull join leading left like limit ' +
    'localtime localtimestamp natural new not notnull null of off offset old on only or order outer over overlaps ' +
    'placing primary references returning right select session_user similar some symmetric table then to trailing true ' +
    'union unique user using variadic verbose when where window with'
  ).split(' '),
);

/** PostgreSQL cuts longer names off. */
export const MAX_IDENTIFIER = 63;

/** A `%` in a name is doubled where the driver takes `%(name)s` parameters. */
/** `schema_translate_map`: the schema that stands in for another. */
export type SchemaMap = ReadonlyMap<string | null, string | null>;

export interface QuoteOptions {
  readonly doublePercents?: boolean;
  readonly schemaMap?: SchemaMap | undefined;
}

/** Whether the name cannot be written bare: reserved, odd characters, or upper case. */
function requiresQuotes(name: string): boolean {
  return RESERVED.has(name) || !/^[a-z_][a-z0-9_$]*$/.test(name);
}

/**
 * The name as SQL writes it.
 * @param quote what the learner asked for: true, false, or null to decide by the name
 */
export function quoteIdentifier(
  name: string,
  quote: boolean | null = null,
  options: QuoteOptions = {},
): string {
  // Its first letter decides, in the real tool.
  if (name === '' && quote === null) throw new Raise('builtins.IndexError', ['string index out of range']);
  if (quote === false || (quote === null && !requiresQuotes(name))) return name;
  const doubled = name.replaceAll('"', '""');
  return `"${options.doublePercents ? doubled.replaceAll('%', '%%') : doubled}"`;
}

/** Anything that has a name inside a schema. */
export interface Qualified {
  readonly name: string;
  readonly quote?: boolean | null;
  readonly schema: string | null;
  readonly quoteSchema?: boolean | null;
}

/** The schema that a map puts in the place of another. */
export const translated = (schema: string | null, map: SchemaMap | undefined): string | null =>
  map?.has(schema) ? (map.get(schema) ?? null) : schema;

/** `schema.name`. */
export function qualifiedName(item: Qualified, options: QuoteOptions = {}): string {
  const name = quoteIdentifier(item.name, item.quote ?? null, options);
  const schema = translated(item.schema, options.schemaMap);
  return schema ? `${quoteIdentifier(schema, item.quoteSchema ?? null, options)}.${name}` : name;
}

/**
 * A constraint's or index's name as it fits into the server's limit.
 * @param conv made by a naming convention: shortened with a hash where it is too long
 * @throws IdentifierError for a longer name of the learner's own, TypeError for what is no text
 */
export function fittingName(name: string, conv: boolean): string {
  if (typeof name !== 'string')
    throw new Raise('builtins.TypeError', [`object of type '${host().typeName(name)}' has no len()`]);
  if (name.length <= MAX_IDENTIFIER) return name;
  if (conv) return `${name.slice(0, MAX_IDENTIFIER - 8)}_${md5Hex(name).slice(-4)}`;
  throw new Raise('sqlalchemy.exc.IdentifierError', [
    `Identifier '${name}' exceeds maximum length of ${MAX_IDENTIFIER} characters`,
  ]);
}

/** The parts of a name as PostgreSQL writes it, `s."My Type"`, without their quotes. */
export function nameParts(name: string): string[] {
  const parts = name.match(/"(?:[^"]|"")*"|[^."]+/g) ?? [name];
  return parts.map((part) => (part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part));
}
