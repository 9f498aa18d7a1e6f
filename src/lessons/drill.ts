/** A drill's score: rows kept, and commands used. Pure, so that tests and grading may replay it. */
import type { Snapshot } from '../engine/snapshot.ts';
import type { StepResult } from '../session/protocol.ts';

export interface DrillPlan {
  /** Commands that change something in the solution. */
  readonly par: number;
  /** Rows that must be there in the end, by the columns that matter; PostgreSQL's text, null for NULL. */
  readonly keep: readonly {
    readonly table: string;
    readonly rows: readonly Readonly<Record<string, string | null>>[];
  }[];
}

export interface Score {
  readonly kept: number;
  readonly rows: number;
  readonly commands: number;
}

/** @param results of the learner's steps that are in force: looking is free, and so is what was taken back on the timeline. */
export function scoreOf(drill: DrillPlan, snapshot: Snapshot, results: readonly StepResult[]): Score {
  return {
    kept: drill.keep.reduce((sum, { table, rows }) => sum + countKept(snapshot, table, rows), 0),
    rows: drill.keep.reduce((sum, { rows }) => sum + rows.length, 0),
    commands: results.filter(({ step }) => step.do === 'run' || step.do === 'sql').filter(changedSomething)
      .length,
  };
}

/** More rows count more than fewer commands. */
export function betterScore(one: Score, other: Score | undefined): Score {
  if (!other || one.kept > other.kept) return one;
  return one.kept === other.kept && one.commands < other.commands ? one : other;
}

function countKept(snapshot: Snapshot, name: string, wanted: DrillPlan['keep'][number]['rows']): number {
  const table = snapshot.database.tables.find((one) => one.schema === 'public' && one.name === name);
  if (!table) return 0;
  const left = table.rows.map((row) =>
    Object.fromEntries(table.columns.map((column, at) => [column.name, row[at]])),
  );
  return wanted.filter((row) => {
    const at = left.findIndex((one) => Object.entries(row).every(([column, value]) => one[column] === value));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}

function changedSomething({ files, database }: StepResult): boolean {
  const { tables, schemas, views, sequences, enums } = database;
  return [files, tables, schemas, views, sequences, enums].some((changes) => changes.length > 0);
}
