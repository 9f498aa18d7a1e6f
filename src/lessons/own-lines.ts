/** A lesson on one's own computer: its setup and its solution as lines for a shell, for the project that the share button gives. */
import { type Action, type Deed, isAction } from './actions.ts';

/** A line to run, or a file that is edited there by hand. */
export type OwnLine = { readonly run: string } | { readonly edit: string };

/**
 * @param setup what makes the lesson's start. Its files are in the project already; what it did to the database is done again.
 * @param solution a round trip is left out: only the workbench has the button.
 */
export function ownLines(setup: readonly Action[], solution: readonly Deed[]): OwnLine[] {
  const lines = [...setup.filter(touchesDatabase), ...solution.filter(isAction)].map(lineOf);
  // A file that two lines of the solution change is opened once.
  return lines.filter((line, at) => {
    const before = lines[at - 1];
    return !('edit' in line && before && 'edit' in before && before.edit === line.edit);
  });
}

function touchesDatabase(action: Action): boolean {
  return (
    action.do === 'sql' || (action.do === 'run' && /^alembic (upgrade|downgrade|stamp)\b/.test(action.line))
  );
}

function lineOf(action: Action): OwnLine {
  switch (action.do) {
    case 'write':
      return { edit: action.path };
    case 'delete':
      return { run: `rm ${action.path}` };
    case 'sql':
      return { run: `docker compose exec db psql -U learner -d app -c "${escaped(action.sql)}"` };
    case 'run': {
      // sed -i is another one on macOS, and none on Windows; there, too, one edits with an editor.
      const [, path] = /^sed -i (?:"(?:\\.|[^"])*"|'[^']*') (\S+)$/.exec(action.line) ?? [];
      return path === undefined ? { run: action.line } : { edit: path };
    }
  }
}

/** As it stands between the double quotes of a shell. */
const escaped = (sql: string): string => sql.trim().replace(/["$`\\]/g, '\\$&');
