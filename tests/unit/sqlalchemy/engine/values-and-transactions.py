import sqlalchemy as sa, datetime, uuid, decimal
from sqlalchemy import *
from sqlalchemy.dialects import postgresql as pg
e=sa.create_engine("postgresql+psycopg2://learner:learner@localhost:5432/app")
def t(n,f):
    try: print(n,'=>',repr(f())[:300])
    except Exception as x: print(n,'!!',type(x).__module__+"."+type(x).__name__, x)
E = None

m=MetaData()
T=Table("vals",m,Column("id",Integer,primary_key=True),Column("s",String(20)),Column("j",JSON),Column("jb",pg.JSONB),Column("u",Uuid),Column("us",pg.UUID(as_uuid=False)),Column("e",String),Column("es",Enum("p","q",name="pq")),Column("d",Date),Column("dt",DateTime),Column("dz",DateTime(timezone=True)),Column("t",Time),Column("iv",Interval),Column("n",Numeric(10,2)),Column("f",Float),Column("b",Boolean),Column("bl",LargeBinary),Column("a",pg.ARRAY(Integer)),Column("ta",pg.ARRAY(Text)),Column("nf",Numeric(asdecimal=False)),Column("fd",Float(asdecimal=True)), Column("inet",pg.INET), Column("bi",BigInteger), Column("created",DateTime,server_default=func.now()), Column("upd",DateTime,onupdate=datetime.datetime(2020,1,1)))
with e.connect() as c:
    m.drop_all(c); m.create_all(c)
    r=c.execute(T.insert(),dict(s="한 'q' \\ %",j={"a":[1,2.5,None,True,"한"]},jb=[1,{"k":"v"}],u=uuid.UUID(int=5),us="12345678-1234-5678-1234-567812345678",e="y",es="p",d=datetime.date(2020,1,2),dt=datetime.datetime(2020,1,2,3,4,5,6),dz=datetime.datetime(2020,1,2,3,4,5,tzinfo=datetime.timezone.utc),t=datetime.time(1,2,3),iv=datetime.timedelta(days=1,seconds=5),n=decimal.Decimal("1.50"),f=1.5,b=True,bl=b"\x00a'",a=[1,2],ta=["a,b",None,'q"x'],nf=1.25,fd=2.5,inet="10.0.0.1",bi=2**40))
    t("pk",lambda: r.inserted_primary_key)
    for col in T.c:
        if col.name!="created": t(col.name,lambda: c.execute(select(col)).scalar())
    t("bad enum",lambda: c.execute(T.insert().values(es="zzz")))
    c.rollback()
    t("bad enum2",lambda: c.execute(T.insert().values(e="zzz")))
    c.rollback()
    t("bad bool",lambda: c.execute(T.insert().values(b="zzz")))
    c.rollback()
    t("bad int",lambda: c.execute(T.insert().values(id="zzz")))
    c.rollback()
    t("too long",lambda: c.execute(T.insert().values(s="x"*21)))
    c.rollback()
    t("json none",lambda: (m.create_all(c), c.execute(T.insert().values(j=None,jb=null(),s=None)), c.execute(text("select j is null, jb is null, j::text from vals")).all()))
    t("rowproxy",lambda: c.execute(select(T.c.id,T.c.j)).all())
    t("upd",lambda: (c.execute(T.update().values(s="z")).rowcount, c.execute(select(T.c.upd)).scalar()))
    t("count",lambda: c.execute(select(func.count()).select_from(T)).scalar_one())
    t("many",lambda: c.execute(T.update().where(T.c.id==bindparam("i")).values(s=bindparam("v")),[{"i":1,"v":"a"},{"i":2,"v":"b"}]).rowcount)
    t("del",lambda: c.execute(T.delete().where(T.c.id==1).returning(T.c.s)).all())
    t("missing",lambda: c.execute(T.insert(),[{"s":"a"},{"s":"b","f":2}]))
    t("missing2",lambda: c.execute(T.insert(),[{"s":"a","f":1},{"s":"b"}]))
    c.rollback(); m.create_all(c)
    t("textcols",lambda: c.execute(text("select id, s from vals").columns(T.c.id,T.c.s)).all())
    t("onconf",lambda: c.execute(pg.insert(T).values(id=1,s="z").on_conflict_do_update(index_elements=["id"],set_={"s":"w"})).rowcount)
    t("nested",lambda: nested(c))
    t("unknown key",lambda: c.execute(T.insert(),{"nope":1}))
    c.rollback()
    t("unknown key2",lambda: c.execute(text("select 1"),{"nope":1}).scalar())
    t("ddl",lambda: c.execute(sa.schema.CreateSchema("zz")))
    t("ddl2",lambda: c.execute(sa.schema.CreateSchema("zz")))
    c.rollback()
    t("DDL",lambda: c.execute(sa.DDL("create table q%d (x int)" % 5)).rowcount)
    t("multi",lambda: c.exec_driver_sql("create table w1(a int); insert into w1 values (1),(2); select * from w1").all())
    t("multi2",lambda: c.execute(text("insert into w1 values (3); insert into w1 values (4)")).rowcount)
    c.rollback()
    t("plain", lambda: c.execute(text("select '100%' as p, 5 % 3")).all())
    t("colon", lambda: c.execute(text("select '12:30'::time, ' \\:x '")).all())
    t("long params", lambda: c.execute(text("select :a, bad"),{"a":"x"*400}))
    c.rollback()
    t("long many", lambda: c.execute(text("insert into nope values (:a)"),[{"a":i} for i in range(20)]))
    c.rollback()
    t("uuid gen",lambda: c.execute(select(cast("12345678-1234-5678-1234-567812345678",Uuid))).scalar())
    t("array agg",lambda: c.execute(select(func.array_agg(literal_column("x")).label("q")).select_from(text("generate_series(1,3) x"))).scalar())
    t("null cmp",lambda: c.execute(select(literal(None).is_(None))).scalar())
    t("case",lambda: c.execute(select(case((literal(1)==1,"y"),else_="n"))).scalar())
    t("limit",lambda: c.execute(select(literal_column("1")).limit(1)).all())
    m.drop_all(c); c.commit()
try:
    with e.begin() as c:
        c.execute(text("create table rb (a int)"))
        raise ValueError("x")
except ValueError as x: print("caught",x)
with e.connect() as c:
    t("gone",lambda: c.execute(text("select * from rb")).all())
    c.rollback()
    with c.begin_nested() as n:
        print(n.is_active)
    c.rollback()
with e.connect() as c:
    with c.begin():
        c.execute(text("create table kk (a int)"))
        c.commit() 
        t("after",lambda: c.execute(text("select 1")))
with e.connect() as c:
    c.execute(text("drop table kk"))
    tr=c.get_transaction(); tr.commit(); t("tr",lambda: tr.commit())
    t("ac",lambda: c.execution_options(isolation_level="AUTOCOMMIT").execute(text("select 1")).scalar())
    c.commit()
def nested(c):
    with c.begin_nested():
        try:
            with c.begin_nested():
                c.execute(text("select 1/0"))
        except Exception as x: print(type(x).__name__)
        return c.execute(text("select 1")).scalar()
with e.connect() as c: t("nested",lambda: nested(c))
