/**
 * The engine's code comes in parts: what opens a workspace and follows what is typed comes at once, the rest with the first command, when
 * something names it, or when the page is idle. Where a program is bundled whole (Node, tests), nothing is ever missing. `src/build/parts/` cuts; the session fetches.
 */

/** What each holds, `src/build/parts/part-files.ts` says; what asks for it, `src/session/workspace/parts.ts`. */
export type PartName = 'library' | 'packages' | 'rare' | 'seldom' | 'session' | 'syntax' | 'tools';

let missing: PartName | undefined;

/** Code was needed that is not here yet. Whoever embeds the engine fetches the part and does the step again. */
export class PartMissing extends Error {
  readonly part: PartName;
  constructor(part: PartName) {
    super(`the engine's part "${part}" is not here`);
    this.name = 'PartMissing';
    this.part = part;
  }
}

/**
 * Notes which part is missing, so that it is known also where somebody catches every error on the way.
 * @throws PartMissing
 */
export function partMissing(part: PartName): never {
  missing = part;
  throw new PartMissing(part);
}

/** The part that was missing since the last call; asking forgets it. */
export function takeMissingPart(): PartName | undefined {
  const part = missing;
  missing = undefined;
  return part;
}
