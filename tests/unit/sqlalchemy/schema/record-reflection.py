"""Records what SQLAlchemy's Inspector says of a database: record-reflection.py URL > reflection.recorded.json"""
import json, sys, warnings
import sqlalchemy as sa

SQL = """
create schema s1; create type mood as enum ('sad','ok'); create type s1."Mood 2" as enum ('x');
create domain posint as integer check (value > 0);
create domain dtext as text collate "C" default 'x' not null constraint foo check (length(value)>1);
create table parent (id serial primary key, name varchar(20) not null default 'x', u uuid,
  constraint uq_n unique nulls not distinct (name) include (u));
comment on table parent is 'hello'; comment on column parent.name is 'cc'; comment on constraint uq_n on parent is 'ccc';
create table s1.other (a int, b int, primary key (b,a));
create table child (id bigint generated always as identity (start 5 increment 2 cycle),
  p integer references parent(id) on delete cascade on update set null deferrable initially deferred, a int, b int, m mood,
  m2 s1."Mood 2", ms mood[], d posint, dt dtext, n numeric(10,2), n2 numeric, f double precision, r real,
  ts timestamp(3) with time zone default now(), t time, iv interval day to second(3), iv2 interval, c char(3), bt bit(4),
  vb bit varying(5), vb2 bit varying, j json, jb jsonb, ar varchar(5)[], arr int[][], by bytea, ip inet, tsv tsvector,
  ci cidr, mac macaddr, mo money, o oid, rc regclass, ir int4range, mr int4multirange, x xml, pt point, coll text collate "C",
  gen int generated always as (a+1) stored, gv int generated always as (a*2) virtual, nn name, ch "char", dd date not null,
  sm smallint default 3, bo boolean default false, ser int default nextval('parent_id_seq'::regclass), tz timetz,
  constraint fk2 foreign key (a,b) references s1.other(b,a) match full, constraint ck check (a > 0), check (b > 1),
  constraint ck2 check (a > 1) no inherit, constraint ck3 check ((a > 1 and b < 2) or a is null),
  constraint ex exclude using gist (ir with &&), primary key (id));
create index ix1 on child (a desc, lower(coll)) include (b) where a > 5;
create unique index ix2 on child using btree (b nulls first, c collate "C" bpchar_pattern_ops) with (fillfactor=70);
create index ix3 on child using gin (jb jsonb_path_ops); create index ix4 on child using hash (a);
create unique index ix5 on child(a) nulls not distinct; create index ix6 on child (a desc nulls last, b asc nulls first, m desc);
create view v as select a from child; create materialized view mv as select a from child; create sequence sq;
create table part (a int, b int) partition by range (a); create table part1 partition of part for values from (0) to (10);
create table inh () inherits (parent); create table "Odd Name" ("a b" int unique, "c""d" text);
create table q1(a int unique, b int, primary key(b), unique(b,a)); create table q2 (a int, b int);
alter table q2 add constraint f foreign key (a) references q1(a) on delete set null (a) not valid;
alter table q2 add constraint ckn check (b>1) not valid;
alter table q2 add constraint f2 foreign key (b) references q1(a) initially deferred;
alter table q2 add constraint f3 foreign key (b) references q1(a) deferrable initially immediate
"""
METHODS = ["get_columns", "get_pk_constraint", "get_foreign_keys", "get_indexes", "get_unique_constraints",
           "get_check_constraints", "get_table_comment"]


def plain(value):
    if isinstance(value, dict):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    return repr(value) if isinstance(value, sa.types.TypeEngine) else value


engine = sa.create_engine(sys.argv[1])
with engine.connect() as connection:
    connection.exec_driver_sql("drop schema if exists s1 cascade; drop schema public cascade; create schema public")
    connection.exec_driver_sql(SQL)
    inspector = sa.inspect(connection)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        out = {"sql": SQL, "tables": {}, "lists": {}}
        for schema in (None, "public", "s1"):
            for method in ("get_table_names", "get_view_names", "get_materialized_view_names", "get_sequence_names", "get_enums",
                           "get_domains"):
                out["lists"][f"{method} {schema or ''}"] = plain(getattr(inspector, method)(schema=schema))
            for table in sorted(inspector.get_table_names(schema=schema) + inspector.get_view_names(schema=schema)):
                out["tables"][f"{schema or ''} {table}"] = {m: plain(getattr(inspector, m)(table, schema=schema)) for m in METHODS}
        out["warnings"] = sorted({str(w.message) for w in caught})
    metadata = sa.MetaData()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        metadata.reflect(connection)
    from sqlalchemy.schema import CreateIndex, CreateTable
    out["metadata"] = {t.key: [str(CreateTable(t).compile(connection))] + sorted(str(CreateIndex(i).compile(connection)) for i in t.indexes)
                       for t in metadata.sorted_tables if t.key != "child"}
    connection.rollback()
json.dump(out, sys.stdout, indent=0, ensure_ascii=False)
