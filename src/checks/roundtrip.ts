/** `roundtrip: honest | different`: what upgrade, downgrade, upgrade on a copy gave. */
import * as v from 'valibot';
import type { World } from './world.ts';

export const roundtripSchema = v.picklist(['honest', 'different']);

export function roundtrip(check: v.InferOutput<typeof roundtripSchema>, { facts }: World): boolean {
  return facts.roundtrip === check;
}
