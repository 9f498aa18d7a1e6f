/** Attributes of related instances as if they were the class's own. Answers to: sqlalchemy/ext/associationproxy.py. */
import { pythonModule } from '../../../library.ts';

const DEFINES =
  'AssociationProxy AssociationProxyInstance association_proxy _AssociationCollection _AssociationDict _AssociationList _AssociationSet';

/** Collections are looked at through their owner each time. */
const SOURCE = String.raw`
import operator as _operator
from sqlalchemy import inspect as _inspect
from sqlalchemy.exc import ArgumentError as _ArgumentError
from sqlalchemy.exc import InvalidRequestError as _InvalidRequestError


class AssociationProxy:
    def __init__(self, target_collection, attr, *, creator=None, getset_factory=None, proxy_factory=None,
                 proxy_bulk_set=None, info=None, cascade_scalar_deletes=False, create_on_none_assignment=False,
                 attribute_options=None, **dataclass_options):
        self.target_collection = target_collection
        self.value_attr = attr
        self.creator = creator
        self.proxy_factory = proxy_factory
        self.cascade_scalar_deletes = cascade_scalar_deletes
        self.create_on_none_assignment = create_on_none_assignment
        self.info = info or {}
        self.key = None

    def __set_name__(self, owner, name):
        self.key = name

    def __class_getitem__(cls, item):
        return cls

    def __get__(self, instance, owner=None):
        made = AssociationProxyInstance(self, owner if instance is None else type(instance))
        return made if instance is None else made.get(instance)

    def __set__(self, instance, values):
        AssociationProxyInstance(self, type(instance)).set(instance, values)

    def __delete__(self, instance):
        AssociationProxyInstance(self, type(instance)).delete(instance)

    def __repr__(self):
        return f"AssociationProxy({self.target_collection!r}, {self.value_attr!r})"


def association_proxy(target_collection, attr, **kw):
    return AssociationProxy(target_collection, attr, **kw)


class AssociationProxyInstance:
    def __init__(self, parent, owning_class):
        self.parent = parent
        self.owning_class = owning_class
        self.target_collection = parent.target_collection
        self.value_attr = parent.value_attr
        self.key = parent.key

    @property
    def _relationship(self):
        relationships = _inspect(self.owning_class).relationships
        if self.target_collection in relationships:
            return relationships[self.target_collection]
        raise NotImplementedError("association proxy to a non-relationship intermediary is not supported")

    @property
    def target_class(self):
        return self._relationship.mapper.class_

    @property
    def scalar(self):
        return not self._relationship.uselist

    @property
    def local_attr(self):
        return getattr(self.owning_class, self.target_collection)

    @property
    def remote_attr(self):
        return getattr(self.target_class, self.value_attr)

    @property
    def attr(self):
        return (self.local_attr, self.remote_attr)

    @property
    def _creator(self):
        return self.parent.creator or self.target_class

    def get(self, instance):
        if self.scalar:
            target = getattr(instance, self.target_collection)
            return None if target is None else getattr(target, self.value_attr)
        return self._collection(instance)

    def _collection(self, instance):
        kind = _kind_of(getattr(instance, self.target_collection))
        return (self.parent.proxy_factory or kind)(*self._parts(instance))

    def _parts(self, instance):
        look = lambda: getattr(instance, self.target_collection)
        return look, self._creator, self.value_attr, self

    def set(self, instance, values):
        if self.scalar:
            target = getattr(instance, self.target_collection)
            if target is not None:
                setattr(target, self.value_attr, values)
                if values is None and self.parent.cascade_scalar_deletes:
                    setattr(instance, self.target_collection, None)
            elif values is not None or self.parent.create_on_none_assignment:
                setattr(instance, self.target_collection, self._creator(values))
            return
        proxy = self._collection(instance)
        if proxy is not values:
            proxy._replace(values)

    def delete(self, instance):
        if self.scalar and getattr(instance, self.target_collection) is not None:
            delattr(getattr(instance, self.target_collection), self.value_attr)
        delattr(instance, self.target_collection)

    @property
    def _is_object(self):
        remote = self.remote_attr
        if isinstance(remote, AssociationProxyInstance):
            return remote._is_object
        return self.value_attr in _inspect(self.target_class).relationships

    @property
    def _remote_is_list(self):
        remote = self.remote_attr
        if isinstance(remote, AssociationProxyInstance):
            return not remote.scalar or remote._remote_is_list
        relationships = _inspect(self.target_class).relationships
        return self.value_attr in relationships and relationships[self.value_attr].uselist

    def _exists(self, criterion=None, **kwargs):
        return (self.local_attr.has if self.scalar else self.local_attr.any)(criterion, **kwargs)

    def _exists_beyond(self, criterion, kwargs):
        remote = self.remote_attr
        if isinstance(remote, AssociationProxyInstance):
            return self._exists(remote._exists_beyond(criterion, kwargs))
        if self._is_object:
            inner = remote.any if self._remote_is_list else remote.has
            return self._exists(inner(criterion, **kwargs))
        if kwargs:
            raise _ArgumentError("Can't apply keyword arguments to column-targeted association proxy; use ==")
        return self._exists(criterion)

    def any(self, criterion=None, **kwargs):
        if not self._remote_is_list and self.scalar:
            raise _InvalidRequestError("'any()' not implemented for scalar attributes. Use has().")
        return self._exists_beyond(criterion, kwargs)

    def has(self, criterion=None, **kwargs):
        if self._remote_is_list or not self.scalar:
            raise _InvalidRequestError("'has()' not implemented for collections. Use any().")
        return self._exists_beyond(criterion, kwargs)

    def contains(self, other, **kw):
        if not self._is_object:
            return self._exists(self.remote_attr.contains(other, **kw))
        if self._remote_is_list or isinstance(self.remote_attr, AssociationProxyInstance):
            return self._exists(self.remote_attr.contains(other))
        if self.scalar:
            raise _InvalidRequestError("contains() doesn't apply to a scalar object endpoint; use ==")
        return self._exists(**{self.value_attr: other})

    def _compared(self, operator, other):
        if self._is_object and not isinstance(self.remote_attr, AssociationProxyInstance):
            if other is None and operator is _operator.eq:
                return ~self._exists() | self._exists(self.remote_attr == None)
            return self._exists(operator(self.remote_attr, other))
        if other is None and operator is _operator.eq:
            return self._exists(self.remote_attr == None) | ~self._exists()
        return self._exists(operator(self.remote_attr, other))

    def __eq__(self, other):
        return self._compared(_operator.eq, other)

    def __ne__(self, other):
        return self._compared(_operator.ne, other)

    def __lt__(self, other):
        return self._compared(_operator.lt, other)

    def __le__(self, other):
        return self._compared(_operator.le, other)

    def __gt__(self, other):
        return self._compared(_operator.gt, other)

    def __ge__(self, other):
        return self._compared(_operator.ge, other)

    def __hash__(self):
        return id(self.parent)

    def __getattr__(self, name):
        if name.startswith("_") or self._is_object:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        operator = getattr(self.remote_attr, name)
        return lambda *args, **kw: self._exists(operator(*args, **kw))


class _AssociationCollection:
    def __init__(self, lazy_collection, creator, value_attr, parent):
        self.lazy_collection = lazy_collection
        self.creator = creator
        self.value_attr = value_attr
        self.parent = parent

    @property
    def col(self):
        return self.lazy_collection()

    def _get(self, member):
        return getattr(member, self.value_attr)

    def __len__(self):
        return len(self.col)

    def __bool__(self):
        return bool(self.col)

    def __repr__(self):
        return repr(self._plain())

    def __eq__(self, other):
        return self._plain() == other

    def __ne__(self, other):
        return self._plain() != other

    def __hash__(self):
        raise TypeError(f"{type(self).__name__} objects are unhashable")

    def clear(self):
        self.col.clear()

    def copy(self):
        return self._plain()


class _AssociationList(_AssociationCollection):
    def _plain(self):
        return [self._get(member) for member in self.col]

    def _replace(self, values):
        given = list(values)
        self.clear()
        self.extend(given)

    def __iter__(self):
        for member in self.col:
            yield self._get(member)

    def __contains__(self, value):
        return any(value == self._get(member) for member in self.col)

    def __getitem__(self, at):
        found = self.col[at]
        return [self._get(member) for member in found] if isinstance(at, slice) else self._get(found)

    def __setitem__(self, at, value):
        if not isinstance(at, slice):
            setattr(self.col[at], self.value_attr, value)
            return
        self.col[at] = [self.creator(one) for one in value]

    def __delitem__(self, at):
        del self.col[at]

    def append(self, value):
        self.col.append(self.creator(value))

    def extend(self, values):
        for value in values:
            self.append(value)

    def insert(self, at, value):
        self.col.insert(at, self.creator(value))

    def pop(self, at=-1):
        return self._get(self.col.pop(at))

    def remove(self, value):
        for at, one in enumerate(self):
            if one == value:
                del self.col[at]
                return
        raise ValueError("value not in list")

    def count(self, value):
        return self._plain().count(value)

    def index(self, value, *place):
        return self._plain().index(value, *place)

    def __add__(self, other):
        return self._plain() + list(other)

    def __radd__(self, other):
        return list(other) + self._plain()

    def __iadd__(self, values):
        self.extend(values)
        return self

    def __lt__(self, other):
        return self._plain() < list(other)

    def __gt__(self, other):
        return self._plain() > list(other)

    def reverse(self):
        raise NotImplementedError()

    def sort(self):
        raise NotImplementedError()


class _AssociationDict(_AssociationCollection):
    def _plain(self):
        return dict(self.items())

    def _replace(self, values):
        given = dict(values)
        for key in [one for one in self.col if one not in given]:
            del self[key]
        self.update(given)

    def __iter__(self):
        return iter(self.col.keys())

    def __contains__(self, key):
        return key in self.col

    def __getitem__(self, key):
        return self._get(self.col[key])

    def __setitem__(self, key, value):
        if key in self.col:
            setattr(self.col[key], self.value_attr, value)
        else:
            self.col[key] = self.creator(key, value)

    def __delitem__(self, key):
        del self.col[key]

    def get(self, key, default=None):
        return self[key] if key in self.col else default

    def setdefault(self, key, default=None):
        if key not in self.col:
            self[key] = default
        return self[key]

    def keys(self):
        return self.col.keys()

    def values(self):
        return [self._get(member) for member in self.col.values()]

    def items(self):
        return [(key, self._get(self.col[key])) for key in self.col]

    def pop(self, key, *default):
        if key not in self.col and default:
            return default[0]
        return self._get(self.col.pop(key))

    def popitem(self):
        key, member = self.col.popitem()
        return key, self._get(member)

    def update(self, *given, **more):
        for key, value in dict(*given, **more).items():
            self[key] = value


class _AssociationSet(_AssociationCollection):
    def _plain(self):
        return set(self)

    def _replace(self, values):
        given = set(values)
        for value in set(self) - given:
            self.remove(value)
        for value in given:
            self.add(value)

    def __iter__(self):
        for member in self.col:
            yield self._get(member)

    def __contains__(self, value):
        return any(self._get(member) == value for member in self.col)

    def add(self, value):
        if value not in self:
            self.col.add(self.creator(value))

    def discard(self, value):
        for member in list(self.col):
            if self._get(member) == value:
                self.col.discard(member)
                break

    def remove(self, value):
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        if not self.col:
            raise KeyError("pop from an empty set")
        return self._get(self.col.pop())

    def update(self, *others):
        for other in others:
            for value in other:
                self.add(value)

    def __ior__(self, other):
        self.update(other)
        return self

    def __isub__(self, other):
        for value in list(other):
            self.discard(value)
        return self

    def __or__(self, other):
        return set(self) | set(other)

    def __and__(self, other):
        return set(self) & set(other)

    def __sub__(self, other):
        return set(self) - set(other)

    def union(self, other):
        return set(self).union(other)

    def intersection(self, other):
        return set(self).intersection(other)

    def difference(self, other):
        return set(self).difference(other)

    def issubset(self, other):
        return set(self).issubset(other)

    def issuperset(self, other):
        return set(self).issuperset(other)


def _kind_of(collection):
    if isinstance(collection, dict):
        return _AssociationDict
    return _AssociationSet if isinstance(collection, set) else _AssociationList
`;

export const ASSOCIATION_PROXY = pythonModule(
  'sqlalchemy.ext.associationproxy',
  () => SOURCE,
  {},
  { defines: DEFINES.split(' ') },
).names;
