/** Functions of alembic.script.revision that others borrow. Answers to: the module of that name. */
import { Revision } from '../../../alembic/script/revision.ts';
import { PyTuple } from '../../../python/values/containers/containers.ts';
import { raise } from '../../../python/values/exceptions/exceptions.ts';
import { nativeFunction } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';

const MODULE = 'alembic.script.revision';

/** One revision stands by itself, none is None. */
const scalar = nativeFunction(
  'tuple_rev_as_scalar',
  'rev',
  (call, given: Value) => {
    if (given === null || !call.truth(given)) return null;
    if (!(given instanceof PyTuple) && typeof given === 'string') return given;
    const items = [...call.iterate(given)];
    return items.length === 1 ? items[0]! : given;
  },
  MODULE,
);

const isRevision = nativeFunction(
  'is_revision',
  'rev',
  (_call, given: Value) => {
    if (given instanceof Revision) return given;
    throw raise('AssertionError');
  },
  MODULE,
);

/** By name. */
export const REVISION_FUNCTIONS = { tuple_rev_as_scalar: () => scalar, is_revision: () => isRevision };
