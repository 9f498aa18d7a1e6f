/** Attributes of related instances as if they were the class's own. Answers to: sqlalchemy/ext/associationproxy.py. */
import { pythonModule } from '../../../library.ts';
import { ASSOCIATION_COLLECTIONS } from './association-collections.ts';

const DEFINES =
  'AssociationProxy AssociationProxyInstance association_proxy _AssociationCollection _AssociationDict _AssociationList _AssociationSet';

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
`;

export const ASSOCIATION_PROXY = pythonModule(
  'sqlalchemy.ext.associationproxy',
  () => SOURCE + ASSOCIATION_COLLECTIONS,
  {},
  { defines: DEFINES.split(' ') },
).names;
