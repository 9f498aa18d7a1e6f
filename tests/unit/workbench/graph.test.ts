/** Revisions in their order and lanes. */
import { describe, expect, it } from 'vitest';
import type { RevisionSnapshot } from '../../../src/engine/snapshot.ts';
import { graphOf, pendingOf } from '../../../src/workbench/revisions/graph.ts';

const file = (revision: string | null, ...down: string[]) => ({
  path: `migrations/versions/${revision}.py`,
  revision,
  down,
  dependsOn: [],
  labels: [],
  message: '',
  problem: null,
  operations: [],
  undoing: [],
});
const snapshot = (
  files: RevisionSnapshot['files'],
  heads: string[],
  current: string[],
): RevisionSnapshot => ({ files, heads, current, problem: null });
const drawn = (one: RevisionSnapshot) => graphOf(one).nodes.map(({ id, lane }) => `${id}@${lane}`);

describe('the graph of revisions', () => {
  it('lists a chain newest first, in one lane', () => {
    const one = snapshot([file('a'), file('b', 'a'), file('c', 'b')], ['c'], ['b']);
    expect(drawn(one)).toEqual(['c@0', 'b@0', 'a@0']);
    expect(pendingOf(graphOf(one)).map(({ id }) => id)).toEqual(['c']);
  });

  it('gives a branch a lane of its own and takes it back where they meet', () => {
    const one = snapshot([file('a'), file('b', 'a'), file('c', 'a')], ['b', 'c'], []);
    expect(drawn(one)).toEqual(['b@0', 'c@1', 'a@0']);
    expect(pendingOf(graphOf(one)).map(({ id }) => id)).toEqual(['a', 'c', 'b']);
  });

  it('draws a merge with both of its parents', () => {
    const one = snapshot([file('a'), file('b', 'a'), file('c', 'a'), file('m', 'b', 'c')], ['m'], ['m']);
    expect(drawn(one)).toEqual(['m@0', 'b@0', 'c@1', 'a@0']);
    expect(graphOf(one).lanes).toBe(2);
    expect(pendingOf(graphOf(one))).toEqual([]);
  });

  it('shows a revision that is named but has no file', () => {
    const { nodes } = graphOf(snapshot([file('b', 'lost')], ['b'], ['lost']));
    expect(nodes.map(({ id, file: found, isCurrent }) => [id, found !== undefined, isCurrent])).toEqual([
      ['b', true, false],
      ['lost', false, true],
    ]);
  });

  it('keeps files that do not parse apart, and survives a loop', () => {
    const graph = graphOf(snapshot([file(null), file('a', 'b'), file('b', 'a')], [], []));
    expect(graph.broken).toHaveLength(1);
    expect(graph.nodes.map(({ id }) => id).sort()).toEqual(['a', 'b']);
  });
});
