/**
 * Reads the classes of a model file far enough to know tables and columns: a learner's half-typed file must be readable too, so this
 * looks at logical lines instead of parsing Python. It knows `Column(…)`, `mapped_column(…)` and bare `Mapped[…]` annotations.
 */
export interface ModelClass {
  readonly name: string;
  readonly table: string | undefined;
  /** 1-based line of `class`. */
  readonly line: number;
  readonly columns: readonly ModelColumn[];
}

interface ModelColumn {
  readonly name: string;
  /** The right side as written, white space removed; the annotation where there is no right side. */
  readonly source: string;
  /** 1-based lines where it begins and ends. */
  readonly line: number;
  readonly endLine: number;
}

/** @param text a Python file, which need not parse. @returns its classes in order, with the tables and columns that they declare */
export function classesOf(text: string): ModelClass[] {
  const classes: (Omit<ModelClass, 'columns' | 'table'> & {
    readonly indent: number;
    table: string | undefined;
    readonly columns: ModelColumn[];
  })[] = [];
  for (const { indent, code, line, endLine } of logicalLines(text)) {
    const start = /^class\s+(\w+)/.exec(code);
    if (start) {
      classes.push({ name: start[1]!, indent, line, table: undefined, columns: [] });
      continue;
    }
    const owner = classes.at(-1);
    if (!owner || indent <= owner.indent) continue;
    const table = /^__tablename__\s*=\s*(['"])(.*?)\1/.exec(code);
    if (table) owner.table = table[2];
    const column = columnOf(code);
    if (column) owner.columns.push({ ...column, line, endLine });
  }
  return classes.map(({ name, table, line, columns }) => ({ name, table, line, columns }));
}

function columnOf(code: string): Omit<ModelColumn, 'line' | 'endLine'> | undefined {
  const found = /^(\w+)\s*(?::\s*([^=]+?))?\s*(?:=\s*(.+))?$/.exec(code);
  if (!found) return undefined;
  const [, attribute, annotation, value] = found;
  const made = value !== undefined && /^(?:\w+\.)*(?:Column|mapped_column)\s*\(/.test(value);
  if (!made && !(value === undefined && annotation?.startsWith('Mapped['))) return undefined;
  const named = /\(\s*(['"])(\w+)\1/.exec(value ?? '');
  return { name: named?.[2] ?? attribute!, source: (value ?? annotation ?? '').replace(/\s+/g, '') };
}

interface LogicalLine {
  readonly indent: number;
  code: string;
  readonly line: number;
  endLine: number;
}

/** Lines without comments, with what stands inside brackets joined to the line that opened them. */
function logicalLines(text: string): LogicalLine[] {
  const lines: LogicalLine[] = [];
  let depth = 0;
  for (const [at, raw] of text.split('\n').entries()) {
    const code = withoutComment(raw);
    const open = depth > 0 ? lines.at(-1) : undefined;
    if (open) {
      open.code += ` ${code.trim()}`;
      open.endLine = at + 1;
    } else if (code.trim() !== '') {
      const indent = raw.length - raw.trimStart().length;
      lines.push({ indent, code: code.trim(), line: at + 1, endLine: at + 1 });
    }
    depth = Math.max(0, depth + bracketBalance(code));
  }
  return lines;
}

function withoutComment(line: string): string {
  return line.replace(
    /("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|#.*$/g,
    (_, string: string | undefined) => string ?? '',
  );
}

function bracketBalance(code: string): number {
  const bare = code.replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/g, '');
  return (bare.match(/[([{]/g)?.length ?? 0) - (bare.match(/[)\]}]/g)?.length ?? 0);
}
