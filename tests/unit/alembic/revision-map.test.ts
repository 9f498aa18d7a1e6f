/** The revision map against Alembic's own, over random graphs. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HeadMaintainer } from '../../../src/engine/alembic/runtime/head-maintainer.ts';
import { catchingRevisionErrors, messageOf } from '../../../src/engine/alembic/script/errors.ts';
import { iterateRevisions } from '../../../src/engine/alembic/script/iterate-revisions.ts';
import { type MigrationStep, shortLog } from '../../../src/engine/alembic/script/migration-step.ts';
import {
  downgradeSteps,
  stampSteps,
  upgradeSteps,
} from '../../../src/engine/alembic/script/migration-steps.ts';
import { Revision, type RevisionReference } from '../../../src/engine/alembic/script/revision.ts';
import { type Identifier, RevisionMap } from '../../../src/engine/alembic/script/revision-map.ts';
import { Raise } from '../../../src/engine/machine.ts';

interface Outcome {
  value?: unknown;
  error?: [string, string];
  warnings?: string[];
}
interface Graph {
  rows: [string, RevisionReference, RevisionReference, RevisionReference][];
  shape: Outcome;
  asks: [kind: string, ...rest: unknown[]][];
}

/** What Alembic's own RevisionMap answered for random graphs (revision, down_revision, depends_on, labels). */
const folder = process.env.GRAPHS ?? new URL('graphs', import.meta.url).pathname;
const recorded = readdirSync(folder).flatMap(
  (name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Graph[],
);

class Named extends Revision {
  override toString(): string {
    return `R(${this.revision})`;
  }
}

/** These identifiers are all text: their order is never asked for. */
const textOnly = (): never => {
  throw new Error('no tuples here');
};
const host = { firstLeft: textOnly, begins: textOnly, repr: textOnly };

describe('the revision map', () => {
  it.each(recorded.map((graph, index) => [index, graph] as const))('graph %i', (_, graph) => {
    const warnings: string[] = [];
    const load = () =>
      graph.rows.map(
        ([revision, downRevision, dependencies, branchLabels]) =>
          new Named({ revision, downRevision, dependencies, branchLabels }),
      );
    const map = new RevisionMap(load, { warn: (message) => warnings.push(message), ...host });
    expect(
      outcome(warnings, () => shapeOf(map)),
      JSON.stringify(graph.rows),
    ).toEqual(graph.shape);
    for (const ask of graph.asks) {
      const expected = ask.at(-1) as Outcome;
      const about = JSON.stringify([graph.rows, ask]);
      if (ask[0] === 'up' || ask[0] === 'down' || ask[0] === 'stamp') {
        const steps = outcome(warnings, () => stepsOf(map, ask).map((step) => shortLog(step)));
        expect(steps, about).toEqual(ask[3]);
        expect(
          outcome(warnings, () => maintained(stepsOf(map, ask), ask[2] as string[])),
          about,
        ).toEqual(expected);
      } else {
        expect(
          outcome(warnings, () => answer(map, ask)),
          about,
        ).toEqual(expected);
      }
    }
  });

  it('names a cycle that a label of a file written over its own root would follow for ever', () => {
    const rows = [
      ['a1', null, null],
      ['b2', 'a1', null],
      ['c3', 'b2', null],
    ] as const;
    const load = () =>
      rows.map(([revision, downRevision]) => new Named({ revision, downRevision, dependencies: null }));
    const map = new RevisionMap(load, { warn: () => {}, ...host });
    const again = new Named({
      revision: 'a1',
      downRevision: 'c3',
      dependencies: null,
      branchLabels: ['shop'],
    });
    expect(() => map.add(again)).toThrow(
      expect.objectContaining({ type: 'alembic.script.revision.CycleDetected', args: [['a1', 'b2', 'c3']] }),
    );
  });
});

function shapeOf(map: RevisionMap): unknown {
  const { graph } = map;
  const own = [...graph.map].filter(([key, revision]) => key === revision.revision);
  return {
    heads: graph.heads,
    bases: graph.bases,
    realHeads: graph.realHeads,
    realBases: graph.realBases,
    revisions: own.map(([id, rev]) => [
      id,
      [...rev.branchLabels].sort(),
      rev.next,
      rev.allNext,
      rev.normalizedDown,
      rev.allDownRevisions,
      rev.isHead,
      rev.isBranchPoint,
      rev.isMergePoint,
      rev.isRealHead,
      rev.isRealBranchPoint,
    ]),
    keys: [...graph.map.keys()],
  };
}

function answer(map: RevisionMap, [kind, ...rest]: Graph['asks'][number]): unknown {
  switch (kind) {
    case 'get':
      return map.getRevision(rest[0] as Identifier)?.revision ?? null;
    case 'gets':
      return map
        .getRevisions(rest[0] as Identifier)
        .map((place) => (place === 'base' ? place : (place?.revision ?? null)));
    case 'lineage':
      return map.filterForLineage(rest[0] as string[], rest[1] as Identifier, rest[2] as boolean);
    case 'head':
      return map.currentHead((rest[0] as string | null) ?? undefined) ?? null;
    case 'walk':
      return catchingRevisionErrors({ start: rest[0], end: rest[1] }, () => [
        ...iterateRevisions(map, rest[1] as Identifier, rest[0] as Identifier, {
          inclusive: true,
          assertRelativeLength: false,
        }),
      ]).map((revision) => revision.revision);
    case 'iterate': {
      const options = rest[2] as Record<string, boolean>;
      return [
        ...iterateRevisions(map, rest[0] as Identifier, rest[1] as Identifier, {
          implicitBase: options.implicit_base ?? false,
          inclusive: options.inclusive ?? false,
          assertRelativeLength: options.assert_relative_length ?? true,
          selectForDowngrade: options.select_for_downgrade ?? false,
        }),
      ].map((revision) => revision.revision);
    }
    default:
      throw new Error(kind);
  }
}

function stepsOf(map: RevisionMap, [kind, target, current]: Graph['asks'][number]): MigrationStep[] {
  const make = { up: upgradeSteps, down: downgradeSteps, stamp: stampSteps }[kind as 'up'];
  return make(map, target as Identifier, current as string[]);
}

function maintained(steps: readonly MigrationStep[], heads: readonly string[]): unknown {
  let log: string[] = [];
  const table = 'alembic_version';
  const rows = {
    insert: (version: string) =>
      log.push(`INSERT INTO ${table} (version_num) VALUES ('${version}') RETURNING ${table}.version_num`),
    update: (from: string, to: string) =>
      log.push(`UPDATE ${table} SET version_num='${to}' WHERE ${table}.version_num = '${from}'`),
    delete: (version: string) => log.push(`DELETE FROM ${table} WHERE ${table}.version_num = '${version}'`),
    debug: () => undefined,
  };
  const maintainer = new HeadMaintainer(rows, new Set(heads));
  return steps.map((step) => {
    log = [];
    maintainer.updateTo(step);
    return [shortLog(step), log, [...maintainer.heads].sort()];
  });
}

function outcome(warnings: string[], work: () => unknown): Outcome {
  warnings.length = 0;
  const result: Outcome = {};
  try {
    result.value = work();
  } catch (error) {
    if (!(error instanceof Raise)) throw error;
    result.error = [error.type.split('.').at(-1)!, messageOf(error)];
  }
  if (warnings.length > 0) result.warnings = [...warnings];
  return result;
}
