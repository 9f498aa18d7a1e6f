/** `roundtrip: honest | different`: what upgrade, downgrade, upgrade on a copy gave. */
import * as v from 'valibot';
import type { World } from './world.ts';

export const roundtripSchema = v.picklist(['honest', 'different']);

/** @returns whether it was tried and came out so; false before it was tried. */
export function roundtrip(check: v.InferOutput<typeof roundtripSchema>, { facts }: World): boolean {
  return facts.roundtrip === check;
}
