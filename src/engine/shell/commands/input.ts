/** What the commands share that read text: operands or the input, and lines. */
import { absolute } from '../paths.ts';
import { type Invocation, unknownOption } from '../program.ts';

export interface Source {
  readonly name: string;
  readonly text: string;
}

/** Reads operands as files; none, or `-`, is the input. */
export function read(call: Invocation, operands: readonly string[]): { sources: Source[]; failed: boolean } {
  const { files, cwd } = call.machine;
  const sources: Source[] = [];
  let failed = false;
  for (const name of operands.length > 0 ? operands : ['-']) {
    const path = absolute(name, cwd);
    const text = name === '-' ? (call.stdin ?? '') : files.read(path);
    if (text !== undefined) sources.push({ name, text });
    else {
      const why = files.isDirectory(path) ? 'Is a directory' : 'No such file or directory';
      call.stderr.write(
        `${call.name === 'sed' ? `sed: can't read ${name}` : `${call.name}: ${name}`}: ${why}\n`,
      );
      failed = true;
    }
  }
  return { sources, failed };
}

/** Lines without their ends. */
export const linesOf = (text: string) => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

/** Lines with their ends, as they stand. */
export const piecesOf = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** Complains of an option and answers the exit code. */
export function refuse(call: Invocation, option: string, exit: number): number {
  unknownOption(call, option);
  return exit;
}

/** A basic POSIX pattern as JavaScript's: `+ ? | ( ) { }` mean themselves unless escaped. */
export function swapEscapes(pattern: string): string {
  return pattern.replace(/\\([+?|(){}])|([+?|(){}])/g, (_all, escaped: string | undefined, bare: string) =>
    escaped === undefined ? `\\${bare}` : escaped,
  );
}
