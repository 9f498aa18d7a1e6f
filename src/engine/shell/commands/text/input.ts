/** What the commands share that read text: operands or the input, lines, patterns. */
import { absolute } from '../../paths.ts';
import type { Invocation } from '../../program.ts';

/** A text to be read, and what messages call it. */
export interface Source {
  readonly name: string;
  readonly text: string;
}

/** Reads operands as files; none, or `-`, is the input. */
export function read(
  call: Invocation,
  operands: readonly string[],
  complain: (name: string, why: string) => string = (name, why) => `${call.name}: ${name}: ${why}`,
): { sources: Source[]; failed: boolean } {
  const { files, cwd } = call.machine;
  const sources: Source[] = [];
  let failed = false;
  for (const name of operands.length > 0 ? operands : ['-']) {
    const path = absolute(name, cwd);
    const text = name === '-' ? (call.stdin ?? '') : name === '/dev/null' ? '' : files.read(path);
    if (text !== undefined && !(name.endsWith('/') && files.isFile(path))) sources.push({ name, text });
    else {
      const why = files.isDirectory(path)
        ? 'Is a directory'
        : text !== undefined || files.isFile(absolute('..', path))
          ? 'Not a directory'
          : 'No such file or directory';
      call.stderr.write(`${complain(name, why)}\n`);
      failed = true;
    }
  }
  return { sources, failed };
}

/** Lines without their ends. */
export const linesOf = (text: string) => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

/** Lines with their ends, as they stand. */
export const piecesOf = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** How many bytes a text takes in a file. */
export const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
