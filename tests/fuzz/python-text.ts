/** Finds calls and definitions in the text of models and revisions. */

/** Every call of one of these names, with its arguments: `CheckConstraint("a > 0")`. */
export function callsOf(text: string, names: readonly string[]): string[] {
  return [...text.matchAll(new RegExp(`\\b(?:${names.join('|')})\\(`, 'g'))].map((found) =>
    text.slice(found.index, endOfCall(text, found.index + found[0].length)),
  );
}

/** Where the bracket that is open at `from` closes; strings are passed over. */
function endOfCall(text: string, from: number): number {
  let depth = 1;
  for (const token of text.slice(from).matchAll(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[()]/g)) {
    if (token[0] === '(') depth += 1;
    if (token[0] === ')') depth -= 1;
    if (depth === 0) return from + token.index + 1;
  }
  return text.length;
}

/** The text arguments that a call begins with: the columns of a constraint. */
export function listed(call: string): string[] {
  const start = /\(((?:"[^"]*"(?:, )?)+)/.exec(call)?.[1] ?? '';
  return [...start.matchAll(/"([^"]*)"/g)].map(([, name]) => name!);
}

/** The text that defines a table: `Table("name", …)`, or the class with that `__tablename__`. */
export function definitionOf(project: string, table: string): string {
  const core = callsOf(project, ['Table']).find((call) => new RegExp(`^Table\\(\\s*"${table}"`).test(call));
  if (core) return core;
  const classes = project.split(/^class /m);
  const own = classes.find((one) => one.includes(`__tablename__ = "${table}"`));
  if (own !== undefined) return own;
  // A mixin that names the table stands right above the class.
  const lender = classes.findIndex((one) => one.includes(`return "${table}"\n`));
  return lender < 0 ? '' : classes.slice(lender, lender + 2).join('class ');
}

/** One call of a revision: `op.drop_column('users', 'name')`. */
export interface Change {
  readonly operation: string;
  readonly table: string;
  /** Of the column, constraint or index. */
  readonly name: string;
  /** The whole call. */
  readonly text: string;
}

/** What a revision's function does, in its order; within `batch_alter_table` the table is that one's. */
export function changesIn(text: string): Change[] {
  let batch = '';
  return [...text.matchAll(/\b(op|batch_op)\.(\w+)\(/g)].flatMap(
    ({ index, 0: start, 1: on, 2: operation }) => {
      const call = text.slice(index, endOfCall(text, index + start.length));
      const [first = '', second = ''] = [...call.matchAll(/'((?:\\.|[^'\\])*)'/g)].map(([, one]) => one!);
      if (operation === 'batch_alter_table') {
        batch = first;
        return [];
      }
      if (operation === 'f') return [];
      const [table, name] =
        on === 'batch_op'
          ? [batch, first]
          : /^drop_(constraint|index)$/.test(operation!)
            ? [second, first]
            : [first, second];
      return [{ operation: operation!, table: table!, name: name!, text: call }];
    },
  );
}
