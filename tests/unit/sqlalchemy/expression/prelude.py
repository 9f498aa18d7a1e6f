import datetime, decimal, uuid
import sqlalchemy as sa
from sqlalchemy import (and_, or_, not_, func, text, literal, literal_column, bindparam, cast, case, type_coerce, extract, distinct,
    tuple_, between, collate, desc, asc, nullsfirst, exists, any_, all_, over, try_cast)
from sqlalchemy.sql import quoted_name
from sqlalchemy.dialects import postgresql as pg
x = sa.column("x")
u = sa.table("users", sa.column("id", sa.Integer), sa.column("name", sa.String), sa.column("email", sa.String),
    sa.column("age", sa.Integer), sa.column("active", sa.Boolean), sa.column("total", sa.Numeric), sa.column("ratio", sa.Float),
    sa.column("created", sa.DateTime), sa.column("data", pg.JSON), sa.column("datab", pg.JSONB),
    sa.column("tags", pg.ARRAY(sa.Integer)), sa.column("uid", sa.Uuid), sa.column("status", sa.Enum("a", "b", name="st")),
    sa.column("inet", pg.INET))
o = sa.table("orders", sa.column("id", sa.Integer), sa.column("user_id", sa.Integer), sa.column("status", sa.String),
    sa.column("total", sa.Numeric), sa.column("note", sa.Text))
m = sa.MetaData()
tu = sa.Table("tu", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.String(50)))
to = sa.Table("to", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("user_id", sa.ForeignKey("tu.id")), sa.Column("total", sa.Integer, server_default="0"))
ts = sa.Table("ts", m, sa.Column("id", sa.Integer, sa.Identity(), primary_key=True), sa.Column("label", sa.String), schema="sch")
LONG = "a_very_long_column_name_that_goes_beyond_what_postgresql_accepts_in_names"
long = sa.table("long", sa.column(LONG, sa.Integer))
ins = pg.insert(o).values(id=1, status="x")
tree = sa.table("tree", sa.column("id", sa.Integer), sa.column("parent", sa.Integer))
base = sa.select(tree.c.id).where(tree.c.parent == None).cte("t", recursive=True)
cte_tree = base.union_all(sa.select(tree.c.id).where(tree.c.parent == base.c.id))
lat = sa.select(o.c.id).where(o.c.user_id == u.c.id).lateral("lat")
