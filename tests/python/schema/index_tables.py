from sqlalchemy import *
m=MetaData()
for f in [lambda t: Index('a', 'y', func.lower(t.c.x)), lambda t: Index('a', func.lower(t.c.x), 'y'), lambda t: Index('a', 'nope', func.lower(t.c.x)), lambda t: Index('a', 'y', t.c.x), lambda t: Index('a', text('y'), 'x', _table=t), lambda t: Index('a', 'x', text('y')), lambda t: Index('a', 'x', 'y', func.lower(column('x'))), lambda t: Table('t',m,Index('a','x',func.lower(column('y'))),extend_existing=True), lambda t: UniqueConstraint('x', t.c.y)]:
    m=MetaData()
    t=Table('t',m,Column('x',String),Column('y',String))
    try:
        i=f(t)
        print(i.table if hasattr(i,'table') else '', t.indexes, [str(e) for e in getattr(i,'expressions',[])], i.columns.keys())
    except Exception as e: print(type(e).__name__, e)

m = MetaData()
t = Table('t', m, Column('x', String), Column('y', String))
u = Table('u', m, Column('x', String), Column('y', String))
for make in (lambda: Index('q', t.c.x, u.c.y), lambda: UniqueConstraint(t.c.x, u.c.y), lambda: UniqueConstraint('x', t.c.y)):
    try:
        print(make().table)
    except Exception as e:
        print(type(e).__name__, e)
a, b = Column('a', Integer), Column('b', Integer)
both = Index('z', a, b)
named = Index('z', a, 'b')
added = Index('z', a + b)
Table('v', m, a, b)
print(both.table, named.table, added.table, added.columns.keys())
