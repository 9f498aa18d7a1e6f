/** alembic.script.revision.RevisionMap in Python. Answers to: alembic/script/revision.py (RevisionMap). */

import { graphHost } from '../../../alembic/script/graph-host.ts';
import {
  collectDowngrade,
  collectUpgrade,
  downgradeTarget,
  type IterateOptions,
  iterateRevisions,
  parseUpgradeTarget,
} from '../../../alembic/script/iterate-revisions.ts';
import { ancestorsOf, descendantsOf } from '../../../alembic/script/lineage.ts';
import { Revision } from '../../../alembic/script/revision.ts';
import { RevisionMap } from '../../../alembic/script/revision-map.ts';
import type { Script } from '../../../alembic/script/script.ts';
import { topologicalSort } from '../../../alembic/script/topological-sort.ts';
import { list, tuple } from '../../../python/values/containers/containers.ts';
import { dict } from '../../../python/values/containers/dict.ts';
import { PySet } from '../../../python/values/containers/set.ts';
import { raise } from '../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { NativeIterator } from '../../../python/values/native/iterator.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import type { NativeMethod } from '../../../python/values/native/spec.ts';
import type { Value } from '../../../python/values/value.ts';
import { asIdentifier, idValue, specifier } from './identifier.ts';

/** Nothing is asked before the first item is. */
export function* lazily(work: () => Iterable<Revision>): Generator<Revision> {
  yield* work();
}

/** From the upper end down; the lower end itself only where it is asked for. */
export function iterate(
  call: Interpreter,
  map: RevisionMap,
  upper: Value,
  lower: Value,
  keywords: ReadonlyMap<string, Value>,
): Value {
  const said = (name: string, usual = false) => call.truth(keywords.get(name) ?? usual);
  const options = {
    implicitBase: said('implicit_base'),
    inclusive: said('inclusive'),
    assertRelativeLength: said('assert_relative_length', true),
    selectForDowngrade: said('select_for_downgrade'),
  };
  return new NativeIterator(
    lazily(() => iterateRevisions(map, asIdentifier(call, upper), asIdentifier(call, lower), options)),
  );
}

const isPlace = (value: Value) => typeof value === 'string' || value instanceof Revision;

/** A revision, or what an identifier names. */
const one = (map: RevisionMap, value: Value): Revision =>
  typeof value === 'string' ? map.present([map.forIdentifier(value)])[0]! : (value as unknown as Revision);

const ITERATING = ['implicit_base', 'inclusive', 'assert_relative_length', 'select_for_downgrade'];

/** The three flags of `_collect_…_revisions`, in their order. */
function collectOptions(call: Interpreter, said: readonly Value[]): IterateOptions {
  const [inclusive = false, implicitBase = false, assertRelativeLength = false] = said.map((one) =>
    call.truth(one),
  );
  return { inclusive, implicitBase, assertRelativeLength };
}

/** The steps by which a walk is found, which others than Alembic call, too. */
const COLLECTING: Readonly<Record<string, NativeMethod>> = {
  _collect_upgrade_revisions: [
    'upper, lower, inclusive, implicit_base, assert_relative_length',
    (call, self: RevisionMap, upper: Value, lower: Value, ...said: Value[]) =>
      collected(
        collectUpgrade(
          self,
          asIdentifier(call, upper),
          asIdentifier(call, lower),
          collectOptions(call, said),
        ),
      ),
  ],
  _collect_downgrade_revisions: [
    'upper, lower, inclusive, implicit_base, assert_relative_length',
    (call, self: RevisionMap, upper: Value, lower: Value, ...said: Value[]) =>
      collected(
        collectDowngrade(
          self,
          asIdentifier(call, upper),
          asIdentifier(call, lower),
          collectOptions(call, said),
        ),
      ),
  ],
  _parse_upgrade_target: [
    'current_revisions, target, assert_relative_length',
    (call, self: RevisionMap, current: Value, target: Value, assertLength: Value) =>
      tuple(
        parseUpgradeTarget(self, asIdentifier(call, current), asIdentifier(call, target), {
          assertRelativeLength: call.truth(assertLength),
        }) as Value[],
      ),
  ],
  _parse_downgrade_target: [
    'current_revisions, target, assert_relative_length',
    (call, self: RevisionMap, current: Value, target: Value, assertLength: Value) => {
      const [branch, reached] = downgradeTarget(
        self,
        asIdentifier(call, current),
        asIdentifier(call, target),
        {
          assertRelativeLength: call.truth(assertLength),
        },
      );
      return tuple([branch ?? null, reached as Value]);
    },
  ],
};

/** A set of revisions and a tuple of heads. */
const collected = ([revisions, heads]: ReturnType<typeof collectUpgrade>): Value =>
  tuple([new PySet([...revisions] as Value[]), tuple([...heads] as Value[])]);

/** @throws AttributeError for what is no revision */
function* nodes(call: Interpreter, given: Value): Iterable<Revision> {
  for (const node of call.iterate(given)) {
    if (!(node instanceof Revision)) throw call.missingAttribute(node, 'revision');
    yield node;
  }
}

export const revisionMapClass = nativeClass({
  name: 'RevisionMap',
  module: 'alembic.script.revision',
  host: RevisionMap,
  signature: 'generator',
  construct: (call, _cls, generator: Value) =>
    new RevisionMap(
      () => nodes(call, call.call(generator)),
      graphHost(call.process.python, (message) => call.process.warn('builtins.UserWarning', message)),
    ),
  getters: {
    heads: (self: RevisionMap) => tuple(self.heads.map((id) => idValue(self, id))),
    bases: (self: RevisionMap) => tuple(self.bases.map((id) => idValue(self, id))),
    _revision_map: (self: RevisionMap) =>
      dict([...self.map, [null, null], [tuple([]), null]] as readonly (readonly [Value, Value])[]),
    _real_heads: (self: RevisionMap) => tuple([...self.graph.realHeads]),
    _real_bases: (self: RevisionMap) =>
      tuple(self.bases.filter((id) => self.map.get(id)!.dependencies === null)),
  },
  methods: {
    add_revision: [
      'revision, _replace=False',
      (call, self: RevisionMap, revision: Revision, replace: Value) => {
        if (call.truth(replace) && !self.map.has(revision.revision))
          throw raise('Exception', `revision ${revision.revision} not in map`);
        self.add(revision);
        return null;
      },
    ],
    get_revision: ['id_', (call, self: RevisionMap, id: Value) => self.getRevision(specifier(call, id))],
    get_revisions: [
      'id_',
      (call, self: RevisionMap, id: Value) => tuple(self.getRevisions(specifier(call, id)) as Value[]),
    ],
    iterate_revisions: [
      'upper, lower, implicit_base=False, inclusive=False, assert_relative_length=True, select_for_downgrade=False',
      (call, self: RevisionMap, upper: Value, lower: Value, ...said: Value[]) =>
        iterate(call, self, upper, lower, new Map(ITERATING.map((name, at) => [name, said[at]!]))),
    ],
    _get_ancestor_nodes: [
      'targets, map_=None, check=False, include_dependencies=True',
      (call, self: RevisionMap, targets: Value, _map: Value, check: Value, dependencies: Value) =>
        new NativeIterator(
          lazily(() =>
            ancestorsOf([...call.iterate(targets)] as unknown as Revision[], self.map, {
              check: call.truth(check),
              dependencies: call.truth(dependencies),
            }),
          ),
        ),
    ],
    _get_descendant_nodes: [
      'targets, map_=None, check=False, omit_immediate_dependencies=False, include_dependencies=True',
      (
        call,
        self: RevisionMap,
        targets: Value,
        _map: Value,
        check: Value,
        _omit: Value,
        dependencies: Value,
      ) =>
        new NativeIterator(
          lazily(() =>
            descendantsOf([...call.iterate(targets)] as unknown as Revision[], self.map, {
              check: call.truth(check),
              dependencies: call.truth(dependencies),
            }),
          ),
        ),
    ],
    _topological_sort: [
      'revisions, heads',
      (call, self: RevisionMap, revisions: Value, heads: Value) =>
        list(
          topologicalSort(
            [...call.iterate(revisions)] as unknown as Revision[],
            [...call.iterate(heads)] as unknown as Revision[],
            self.map,
          ),
        ),
    ],
    filter_for_lineage: [
      'targets, check_against, include_dependencies=False',
      (call, self: RevisionMap, targets: Value, against: Value, dependencies: Value) =>
        tuple(
          self.filterForLineage(
            [...call.iterate(targets)] as (string | Script)[],
            asIdentifier(call, against),
            call.truth(dependencies),
          ),
        ),
    ],
    _resolve_revision_number: [
      'id_',
      (call, self: RevisionMap, id: Value) => {
        const { ids, branch } = self.resolve(specifier(call, id));
        return tuple([tuple([...ids]), branch ?? null]);
      },
    ],
    _resolve_branch: ['branch_label', (_call, self: RevisionMap, label: string) => self.resolveBranch(label)],
    _revision_for_ident: [
      'resolved_id, check_branch=None',
      (_call, self: RevisionMap, id: string, branch: string | null) =>
        self.forIdentifier(id, branch ?? undefined),
    ],
    _get_base_revisions: [
      'identifier',
      (call, self: RevisionMap, id: Value) =>
        tuple(self.filterForLineage(self.bases, asIdentifier(call, id))),
    ],
    _get_all_current: [
      'id_',
      (call, self: RevisionMap, id: Value) => new PySet(self.allCurrent(asIdentifier(call, id)) as Value[]),
    ],
    ...COLLECTING,
    _shares_lineage: [
      'target, test_against_revs, include_dependencies=False',
      (call, self: RevisionMap, target: Value, others: Value, dependencies: Value) =>
        self.sharesLineage(
          one(self, target),
          (isPlace(others) ? [others] : [...call.iterate(others)]).map((each) => one(self, each)),
          call.truth(dependencies),
        ),
    ],
    _walk: [
      'start, steps, branch_label=None, no_overwalk=True',
      (call, self: RevisionMap, start: Value, steps: number, branch: string | null, strict: Value) =>
        (self.walk(start as string | Revision | null, steps, {
          branch: branch ?? undefined,
          overwalk: !call.truth(strict),
        }) ?? null) as Value,
    ],
    get_current_head: [
      'branch_label=None',
      (_call, self: RevisionMap, label: string | null) => self.currentHead(label ?? undefined) ?? null,
    ],
  },
});
