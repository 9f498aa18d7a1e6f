"""repr(), str() and PostgreSQL's text of column types."""
import enum

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql as pg

PGD = pg.dialect()


class E1(enum.Enum):
    a = 1
    bb = 2
    alias = 1


class Mine(sa.TypeDecorator):
    impl=sa.String
    cache_ok=True
    def __init__(self,n=5,**k): 
        super().__init__(n); self.n=n
class Mine2(sa.TypeDecorator):
    impl=sa.String(50)
    cache_ok=True
class Mine3(sa.types.UserDefinedType):
    def __init__(self,precision=8,**k): self.precision=precision
    def get_col_spec(self,**kw): return 'M(%s)'%self.precision
class Mine4(sa.String): pass
class Mine5(sa.TypeDecorator):
    impl=sa.CHAR
    def load_dialect_impl(self,d): return d.type_descriptor(pg.UUID() if d.name=='postgresql' else sa.CHAR(32))
class Mine6(sa.TypeDecorator): pass
class Mine7(sa.types.UserDefinedType): pass

EXPRESSIONS = """\
sa.Enum('a',length=5,native_enum=False)
sa.Enum('abc',length=2,native_enum=False)
sa.Enum('abc',length=2)
sa.Enum(1,2)
sa.Enum(['a','b'])
sa.Enum(E1)
sa.Enum(E1,omit_aliases=False)
sa.Enum(E1,name=None)
sa.Enum(int)
sa.Enum('a',foo=1)
sa.Enum('a','a',name='d')
sa.Enum('a',name='X Y')
sa.Enum('a',schema='s',name='q',quote=True)
sa.Enum(E1,native_enum=False)
sa.Enum(name='x')
pg.ENUM(name='x')
pg.ENUM('a',name='x',native_enum=False)
pg.ENUM(E1,name='b',create_type=False,values_callable=lambda c:[str(x.value) for x in c])
pg.ENUM('a','b',name='x',metadata=sa.MetaData(schema='q'))
sa.Enum('a','b',name='x',metadata=sa.MetaData(schema='q'))
Mine()
Mine(7)
Mine2()
Mine3()
Mine3(9)
Mine4(3)
Mine5()
Mine6()
Mine7()
sa.Text(50)
sa.Text(50,collation='de')
sa.Unicode(5)
sa.UnicodeText()
sa.CHAR()
sa.CHAR(3)
sa.NCHAR(3)
sa.NVARCHAR(3)
sa.NVARCHAR()
sa.CLOB()
sa.BLOB()
sa.BINARY(3)
sa.VARBINARY(3)
sa.VARBINARY()
sa.LargeBinary()
sa.SmallInteger()
sa.BigInteger()
sa.Numeric()
sa.Numeric(5)
sa.Numeric(scale=2)
sa.DECIMAL(5,1)
sa.Float()
sa.Float(3)
sa.REAL()
sa.Double()
sa.DOUBLE()
sa.Double(53)
sa.DOUBLE_PRECISION(53)
sa.DATETIME()
sa.DATE()
sa.TIME(True)
sa.Time()
sa.DateTime()
sa.TIMESTAMP()
pg.TIMESTAMP()
sa.Uuid(native_uuid=False)
sa.Interval(second_precision=3)
sa.Interval(day_precision=3)
sa.Interval(native=False)
pg.INTERVAL()
pg.INTERVAL(fields='DAY TO SECOND')
sa.ARRAY(sa.String(3,'C'),dimensions=2)
sa.ARRAY(sa.ARRAY(sa.Integer))
pg.ARRAY(pg.ARRAY(sa.Integer))
sa.ARRAY('x')
sa.ARRAY(sa.Integer,True,2,True)
sa.String('20')
sa.String(0)
sa.String(20.5)
pg.BIT(varying=True)
pg.BIT(5)
pg.BIT(5,True)
pg.HSTORE()
pg.TSVECTOR()
pg.INT4RANGE()
pg.TSTZMULTIRANGE()
pg.JSON(none_as_null=True,astext_type=sa.String(5))
sa.String(5).with_variant(pg.CITEXT(),'postgresql')
sa.String(5).with_variant(sa.Text(),'postgresql','sqlite')
sa.String(5).with_variant('x','postgresql')
sa.String(5).with_variant(sa.Text())
sa.String(5).with_variant(sa.Text(),'a').with_variant(sa.Text(),'a')
sa.PickleType(impl=sa.LargeBinary(5))
pg.DOMAIN('Em',sa.Integer,schema='q')
pg.DOMAIN(sa.Integer,'x')
sa.Integer(5)
sa.String(1,2,3)
sa.Boolean(name='x')
pg.MONEY()
sa.TupleType(sa.Integer)
sa.String(20)
sa.String(20,'C')
sa.Enum('a','b',name='x')
sa.Enum('a','b')
pg.ENUM('a','b',name='x')
pg.ENUM('a','b',name='x',create_type=False,schema='s')
sa.Interval()
sa.Interval(native=False,second_precision=6)
sa.PickleType()
sa.ARRAY(sa.Integer)
pg.ARRAY(sa.String(5),dimensions=2)
pg.ARRAY(pg.ENUM('a',name='z'))
pg.DOMAIN('email',sa.Text,check='value ~ 1',not_null=True)
pg.HSTORE(text_type=sa.Text)
pg.JSONB(astext_type=sa.Text())
pg.JSON()
sa.JSON(none_as_null=True)
sa.Numeric(10,2)
sa.Numeric(10,2,asdecimal=False)
sa.Float(53)
sa.Float(asdecimal=True)
sa.LargeBinary(20)
sa.Boolean()
sa.Boolean(create_constraint=True,name='foo')
sa.Uuid()
sa.Uuid(as_uuid=False)
sa.UUID()
sa.UUID(as_uuid=False)
pg.UUID(as_uuid=True)
pg.INTERVAL(precision=3,fields='DAY')
pg.BIT(3,varying=True)
pg.BIT()
pg.TIMESTAMP(timezone=True,precision=3)
pg.TIME(precision=2)
sa.TupleType(sa.Integer,sa.String)
sa.String().with_variant(sa.Integer(),'sqlite')
sa.Enum('a','b',name='x',schema='s',inherit_schema=True,metadata=sa.MetaData())
sa.Enum('a',name='q',validate_strings=True,omit_aliases=False,quote=True)
pg.JSONPATH()
pg.BYTEA(5)
pg.CITEXT('x')
sa.Enum()
pg.ENUM('a','b')
sa.DateTime(timezone=True)
sa.TIMESTAMP(timezone=True)
pg.DOMAIN('email',sa.Text)
pg.OID()
sa.Enum('a','b',name=None)
sa.Enum('a','b',length=1)
sa.Enum('a','bbb',native_enum=False)
sa.types.TypeEngine()"""

for e in EXPRESSIONS.splitlines():
    try:
        t = eval(e)
        r = repr(t)
    except Exception as x:
        print(e, "|", type(x).__name__ + ": " + str(x))
        continue
    try:
        s = str(t)
    except Exception as x:
        s = type(x).__name__ + ": " + str(x)
    try:
        p = t.compile(dialect=PGD)
    except Exception as x:
        p = type(x).__name__ + ": " + str(x)
    print(e, "|", r, "|", s, "|", p)
