/** Compiled files, kept from one process to the next: a command often reads what the command before it has read. */
import { type CompileWarning, parseWithWarnings } from '../parse/index.ts';
import { compileModule } from './compile/compile.ts';
import { plainFile } from './compile/plain-file.ts';
import type { Code } from './frame.ts';

/** Characters of programs that are kept; the oldest go first. */
const LIMIT = 6_000_000;

/** A compiled file. It holds nothing of any process: what runs it brings frame and names. */
interface Compiled {
  readonly source: string;
  readonly code: Code;
  readonly doc: string | null;
  /** What is said each time that it is executed, as where no bytecode is kept. */
  readonly warnings: readonly CompileWarning[];
}

const compiled = new Map<string, Compiled>();
let size = 0;

/**
 * The code of a file.
 * @throws as parseModule: a file with an error is read again each time
 */
export function codeOf(path: string, source: string): Compiled {
  const known = compiled.get(path);
  if (known?.source === source) return known;
  const made = { source, ...plainOrWhole(path, source) };
  if (known) forget(path, known);
  keep(path, made);
  return made;
}

function plainOrWhole(path: string, source: string): Omit<Compiled, 'source'> {
  const plain = plainFile(path, source);
  if (plain) return { ...plain, warnings: [] };
  const { module, warnings } = parseWithWarnings(source, path);
  return { ...compileModule(module, path), warnings };
}

function keep(path: string, made: Compiled): void {
  compiled.set(path, made);
  size += made.source.length;
  for (const [oldest, code] of compiled) {
    if (size <= LIMIT) break;
    forget(oldest, code);
  }
}

function forget(path: string, { source }: Compiled): void {
  compiled.delete(path);
  size -= source.length;
}
