/** `file: {path, exists?, contains?, matches?}`: a file of the project. */
import * as v from 'valibot';
import type { World } from './world.ts';

export const fileSchema = v.strictObject({
  path: v.string(),
  exists: v.optional(v.boolean(), true),
  contains: v.optional(v.string()),
  matches: v.optional(v.string()),
});

/**
 * @returns whether the file is there and its text fits, or is not there where `exists` is false. @throws SyntaxError where `matches` is no
 * regular expression.
 */
export function file(check: v.InferOutput<typeof fileSchema>, { snapshot }: World): boolean {
  const text = snapshot.files[check.path];
  if (text === undefined) return !check.exists;
  if (!check.exists) return false;
  if (check.contains !== undefined && !text.includes(check.contains)) return false;
  return check.matches === undefined || new RegExp(check.matches, 'm').test(text);
}
