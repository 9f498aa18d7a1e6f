/** Exceptions of the revision graph, and the translation that commands see. Answers to: alembic/script/revision.py. */
import { Raise } from '../../machine.ts';

const MODULE = 'alembic.script.revision';

/** What the graph refuses; commands see it as a CommandError. */
export const revisionError = (message: string) => new Raise(`${MODULE}.RevisionError`, [message]);

/** What `", ".join()` says of an identifier that is no text. @param type its class */
export const notText = (at: number, type: string) =>
  new Raise('builtins.TypeError', [`sequence item ${at}: expected str instance, ${type} found`]);

/** A lower and an upper end that do not lie on one line. */
export function rangeNotAncestor(lower: unknown, upper: unknown): Raise {
  return new Raise(`${MODULE}.RangeNotAncestorError`, [lower, upper], { attributes: { lower, upper } });
}

/** What RangeNotAncestorError says. */
export function ancestorMessage(lower: unknown, upper: unknown): string {
  const end = (value: unknown) =>
    value === null || (Array.isArray(value) && value.length === 0) ? 'base' : text(value);
  return `Revision ${end(lower)} is not an ancestor of revision ${end(upper)}`;
}

/** One revision was asked for where there are several heads. */
export function multipleHeads(heads: readonly string[], argument: string): Raise {
  return new Raise(`${MODULE}.MultipleHeads`, [heads, argument], { attributes: { heads, argument } });
}

/** What MultipleHeads says. */
export const headsMessage = (heads: readonly string[], argument: string): string =>
  `Multiple heads are present for given argument '${argument}'; ${heads.join(', ')}`;

/** No revision has this id or beginning of one. */
export const resolutionError = (message: string, argument: string) =>
  new Raise(`${MODULE}.ResolutionError`, [message, argument]);

export type LoopKind = 'Cycle' | 'Dependency cycle' | 'Self-loop' | 'Dependency self-loop';

export const LOOP_CLASSES: Readonly<Record<LoopKind, string>> = {
  Cycle: 'CycleDetected',
  'Dependency cycle': 'DependencyCycleDetected',
  'Self-loop': 'LoopDetected',
  'Dependency self-loop': 'DependencyLoopDetected',
};

/** Revisions that come round to themselves. */
export function loopDetected(kind: LoopKind, revisions: readonly string[]): Raise {
  return new Raise(`${MODULE}.${LOOP_CLASSES[kind]}`, [revisions], { attributes: { revisions } });
}

/** What CycleDetected and its kin say. */
export const loopMessage = (kind: LoopKind, revisions: readonly string[]): string =>
  `${kind} is detected in revisions (${revisions.join(', ')})`;

/** An AssertionError, as a bare `assert` gives it. */
export const assertionError = (message?: string) =>
  new Raise('builtins.AssertionError', message === undefined ? [] : [message]);

/** What a command shows in place of the graph's own words. `%(start)s` and `%(end)s` stand for the ends of a range. */
export interface Wording {
  readonly ancestor?: string;
  readonly multipleHeads?: string;
  readonly start?: unknown;
  readonly end?: unknown;
  readonly resolution?: string;
}

/** What a command says as `FAILED: …`. @param cause the exception that led to it */
export const commandError = (message: string, cause?: unknown) =>
  new Raise('alembic.util.exc.CommandError', [message], cause === undefined ? {} : { cause });

/** Runs `work`; the graph's errors come out as CommandError. Anything else passes. */
export function catchingRevisionErrors<T>(wording: Wording, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Raise) || !error.type.startsWith(`${MODULE}.`)) throw error;
    throw commandError(translated(error, wording));
  }
}

function translated(error: Raise, wording: Wording): string {
  const attributes = error.options.attributes ?? {};
  switch (error.type.slice(MODULE.length + 1)) {
    case 'RangeNotAncestorError': {
      const start = text(wording.start ?? attributes.lower);
      const end = text(wording.end ?? attributes.upper);
      const message =
        wording.ancestor ??
        'Requested range %(start)s:%(end)s does not refer to ancestor/descendant revisions along the same branch';
      return message.replace('%(start)s', start).replace('%(end)s', end);
    }
    case 'MultipleHeads': {
      const argument = text(wording.end ?? attributes.argument);
      const message =
        wording.multipleHeads ??
        "Multiple head revisions are present for given argument '%(head_arg)s'; please specify a specific target revision, " +
          "'<branchname>@%(head_arg)s' to narrow to a specific head, or 'heads' for all heads";
      return message.replaceAll('%(head_arg)s', argument);
    }
    case 'ResolutionError':
      return wording.resolution ?? `Can't locate revision identified by '${text(error.args[1])}'`;
    default:
      return messageOf(error);
  }
}

const KINDS = new Map(Object.entries(LOOP_CLASSES).map(([kind, name]) => [`${MODULE}.${name}`, kind]));

/** The words of an error that the graph raises: `str(error)`. */
export function messageOf({ type, args }: Raise): string {
  const kind = KINDS.get(type) as LoopKind | undefined;
  if (kind !== undefined) return loopMessage(kind, args[0] as readonly string[]);
  if (type === `${MODULE}.MultipleHeads`) return headsMessage(args[0] as readonly string[], text(args[1]));
  if (type === `${MODULE}.RangeNotAncestorError`) return ancestorMessage(args[0], args[1]);
  return args.length === 0 ? '' : String(args[0]);
}

function text(value: unknown): string {
  if (value === null || value === undefined) return 'None';
  if (Array.isArray(value)) {
    return `(${value.map((each) => (each === null ? 'None' : `'${each}'`)).join(', ')}${value.length === 1 ? ',' : ''})`;
  }
  return String(value);
}
