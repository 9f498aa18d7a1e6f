/** Queries that are put together by functions and kept. Answers to: sqlalchemy/ext/baked.py. */
import { pythonModule } from '../../../library.ts';

const SOURCE = String.raw`
class Bakery:
    def __init__(self, size=200, on_fail=None):
        self.size = size

    def __call__(self, initial_fn, *args):
        return BakedQuery(self, initial_fn, args)


class BakedQuery:
    def __init__(self, bakery, initial_fn, args=()):
        self._bakery = bakery
        self.steps = [lambda session: initial_fn(session, *args)]

    @classmethod
    def bakery(cls, size=200, _size_alert=None):
        return Bakery(size)

    def _clone(self):
        copy = BakedQuery(self._bakery, None)
        copy.steps = list(self.steps)
        return copy

    def add_criteria(self, fn, *args):
        self.steps.append(lambda query: fn(query, *args))
        return self

    def with_criteria(self, fn, *args):
        return self._clone().add_criteria(fn, *args)

    def __add__(self, other):
        return self.with_criteria(*other) if isinstance(other, tuple) else self.with_criteria(other)

    def __iadd__(self, other):
        return self.add_criteria(*other) if isinstance(other, tuple) else self.add_criteria(other)

    def __call__(self, session):
        return Result(self, session)

    def for_session(self, session):
        return self(session)

    def spoil(self, full=False):
        return self

    def to_query(self, query_or_session):
        query = query_or_session
        for step in self.steps:
            query = step(query)
        return query


class Result:
    def __init__(self, bq, session):
        self.bq, self.session = bq, session
        self._params, self._after = {}, []

    def params(self, *args, **kw):
        for given in args:
            self._params.update(given)
        self._params.update(kw)
        return self

    def with_post_criteria(self, fn):
        self._after.append(fn)
        return self

    def _query(self):
        query = self.bq.to_query(self.session)
        if self._params:
            query = query.params(self._params)
        for fn in self._after:
            query = fn(query)
        return query

    def __iter__(self):
        return iter(self._query())

    def __getattr__(self, name):
        if name in ("all", "first", "one", "one_or_none", "scalar", "count", "get"):
            return getattr(self._query(), name)
        raise AttributeError(name)


bakery = BakedQuery.bakery
`;

export const BAKED = pythonModule(
  'sqlalchemy.ext.baked',
  () => SOURCE,
  {},
  { defines: ['BakedQuery', 'Bakery', 'Result', 'bakery'] },
).names;
