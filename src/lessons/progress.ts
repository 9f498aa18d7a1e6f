/**
 * How far a lesson has come, kept in localStorage under "stillhouse.progress": `{version: 1, lessons: {[id]: {steps: {[step]: position},
 * opened, finished, quiz, drill}}}`. A step's number says after how many journal steps its check held for the first time, so that undo takes a
 * tick back and redo gives it again.
 */
import type { Score } from './drill.ts';

const KEY = 'stillhouse.progress';
const VERSION = 1;

export interface LessonProgress {
  readonly steps: Readonly<Record<string, number>>;
  /** All steps were done at some time; a reset does not take that back. */
  readonly finished: boolean;
  /** Questions answered right, and how many tries it took. */
  readonly quiz: Readonly<Record<string, number>>;
  readonly stepCount: number;
  /** The best score of a drill that was finished. */
  readonly drill?: Score;
}

interface Stored {
  readonly version: typeof VERSION;
  readonly lessons: Readonly<Record<string, LessonProgress>>;
}

const NOTHING: LessonProgress = { steps: {}, finished: false, quiz: {}, stepCount: 0 };

/** What this browser knows of a lesson. */
export function progressOf(lesson: string): LessonProgress {
  return { ...NOTHING, ...read().lessons[lesson] };
}

/** Changes what this browser knows of a lesson; where storage is refused it holds until the page is left. */
export function keepProgress(lesson: string, change: Partial<LessonProgress>): void {
  const stored = read();
  const next: Stored = {
    version: VERSION,
    lessons: { ...stored.lessons, [lesson]: { ...NOTHING, ...stored.lessons[lesson], ...change } },
  };
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // Storage is refused: the ticks hold until the page is left.
  }
}

function read(): Stored {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    if (typeof value === 'object' && value !== null && 'version' in value && value.version === VERSION)
      return value as Stored;
  } catch {
    // Nothing readable is stored: begin anew.
  }
  return { version: VERSION, lessons: {} };
}
