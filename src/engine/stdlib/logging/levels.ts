/** Levels and their names. Answers to: CPython 3.11 Lib/logging/__init__.py (behaviour). */
import { Raise } from '../../machine.ts';
import { reprString } from '../repr.ts';

export const NOTSET = 0;
export const DEBUG = 10;
export const INFO = 20;
export const WARNING = 30;
export const ERROR = 40;
export const CRITICAL = 50;

const NAMES: readonly (readonly [string, number])[] = [
  ['CRITICAL', CRITICAL],
  ['FATAL', CRITICAL],
  ['ERROR', ERROR],
  ['WARN', WARNING],
  ['WARNING', WARNING],
  ['INFO', INFO],
  ['DEBUG', DEBUG],
  ['NOTSET', NOTSET],
];

/** Level names of one process; `addLevelName` may extend them. */
export class Levels {
  readonly #byName = new Map<string, number>(NAMES);
  readonly #byNumber = new Map<number, string>();

  constructor() {
    for (const [name, level] of NAMES) this.#byNumber.set(level, name);
    this.#byNumber.set(CRITICAL, 'CRITICAL');
  }

  add(level: number, name: string): void {
    this.#byNumber.set(level, name);
    this.#byName.set(name, level);
  }

  /** Every name with its level. */
  names(): readonly (readonly [string, number])[] {
    return [...this.#byName];
  }

  nameOf(level: number): string {
    return this.#byNumber.get(level) ?? `Level ${level}`;
  }

  numberOf(name: string): number | undefined {
    return this.#byName.get(name);
  }

  /** A level as people give it: a number or a name. @throws ValueError, TypeError */
  check(level: unknown): number {
    if (typeof level === 'number') return level;
    if (typeof level !== 'string') {
      throw new Raise('builtins.TypeError', [`Level not an integer or a valid string: ${String(level)}`]);
    }
    const known = this.#byName.get(level);
    if (known === undefined) throw new Raise('builtins.ValueError', [`Unknown level: ${reprString(level)}`]);
    return known;
  }
}
