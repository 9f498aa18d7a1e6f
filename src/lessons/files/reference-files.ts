/** Reads the cheat sheet and the glossary from `content`, at build time and in tests. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { parsed } from '../actions.ts';

const both = { ko: v.string(), en: v.string() };

const commandsSchema = v.array(
  v.strictObject({
    id: v.string(),
    title: v.strictObject(both),
    lines: v.array(
      v.strictObject({
        run: v.string(),
        world: v.optional(v.string(), 'bookshop'),
        exit: v.optional(v.number(), 0),
        ...both,
      }),
    ),
  }),
);

const glossarySchema = v.array(
  v.strictObject({ id: v.string(), ...both, say: v.strictObject(both), lesson: v.optional(v.string()) }),
);

export type CommandGroup = v.InferOutput<typeof commandsSchema>[number];
export type Term = v.InferOutput<typeof glossarySchema>[number];

/** @param root the project's folder. @throws Error in words for the author. */
export function readCommands(root: string): CommandGroup[] {
  return parsed(commandsSchema, yamlOf(root, 'commands.yaml'), 'commands.yaml');
}

/** @param root the project's folder. @throws Error in words for the author. */
export function readGlossary(root: string): Term[] {
  return parsed(glossarySchema, yamlOf(root, 'glossary.yaml'), 'glossary.yaml');
}

const yamlOf = (root: string, name: string): unknown =>
  parse(readFileSync(join(root, 'content', name), 'utf8'));
