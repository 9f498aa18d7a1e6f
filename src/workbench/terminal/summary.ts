/** What a command did, in a sentence or two of the learner's language: from events and differences, never from its output. */
import type { Dictionary } from '../../i18n/index.ts';
import type { DatabaseDiff } from '../../session/compare/database-diff.ts';
import type { StepResult } from '../../session/protocol.ts';

export interface Summary {
  readonly sentences: readonly string[];
  /** Values that are gone; said in red. */
  readonly lost: number;
}

/** @param t words of the page. @returns no sentence for a command that failed */
export function summaryOf(result: StepResult, t: Dictionary): Summary {
  if (result.exit !== 0) return { sentences: [], lost: result.database.lostCells };
  const sentences = [...revisionFiles(result, t), ...migrations(result, t)];
  return { sentences, lost: result.database.lostCells };
}

function revisionFiles(result: StepResult, t: Dictionary): string[] {
  const made = result.files.filter(({ change, path }) => change === 'created' && path.includes('/versions/'));
  if (made.length === 0) return [];
  const detected = result.events.filter((event) => event.kind === 'detected');
  if (detected.length === 0) {
    return [
      result.step.do === 'run' && result.step.line.includes('--autogenerate')
        ? t.say.emptyRevision
        : t.say.revisionMade,
    ];
  }
  const onlyColumns = detected.every(({ change }) => change === 'add_column');
  return [onlyColumns ? t.say.detectedColumns(detected.length) : t.say.detected(detected.length)];
}

function migrations(result: StepResult, t: Dictionary): string[] {
  const moves = result.events.filter((event) => event.kind === 'revision');
  if (moves.length === 0) return databaseChanges(result.database, t);
  const changes = databaseChanges(result.database, t);
  if (moves.some(({ direction }) => direction === 'stamp')) return [t.say.stamped];
  const forward = moves[0]!.direction === 'upgrade';
  const said = forward ? t.say.upgraded(moves.length) : t.say.downgraded(moves.length);
  return changes.length > 0 ? changes : [said, t.say.nothing];
}

function databaseChanges(diff: DatabaseDiff, t: Dictionary): string[] {
  const own = diff.tables.filter(({ name }) => name !== 'alembic_version');
  const columns = own.filter(({ change }) => change === 'changed').flatMap((table) => table.columns);
  const count = (list: readonly { change: string }[], kind: string) =>
    list.filter(({ change }) => change === kind).length;
  const kept = own
    .filter(
      ({ change, rowsBefore, rowsAfter }) =>
        change === 'changed' && rowsBefore > 0 && rowsBefore === rowsAfter,
    )
    .reduce((sum, table) => sum + table.rowsAfter, 0);
  const sentences: string[] = [];
  const say = (number: number, sentence: (number: number) => string) => {
    if (number > 0) sentences.push(sentence(number));
  };
  say(count(own, 'added'), t.say.tablesAdded);
  say(count(own, 'dropped'), t.say.tablesDropped);
  say(count(columns, 'added'), t.say.columnsAdded);
  say(count(columns, 'dropped'), t.say.columnsDropped);
  if (sentences.length > 0) say(kept, t.say.rowsKept);
  return sentences;
}
