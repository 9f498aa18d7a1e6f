/** `pgvector.sqlalchemy`: the types of PostgreSQL's vector extension. Answers to: pgvector 0.5. */
import { textPackage } from '../text-package.ts';

/** A type whose values are lists of numbers. */
const listed = (name: string, text: string): string => String.raw`
from sqlalchemy.dialects.postgresql.base import ischema_names as _ischema_names
from sqlalchemy.types import Float as _Float, String as _String, TypeEngine as _TypeEngine, UserDefinedType as _UserDefinedType
from pgvector import _Distances, ${text} as _Text


class ${name}(_UserDefinedType):
    cache_ok = True

    def __init__(self, dim=None):
        super().__init__()
        self.dim = dim

    def get_col_spec(self, **kw):
        return "${name}" if self.dim is None else "${name}(%d)" % self.dim

    def bind_processor(self, dialect):
        return _Text._to_db

    def literal_processor(self, dialect):
        return lambda value: "'%s'" % _Text._to_db(value)

    def result_processor(self, dialect, coltype):
        return _Text._from_db

    class Comparator(_Distances, _TypeEngine.Comparator):
        pass

    comparator_factory = Comparator


_ischema_names["${name.toLowerCase()}"] = ${name}
`;

const VALUES = String.raw`
import math as _math
from sqlalchemy.types import Float as _Float


def _rounded(value, bits):
    """A number as so many binary digits hold it."""
    fraction, exponent = _math.frexp(value)
    return _math.ldexp(round(fraction * 2**bits), exponent - bits)


class _Numbers:
    _bits = 24

    def __init__(self, value):
        if not isinstance(value, list):
            raise ValueError("expected list or ndarray")
        try:
            self._value = [_rounded(one, self._bits) for one in value]
        except TypeError:
            raise ValueError("expected list[float]")

    def __repr__(self):
        return f"{type(self).__name__}({self.to_list()})"

    def __eq__(self, other):
        return self._value == other._value if isinstance(other, type(self)) else NotImplemented

    def dimensions(self):
        return len(self._value)

    def to_list(self):
        return list(self._value)

    def to_text(self):
        return f'[{",".join(str(one) for one in self._value)}]'

    @classmethod
    def from_text(cls, value):
        return cls([float(one) for one in value[1:-1].split(",")])

    @classmethod
    def _to_db(cls, value):
        if value is None:
            return value
        if isinstance(value, list):
            return f'[{",".join(str(float(one)) for one in value)}]'
        return (value if isinstance(value, cls) else cls(value)).to_text()

    @classmethod
    def _from_db(cls, value):
        return value if value is None or isinstance(value, list) else [float(one) for one in value[1:-1].split(",")]


class Vector(_Numbers):
    pass


class HalfVector(_Numbers):
    _bits = 11


class _Distances:
    def l2_distance(self, other):
        return self.op("<->", return_type=_Float)(other)

    def max_inner_product(self, other):
        return self.op("<#>", return_type=_Float)(other)

    def cosine_distance(self, other):
        return self.op("<=>", return_type=_Float)(other)

    def l1_distance(self, other):
        return self.op("<+>", return_type=_Float)(other)


for _one in (Vector, HalfVector):
    _one.__module__ = "pgvector." + _one.__name__.lower()
`;

const SPARSE = String.raw`
from sqlalchemy.dialects.postgresql.base import ischema_names as _ischema_names
from sqlalchemy.types import TypeEngine as _TypeEngine, UserDefinedType as _UserDefinedType
from pgvector import _Distances


class SPARSEVEC(_UserDefinedType):
    cache_ok = True

    def __init__(self, dim=None):
        super().__init__()
        self.dim = dim

    def get_col_spec(self, **kw):
        return "SPARSEVEC" if self.dim is None else "SPARSEVEC(%d)" % self.dim

    class Comparator(_Distances, _TypeEngine.Comparator):
        pass

    comparator_factory = Comparator


_ischema_names["sparsevec"] = SPARSEVEC
`;

const BIT = String.raw`
from sqlalchemy.dialects.postgresql import BIT as _BIT
from sqlalchemy.types import Float as _Float, TypeDecorator as _TypeDecorator


class BIT(_TypeDecorator):
    impl = _BIT
    cache_ok = True

    class Comparator(_TypeDecorator.Comparator):
        def hamming_distance(self, other):
            return self.op("<~>", return_type=_Float)(other)

        def jaccard_distance(self, other):
            return self.op("<%>", return_type=_Float)(other)

    comparator_factory = Comparator
`;

const ALL = String.raw`
from pgvector.sqlalchemy import bit as _bit, halfvec as _halfvec, sparsevec as _sparsevec, vector as _vector

BIT = _bit.BIT
HALFVEC = _halfvec.HALFVEC
SPARSEVEC = _sparsevec.SPARSEVEC
VECTOR = _vector.VECTOR
Vector = VECTOR
`;

/** Their modules. */
export const PGVECTOR_MODULES = textPackage('pgvector', {
  pgvector: VALUES,
  'pgvector.sqlalchemy': ALL,
  'pgvector.sqlalchemy.vector': listed('VECTOR', 'Vector'),
  'pgvector.sqlalchemy.halfvec': listed('HALFVEC', 'HalfVector'),
  'pgvector.sqlalchemy.sparsevec': SPARSE,
  'pgvector.sqlalchemy.bit': BIT,
});
