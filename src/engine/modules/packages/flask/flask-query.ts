/** Queries that end a request with 404, and pages of rows. Answers to: flask_sqlalchemy/{query,pagination}.py. */
export const FLASK_QUERY = String.raw`

class Query(_orm.Query):
    def get_or_404(self, ident, description=None):
        return _found(self.get(ident), description)

    def first_or_404(self, description=None):
        return _found(self.first(), description)

    def one_or_404(self, description=None):
        return _single(self.one, description)

    def paginate(self, *, page=None, per_page=None, max_per_page=100, error_out=True, count=True):
        return QueryPagination(self, page, per_page, max_per_page, error_out, count)


def _found(value, description):
    if value is None:
        _abort(404, description=description)
    return value


def _single(one, description):
    try:
        return one()
    except (_sa.exc.NoResultFound, _sa.exc.MultipleResultsFound):
        _abort(404, description=description)


class Pagination:
    def __init__(self, source, page, per_page, max_per_page, error_out, count):
        self._source = source
        self.page = page or 1
        self.per_page = min(per_page or 20, max_per_page or per_page or 20)
        self.max_per_page = max_per_page
        self.items = self._read()
        if not self.items and self.page != 1 and error_out:
            _abort(404)
        self.total = self._count() if count else None

    @property
    def _offset(self):
        return (self.page - 1) * self.per_page

    @property
    def first(self):
        return self._offset + 1 if self.items else 0

    @property
    def last(self):
        return self.first + len(self.items) - 1 if self.items else 0

    @property
    def pages(self):
        return -(-self.total // self.per_page) if self.total else 0

    @property
    def has_prev(self):
        return self.page > 1

    @property
    def has_next(self):
        return self.page < self.pages

    @property
    def prev_num(self):
        return self.page - 1 if self.has_prev else None

    @property
    def next_num(self):
        return self.page + 1 if self.has_next else None

    def iter_pages(self, *, left_edge=2, left_current=2, right_current=4, right_edge=2):
        shown = [
            number
            for number in range(1, self.pages + 1)
            if number <= left_edge or self.page - left_current <= number <= self.page + right_current or number > self.pages - right_edge
        ]
        for at, number in enumerate(shown):
            if at and number != shown[at - 1] + 1:
                yield None
            yield number

    def __iter__(self):
        yield from self.items


class QueryPagination(Pagination):
    def _read(self):
        return self._source.limit(self.per_page).offset(self._offset).all()

    def _count(self):
        return self._source.order_by(None).count()


class SelectPagination(Pagination):
    def _read(self):
        session, select = self._source
        return list(session.execute(select.limit(self.per_page).offset(self._offset)).unique().scalars())

    def _count(self):
        session, select = self._source
        inner = select.options(_orm.lazyload("*")).order_by(None).subquery()
        return session.execute(_sa.select(_sa.func.count()).select_from(inner)).scalar()

`;
