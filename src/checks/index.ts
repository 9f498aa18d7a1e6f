/**
 * The vocabulary of checks: pure functions of a snapshot and the facts of a journal. In a lesson.yaml a check is a mapping with one key, its
 * kind: `column: {table: users, name: phone}`. `all`, `any` and `not` combine others.
 */
import * as v from 'valibot';
import { clean, cleanSchema } from './clean.ts';
import { column, columnSchema } from './column.ts';
import { constraint, constraintSchema } from './constraint.ts';
import { current, currentSchema } from './current.ts';
import { enumCheck, enumSchema } from './enum-check.ts';
import { file, fileSchema } from './file.ts';
import { graph, graphSchema } from './graph.ts';
import { indexCheck, indexSchema } from './index-check.ts';
import { model, modelSchema } from './model.ts';
import { ops, opsSchema } from './ops.ts';
import { output, outputSchema } from './output.ts';
import { ran, ranSchema } from './ran.ts';
import { read, readSchema } from './read.ts';
import { revision, revisionSchema } from './revision.ts';
import { roundtrip, roundtripSchema } from './roundtrip.ts';
import { rows, rowsSchema } from './rows.ts';
import { server, serverSchema } from './server.ts';
import { table, tableSchema } from './table.ts';
import type { World } from './world.ts';

export type { CommandFact, Facts, World } from './world.ts';
export { NO_FACTS } from './world.ts';

/** Every kind with the schema of its parameters. */
export const SCHEMAS = {
  file: fileSchema,
  model: modelSchema,
  ops: opsSchema,
  graph: graphSchema,
  current: currentSchema,
  table: tableSchema,
  column: columnSchema,
  index: indexSchema,
  constraint: constraintSchema,
  enum: enumSchema,
  rows: rowsSchema,
  revision: revisionSchema,
  server: serverSchema,
  ran: ranSchema,
  output: outputSchema,
  read: readSchema,
  clean: cleanSchema,
  roundtrip: roundtripSchema,
};
type Kind = keyof typeof SCHEMAS;
type Parameters<K extends Kind> = v.InferOutput<(typeof SCHEMAS)[K]>;

/** A check as plain data. */
export type Check =
  | { [K in Kind]: { readonly kind: K; readonly of: Parameters<K> } }[Kind]
  | { readonly kind: 'all' | 'any'; readonly of: readonly Check[] }
  | { readonly kind: 'not'; readonly of: Check };

const RULES: { readonly [K in Kind]: (parameters: Parameters<K>, world: World) => boolean } = {
  file,
  model,
  ops,
  graph,
  current,
  table,
  column,
  index: indexCheck,
  constraint,
  enum: enumCheck,
  rows,
  revision,
  server,
  ran,
  output,
  read,
  clean,
  roundtrip,
};

/** Whether a check holds in a world. */
export function passes(check: Check, world: World): boolean {
  switch (check.kind) {
    case 'all':
      return check.of.every((one) => passes(one, world));
    case 'any':
      return check.of.some((one) => passes(one, world));
    case 'not':
      return !passes(check.of, world);
    default:
      return rule(check.kind)(check.of, world);
  }
}

// One place where the kind and its parameters are taken to belong together, as the schema made sure.
const rule = (kind: Kind) => RULES[kind] as (parameters: unknown, world: World) => boolean;

/**
 * Reads a check as it is written in YAML.
 * @throws Error in words for the lesson's author.
 */
export function readCheck(written: unknown, where: string): Check {
  if (typeof written !== 'object' || written === null || Object.keys(written).length !== 1) {
    throw new Error(
      `${where}: a check is a mapping with one key, one of ${[...Object.keys(SCHEMAS), 'all', 'any', 'not'].join(', ')}`,
    );
  }
  const [[kind, value]] = Object.entries(written) as [[string, unknown]];
  if (kind === 'all' || kind === 'any') {
    if (!Array.isArray(value)) throw new Error(`${where}.${kind}: expects a list of checks`);
    return { kind, of: value.map((one, index) => readCheck(one, `${where}.${kind}[${index}]`)) };
  }
  if (kind === 'not') return { kind, of: readCheck(value, `${where}.not`) };
  if (!(kind in SCHEMAS)) throw new Error(`${where}: there is no check "${kind}"`);
  const result = v.safeParse(SCHEMAS[kind as Kind], value);
  if (!result.success) {
    const issue = result.issues[0];
    throw new Error(
      `${where}.${kind}${v.getDotPath(issue) ? `.${v.getDotPath(issue)}` : ''}: ${issue.message}`,
    );
  }
  return { kind, of: result.output } as Check;
}
