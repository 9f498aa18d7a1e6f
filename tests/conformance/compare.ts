/** Where an answer differs from what was recorded. */

export interface Difference {
  /** Number of the step in the case, from 0. */
  readonly step: number;
  /** What the step does, for people: "alembic upgrade head". */
  readonly what: string;
  /** "stdout", "exit", "files: migrations/env.py" … */
  readonly where: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** Equal as JSON values; the order of an object's keys does not count. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, i) => isEqual(item, b[i]));
  if (!isRecord(a) || !isRecord(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key], b[key]))
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const CONTEXT = 200;

/** The first difference in a few lines, for the terminal. */
export function describe(difference: Difference): string {
  const { step, what, where, expected, actual } = difference;
  const [e, a] = [linesOf(expected), linesOf(actual)];
  let first = 0;
  while (first < e.length && first < a.length && e[first] === a[first]) first += 1;
  const line = e.length > 1 || a.length > 1 ? `, line ${first + 1}` : '';
  const lines = [
    `  step ${step} (${what}) ${where}${line}`,
    `    - ${clipped(e[first])}`,
    `    + ${clipped(a[first])}`,
  ];
  // What a traceback ends with says more than its first line.
  if (a[first]?.startsWith('Traceback')) lines.push(`    + … ${clipped(a.findLast((one) => one !== ''))}`);
  return lines.join('\n');
}

function linesOf(value: unknown): string[] {
  if (value === undefined) return [];
  if (typeof value === 'string') return value.split('\n');
  return JSON.stringify(value, null, 1).split('\n');
}

function clipped(line: string | undefined): string {
  if (line === undefined) return '(nothing)';
  return line.length > CONTEXT ? `${line.slice(0, CONTEXT)}…` : line;
}
