/** Ways out of the common slips, as edits: a comma or colon that is missing, an import that is missing, a model that env.py does not know. */
import { classesOf } from '../../../checks/python-classes.ts';

/** Inserts a text; line and column are 1-based. */
export interface Insertion {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

export interface Problem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export type Fix =
  | { readonly kind: 'comma' | 'colon'; readonly insertion: Insertion }
  | { readonly kind: 'import'; readonly name: string; readonly insertion: Insertion };

/** @param known names of `sqlalchemy`. */
export function fixesFor(text: string, problem: Problem, known: ReadonlySet<string>): Fix[] {
  const lines = text.split('\n');
  if (problem.message.includes('Perhaps you forgot a comma')) {
    const insertion = commaPlace(lines, problem);
    return insertion ? [{ kind: 'comma', insertion }] : [];
  }
  if (/expected ':'/.test(problem.message)) {
    const line = lines[problem.line - 1] ?? '';
    const code = line.replace(/\s*(#.*)?$/, '');
    return [{ kind: 'colon', insertion: { line: problem.line, column: code.length + 1, text: ':' } }];
  }
  const missing = /name '(\w+)' is not defined/.exec(problem.message)?.[1];
  if (missing === undefined) return [];
  const insertion = importPlace(lines, missing, known);
  return insertion ? [{ kind: 'import', name: missing, insertion }] : [];
}

/**
 * CPython marks both expressions and what is between them. The comma belongs behind the first: at the end of its line, or before the blank
 * outside all brackets that parts the two.
 */
function commaPlace(
  lines: readonly string[],
  { line, column, endLine, endColumn }: Problem,
): Insertion | undefined {
  const first = lines[line - 1] ?? '';
  if (endLine > line) return { line, column: first.replace(/\s*(#.*)?$/, '').length + 1, text: ',' };
  let depth = 0;
  for (let at = column - 1; at < endColumn - 1; at++) {
    const character = first[at]!;
    if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) depth -= 1;
    else if (character === ' ' && depth === 0) return { line, column: at + 1, text: ',' };
  }
  return undefined;
}

/** Into the line that imports from sqlalchemy already, or a new one above the first import. */
function importPlace(
  lines: readonly string[],
  name: string,
  known: ReadonlySet<string>,
): Insertion | undefined {
  if (name === 'sa' || name === 'op') {
    const text = name === 'sa' ? 'import sqlalchemy as sa\n' : 'from alembic import op\n';
    return { line: firstImport(lines), column: 1, text };
  }
  const orm = ORM.has(name);
  if (!orm && !known.has(name)) return undefined;
  const module = orm ? 'sqlalchemy.orm' : 'sqlalchemy';
  const index = lines.findIndex((line) => new RegExp(`^from ${module} import [^(]*$`).test(line));
  if (index < 0) return { line: firstImport(lines), column: 1, text: `from ${module} import ${name}\n` };
  const code = lines[index]!.replace(/\s*(#.*)?$/, '');
  return { line: index + 1, column: code.length + 1, text: `, ${name}` };
}

const ORM = new Set([
  'Mapped',
  'mapped_column',
  'relationship',
  'DeclarativeBase',
  'declarative_base',
  'Session',
]);

const firstImport = (lines: readonly string[]) =>
  Math.max(
    0,
    lines.findIndex((line) => /^(from|import)\s/.test(line)),
  ) + 1;

export interface ForgottenModel {
  readonly table: string;
  /** The model's file. */
  readonly path: string;
  readonly envPath: string;
  /** Where env.py says `target_metadata`, 1-based. */
  readonly line: number;
  readonly insertion: Insertion;
}

/**
 * Models that env.py never imports: autogenerate would drop their tables, or not make them.
 * @param tables what autogenerate wants to drop now.
 */
export function forgottenModels(
  files: Readonly<Record<string, string>>,
  tables: readonly string[],
): ForgottenModel[] {
  const env = Object.keys(files).find((path) => /(^|\/)env\.py$/.test(path));
  if (env === undefined) return [];
  const lines = files[env]!.split('\n');
  const line = lines.findIndex((one) => /^\s*target_metadata\s*=/.test(one)) + 1;
  const last = lines.findLastIndex((one, index) => /^(from|import)\s/.test(one) && index < Math.max(line, 1));
  return Object.entries(files)
    .filter(([path]) => path.endsWith('.py') && !path.includes('/versions/'))
    .flatMap(([path, text]) =>
      classesOf(text)
        .filter(({ table }) => table !== undefined && tables.includes(table))
        .map(({ table }) => {
          const module = path.replace(/(\/__init__)?\.py$/, '').replaceAll('/', '.');
          const insertion = { line: last + 2, column: 1, text: `import ${module}\n` };
          return { table: table!, path, envPath: env, line: Math.max(1, line), insertion };
        }),
    );
}
