/** Recorded cases as data (FORMAT.md), and where to find them. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface Case {
  readonly id: string;
  readonly source?: string;
  readonly clock?: string;
  readonly rev_ids?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly db_down?: boolean;
  readonly extensions?: readonly string[];
  readonly installed?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly steps: readonly CaseStep[];
}

export type CaseStep =
  | { readonly do: 'write'; readonly path: string; readonly text: string }
  | { readonly do: 'delete'; readonly path: string }
  | RunStep
  | { readonly do: 'sql'; readonly sql: string; readonly error?: string | null }
  | QueryStep
  | { readonly do: 'server'; readonly runs: boolean }
  | { readonly do: 'schema'; readonly schema: unknown };

export interface RunStep {
  readonly do: 'run';
  /** A program by its arguments … */
  readonly argv?: readonly string[];
  /** … or a line typed into the shell that the case has open from its first line to its last. */
  readonly line?: string;
  /** What is typed at the program's own prompt. */
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The folder below the root that it is typed in. */
  readonly cwd?: string;
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
  /** A path's text; null where the command removed it; true where its text is not compared. */
  readonly files: Readonly<Record<string, string | true | null>>;
}

export interface QueryStep {
  readonly do: 'query';
  readonly sql: string;
  readonly rows?: readonly (readonly (string | null)[])[];
  readonly error?: string | null;
}

/** Every case file among the paths and below the folders among them, sorted, whose id holds `filter`. */
export function findCases(paths: readonly string[], filter = ''): string[] {
  const found = new Set<string>();
  for (const path of paths) {
    if (!statSync(path).isDirectory()) found.add(path);
    else {
      for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' })) {
        if (name.endsWith('.json')) found.add(join(path, name));
      }
    }
  }
  const files = [...found].sort();
  return filter === '' ? files : files.filter((file) => idOf(file).includes(filter));
}

/** The id inside a case file; its path where the file cannot be read as a case. */
export function idOf(file: string): string {
  try {
    return readCase(file).id;
  } catch {
    return file;
  }
}

/** @throws Error where the file is no case. */
export function readCase(file: string): Case {
  const read = JSON.parse(readFileSync(file, 'utf8')) as Partial<Case>;
  if (typeof read.id !== 'string' || !Array.isArray(read.steps))
    throw new Error(`${file} is no case: it needs "id" and "steps"`);
  return read as Case;
}
