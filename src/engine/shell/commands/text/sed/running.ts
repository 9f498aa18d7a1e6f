/** A script that runs: its input, its pattern space, its output. */
import type { Step } from './script.ts';

/** What the command line says of the whole run. */
export interface SedHost {
  readonly quiet: boolean;
  /** What ends a line: NUL with `-z`. */
  readonly end: '\n' | '\0';
  /** A file that `r` names; undefined where there is none. */
  read(name: string): string | undefined;
  /** A line for the file that `w` names. */
  write(name: string, text: string): void;
}

/** A script at work. */
export interface Running {
  readonly steps: readonly Step[];
  readonly host: SedHost;
  readonly lines: readonly string[];
  /** Index of the next line to be read. */
  at: number;
  space: string;
  hold: string;
  /** Whether the line in the pattern space ended with a newline. */
  ended: boolean;
  out: string;
  /** What comes out behind the line. */
  appended: string;
  last: RegExp | undefined;
  changed: boolean;
  /** Of each step with a range: the line on which it ends, while it is open. */
  readonly ranges: Map<number, number | 'open'>;
  exit: number | undefined;
}

/** Takes the next line into the pattern space. @returns false at the end of the input */
export function readLine(running: Running): boolean {
  const line = running.lines[running.at];
  if (line === undefined) return false;
  running.at += 1;
  const { end } = running.host;
  running.ended = line.endsWith(end);
  running.space = running.ended ? line.slice(0, -1) : line;
  return true;
}

/** Whether no line follows. */
export const isLast = (running: Running) => running.at >= running.lines.length;

/** Prints text as a line of the output. */
export function print(running: Running, text: string): void {
  const { end } = running.host;
  if (running.out !== '' && !running.out.endsWith(end)) running.out += end;
  running.out += text + (running.ended ? end : '');
}

/** The end of a cycle: the pattern space is printed, then what `a` has kept. */
export function finishLine(running: Running, prints: boolean): void {
  if (prints && !running.host.quiet) print(running, running.space);
  if (running.appended === '') return;
  if (running.out !== '' && !running.out.endsWith('\n')) running.out += '\n';
  running.out += running.appended;
  running.appended = '';
}
