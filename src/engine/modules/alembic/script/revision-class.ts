/** A node of the revision graph in Python. Answers to: alembic/script/revision.py (Revision). */
import { Revision, type RevisionReference, verifyRevisionId } from '../../../alembic/script/revision.ts';
import { tuple } from '../../../python/values/containers/containers.ts';
import { frozenset, PySet } from '../../../python/values/containers/set.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import { plain, type Value } from '../../../python/values/value.ts';
import { nothing } from '../bound.ts';
import { asIdentifier } from './identifier.ts';

/** A reference as Python has it: None, a name, or a tuple. */
export const reference = (value: RevisionReference): Value =>
  value === null || typeof value === 'string' ? value : tuple([...value]);

/** Sorted, since a set of Python has no order. */
const labelsOf = (self: Revision): Value => new PySet([...self.branchLabels].sort());

const given = (call: Interpreter, value: Value): RevisionReference =>
  asIdentifier(call, value) as RevisionReference;

export const revisionClass = nativeClass({
  name: 'Revision',
  module: 'alembic.script.revision',
  host: Revision,
  signature: 'revision, down_revision, dependencies=None, branch_labels=None',
  construct: (call, _cls, revision: Value, down: Value, dependencies: Value, labels: Value) =>
    new Revision({
      revision: plain(revision) as string,
      downRevision: given(call, down),
      dependencies: given(call, dependencies),
      branchLabels: given(call, labels),
    }),
  getters: {
    revision: (self: Revision) => self.revision,
    down_revision: (self: Revision) => reference(self.downRevision),
    dependencies: (self: Revision) => reference(self.dependencies),
    branch_labels: labelsOf,
    _orig_branch_labels: (self: Revision) => tuple([...self.ownLabels]),
    _resolved_dependencies: (self: Revision) => tuple([...self.resolvedDependencies]),
    _normalized_resolved_dependencies: (self: Revision) => tuple([...self.normalizedDependencies]),
    nextrev: (self: Revision) => frozenset(self.next),
    _all_nextrev: (self: Revision) => frozenset(self.allNext),
    _versioned_down_revisions: (self: Revision) => tuple([...self.versionedDown]),
    _all_down_revisions: (self: Revision) => tuple([...self.allDownRevisions]),
    _normalized_down_revisions: (self: Revision) => tuple([...self.normalizedDown]),
    is_head: (self: Revision) => self.isHead,
    _is_real_head: (self: Revision) => self.isRealHead,
    is_base: (self: Revision) => self.isBase,
    _is_real_base: (self: Revision) => self.isRealBase,
    is_branch_point: (self: Revision) => self.isBranchPoint,
    _is_real_branch_point: (self: Revision) => self.isRealBranchPoint,
    is_merge_point: (self: Revision) => self.isMergePoint,
  },
  classMethods: {
    verify_rev_id: ['revision', (_call, _cls, revision: string) => nothing(verifyRevisionId(revision))],
  },
  repr: (self: Revision, call) => {
    const shown = [call.repr(self.revision), call.repr(reference(self.downRevision))];
    if (self.dependencies !== null && self.dependencies.length > 0)
      shown.push(`dependencies=${call.repr(reference(self.dependencies))}`);
    if (self.branchLabels.size > 0) shown.push(`branch_labels=${call.repr(labelsOf(self))}`);
    const { name } = call.getAttribute(self as unknown as Value, '__class__') as unknown as { name: string };
    return `${name}(${shown.join(', ')})`;
  },
});
