/** alembic.ddl._autogen: what comparisons of an implementation answer. Answers to: the module of that name. */
import type { Comparison } from '../../../alembic/autogenerate/compare/own-comparison.ts';
import { list } from '../../../python/values/containers/containers.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import type { Value } from '../../../python/values/value.ts';
import { pythonModule } from '../../library.ts';

const DEFINES = 'ComparisonResult';

/** The class of answers. */
const SOURCE = String.raw`
from typing import NamedTuple

from alembic.util import to_list


class ComparisonResult(NamedTuple):
    status: str
    message: str

    @property
    def is_equal(self):
        return self.status == "equal"

    @property
    def is_different(self):
        return self.status == "different"

    @property
    def is_skip(self):
        return self.status == "skip"

    @classmethod
    def Equal(cls):
        return cls("equal", "The two constraints are equal")

    @classmethod
    def Different(cls, reason):
        return cls("different", ", ".join(to_list(reason)))

    @classmethod
    def Skip(cls, reason):
        return cls("skip", ", ".join(to_list(reason)))
`;

export const comparisonModule = pythonModule(
  'alembic.ddl._autogen',
  () => SOURCE,
  {},
  { defines: DEFINES.split(' ') },
);

/** A comparison of Alembic's own, as Python sees it. */
export function comparisonResult(call: Interpreter, { differences, skipped }: Comparison): Value {
  const cls = comparisonModule.names.ComparisonResult!(call);
  if (differences) return call.callMethod(cls, 'Different', list([...differences]));
  return skipped === undefined ? call.callMethod(cls, 'Equal') : call.callMethod(cls, 'Skip', skipped);
}
