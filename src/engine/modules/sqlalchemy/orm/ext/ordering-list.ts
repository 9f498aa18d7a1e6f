/** Lists whose members know their place. Answers to: sqlalchemy/ext/orderinglist.py. */
import { pythonModule } from '../../../library.ts';

const DEFINES = 'OrderingList count_from_0 count_from_1 count_from_n_factory ordering_list';

const SOURCE = String.raw`
def count_from_0(index, collection):
    return index


def count_from_1(index, collection):
    return index + 1


def count_from_n_factory(start):
    def count_from_n(index, collection):
        return index + start

    return count_from_n


def ordering_list(attr, count_from=None, ordering_func=None, reorder_on_append=False):
    counting = ordering_func or (count_from_0 if count_from is None else count_from_n_factory(count_from))

    class _Ordered(OrderingList):
        def __init__(self, *items):
            OrderingList.__init__(self, attr, counting, reorder_on_append, *items)

    _Ordered.__name__ = _Ordered.__qualname__ = "OrderingList"
    return _Ordered


class OrderingList(list):
    def __init__(self, ordering_attr=None, ordering_func=None, reorder_on_append=False, *items):
        list.__init__(self, *items)
        self.ordering_attr = ordering_attr
        self.ordering_func = ordering_func or count_from_0
        self.reorder_on_append = reorder_on_append

    def _place(self, index, entity, whatever=True):
        if whatever or getattr(entity, self.ordering_attr) is None:
            setattr(entity, self.ordering_attr, self.ordering_func(index, self))

    def reorder(self):
        for index, entity in enumerate(self):
            self._place(index, entity)

    def append(self, entity):
        list.append(self, entity)
        self._place(len(self) - 1, entity, self.reorder_on_append)

    def extend(self, entities):
        for entity in list(entities):
            self.append(entity)

    def __iadd__(self, entities):
        self.extend(entities)
        return self

    def insert(self, index, entity):
        list.insert(self, index, entity)
        self.reorder()

    def remove(self, entity):
        list.remove(self, entity)
        self.reorder()

    def pop(self, index=-1):
        entity = list.pop(self, index)
        self.reorder()
        return entity

    def clear(self):
        list.clear(self)

    def __setitem__(self, index, entity):
        list.__setitem__(self, index, entity)
        self.reorder()

    def __delitem__(self, index):
        list.__delitem__(self, index)
        self.reorder()
`;

export const ORDERING_LIST = pythonModule(
  'sqlalchemy.ext.orderinglist',
  () => SOURCE,
  {},
  { defines: DEFINES.split(' ') },
).names;
