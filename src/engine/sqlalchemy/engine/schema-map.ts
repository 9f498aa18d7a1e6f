/** `schema_translate_map` among execution options. */
import type { SchemaMap } from '../postgresql/identifiers.ts';
import type { Connection } from './connection.ts';

const NONE: ReadonlyMap<string, unknown> = new Map();

/** The map by which a statement is written: a schema that becomes none is that of the connection. */
export function writtenSchemaMap(
  connection: Connection,
  options: ReadonlyMap<string, unknown> = NONE,
): SchemaMap | undefined {
  const map = schemaMapOf(connection, options);
  const { defaultSchema } = connection.dialect;
  return map && new Map([...map].map(([from, to]) => [from, to || defaultSchema]));
}

/** The map that holds for a statement: its own, or the connection's. undefined where there is none. */
export function schemaMapOf(
  connection: Connection,
  options: ReadonlyMap<string, unknown> = NONE,
): SchemaMap | undefined {
  const given = options.get('schema_translate_map') ?? connection.options.get('schema_translate_map') ?? null;
  const { python } = connection.engine.process;
  if (given === null || !python.truth(given)) return undefined;
  const pairs = [...python.iterate(python.call(python.getAttribute(given, 'items'), []))];
  return new Map(pairs.map((pair) => [...python.iterate(pair)] as [string | null, string | null]));
}
