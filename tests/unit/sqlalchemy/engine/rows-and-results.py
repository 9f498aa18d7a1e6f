import sqlalchemy as sa
e=sa.create_engine("postgresql+psycopg2://learner:learner@localhost:5432/app")
c=e.connect()
def t(s):
    try: print(s,'=>',repr(eval(s))[:200])
    except Exception as x: print(s,'!!',type(x).__module__+"."+type(x).__name__, x)
r=c.execute(sa.text("select 1 as a, 'x' as b, 5 as \"c d\"")); row=r.one(); m=row._mapping
for s in '''type(row)
type(m)
repr(row)
row._mapping
row._t
row[0:2]
row[-1]
row._mapping['a']
row._mapping['zz']
row._mapping.zz
m.get('zz')
list(m)
m.keys()
'a' in m
len(m)
dict(m)
dict(row)
dict(row._mapping)
row.a
row['a']
row.zz
hash(row) and 1
row < (2,)
row == (1,'x',5)
isinstance(row, tuple)
row.index('x')
row.keys()
row._fields
r
type(r)
c.execute(sa.text("select 1 as x")).scalars()
c.execute(sa.text("select 1 as x")).mappings()
c.execute(sa.text("select 1 as x, 2 as y")).scalars("y").all()
c.execute(sa.text("select 1 as x, 2 as y")).scalars(1).all()
c.execute(sa.text("select 1 as x, 2 as y")).columns("y","x").all()
c.execute(sa.text("select 1 as x, 2 as y")).mappings().first()
c.execute(sa.text("select 1 as x, 2 as y")).mappings().one()
c.execute(sa.text("select 1 as x, 2 as y")).scalar_one()
c.execute(sa.text("select 1 as x where false")).scalar()
c.execute(sa.text("select 1 as x where false")).scalar_one()
c.execute(sa.text("select 1 as x where false")).first()
list(c.execute(sa.text("select generate_series(1,5)")).partitions(2))
c.execute(sa.text("select generate_series(1,5)")).fetchmany(2)
next(c.execute(sa.text("select generate_series(1,5)")))
c.execute(sa.text("select 1 union all select 1")).unique().all()
c.execute(sa.text("select 1")).tuples().all()
c.execute(sa.text("select 1")).yield_per(5).all()
c.execute(sa.text("select 1")).lastrowid
c.execute(sa.text("select 1")).rowcount
c.execute(sa.text("select 1")).inserted_primary_key
c.execute(sa.text("select 1")).supports_sane_rowcount()
c.execute(sa.text("select 1")).is_insert
c.scalar(sa.text("select 5"))
c.scalars(sa.text("select 5")).all()
c.exec_driver_sql("select 1").scalar()
c.get_isolation_level()
c.default_isolation_level
c.connection
c.in_transaction()
c.get_transaction()
c.get_nested_transaction()
c.engine
c.dialect
c.info
c.invalidated
c.begin()
c
c.execute(sa.text("select :a"), a=5)
c.execute(sa.text("select :a"), (1,))
c.execute(sa.text("select :a"), [(1,)])
c.execute(sa.text("select :a"), "x")
c.execute(sa.text("select :a"), [])
c.execute(sa.text("select :a"), 5)
c.execute(sa.text("select :a"), {"a":1}).all()
c.execute(None)
c.execute(5)
c.execute(T.c.oid)
c.execute(sa.func.now()).scalar() and 1
c.execution_options(isolation_level="AUTOCOMMIT")
c.rollback()
c.execution_options(isolation_level="nope")
c.execution_options(isolation_level="AUTOCOMMIT") is c
c.get_execution_options()
c.commit()
c.close()
c.closed
c.close()
c.rollback()
c.begin()
c.in_transaction()
e.begin()
e.raw_connection()
e.dispose()
e.execution_options(isolation_level="AUTOCOMMIT")
e.get_execution_options()
e.logging_name
e.echo
e.update_execution_options(x=1)'''.splitlines(): t(s)
