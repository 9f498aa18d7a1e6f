"""Naming conventions, and what becomes of names that are too long."""
from sqlalchemy import *
from sqlalchemy.dialects import postgresql as pg
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlalchemy.sql.elements import conv

d = pg.dialect()
C = Column


def t(convention, *items, schema=None):
    try:
        m = MetaData(naming_convention=convention, schema=schema)
        Table("parent", m, Column("id", Integer, primary_key=True), Column("k_ey", Integer, key="kk"))
        tt = Table("t", m, *items)
        print(repr(str(CreateTable(tt).compile(dialect=d))))
        for text in sorted(str(CreateIndex(i).compile(dialect=d)) for i in tt.indexes):
            print("   ", text)
        print("   ", sorted([(type(c).__name__, c.name, type(c.name).__name__) for c in tt.constraints], key=str))
    except Exception as e:
        print(type(e).__name__, e)


std={"ix":"ix_%(column_0_label)s","uq":"uq_%(table_name)s_%(column_0_name)s","ck":"ck_%(table_name)s_%(constraint_name)s","fk":"fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s","pk":"pk_%(table_name)s"}
t(std,C('id',Integer,primary_key=True),C('a',Integer,unique=True,index=False),C('b',Boolean(create_constraint=True,name='bb')),C('p',ForeignKey('parent.id')),CheckConstraint('a>1',name='pos'),C('i',Integer,index=True),UniqueConstraint('a','i'))
t(std,C('a',Integer),CheckConstraint('a>1'))
t(std,C('a',Integer),C('b',Enum('x','y',create_constraint=True,native_enum=False)))
t(std,C('a',Integer),C('b',Enum('x','y',name='en',create_constraint=True,native_enum=False)))
t(std,C('a',Integer,index=True),C('p',ForeignKey('parent.id')),schema='sch')
t({"pk":"pk_%(column_0_name)s_%(column_1_name)s","uq":"uq_%(column_0N_name)s","ix":"ix_%(column_0_N_label)s","fk":"fk_%(column_0_N_key)s_%(referred_column_0_N_name)s_%(referred_column_0_name)s"},C('id',Integer,primary_key=True),C('x_y',Integer,key='z',primary_key=True),UniqueConstraint('id','z'),Index(None,'id','z'),ForeignKeyConstraint(['id','z'],['parent.id','parent.kk']))
t({"foo":lambda c,t:"FOO"+t.name,"uq":"uq_%(foo)s","ck":"c%(bar)s"},C('id',Integer,unique=True))
t({"ck":"c%(bar)s"},C('id',Integer),CheckConstraint('a',name='x'))
t({"ck":"c%(constraint_name)s"},C('id',Integer),CheckConstraint('a',name=conv('x')))
t({UniqueConstraint:"U_%(table_name)s"},C('id',Integer,unique=True))
t({"uq":"uq_%(column_9_name)s_q"},C('id',Integer,unique=True))
t({"uq":"uq_%(column_0_nam)s_q"},C('id',Integer,unique=True))
t({"fk":"fk_%(constraint_name)s"},C('id',Integer,ForeignKey('parent.id',name='g')),C('id2',Integer,ForeignKey('parent.id')))
t({"uq":"uq_%(table_name)s_%(column_0_name)s"},C('i'*70,Integer,unique=True,index=True))
t(None,C('i'*70,Integer,unique=True,index=True))
t(None,C('a',Integer),UniqueConstraint('a',name='u'*64))
t(None,C('a',Integer),Index('u'*64,'a'))
t(None,C('a',Integer),C('t_a',Integer,index=True),Index(None,'a'))
t(std,C('a',Integer),C('b',Enum('x','y',create_constraint=True)))
t({"ix":"i%%x_%(table_name)s"},C('a',Integer,index=True))
t({"ix":"ix_%(table_name)d"},C('a',Integer,index=True))
t({"ix":"ix_%(table_name"},C('a',Integer,index=True))
t({"ix":"ix"},C('a',Integer,index=True),C('b',Integer,index=True))
