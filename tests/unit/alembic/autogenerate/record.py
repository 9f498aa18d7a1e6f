"""Writes cases.recorded.json: random pairs of models, and what Alembic's autogenerate makes of them.

    python record.py DSN SORTED_SETS_FOLDER SEED COUNT OUT

DSN is an SQLAlchemy address of an empty PostgreSQL whose schemas may be dropped.
"""
import json, logging, random, re, sys, time, traceback, warnings

DSN, FOLDER, SEED, COUNT, OUT = sys.argv[1:6]
sys.path.insert(0, FOLDER)
sys.dont_write_bytecode = True
import sorted_sets; sorted_sets.install()  # noqa: E402,E702
import psycopg2  # noqa: E402
import sqlalchemy as sa  # noqa: E402
from sqlalchemy.dialects import postgresql  # noqa: E402
from alembic.autogenerate import produce_migrations, render_python_code  # noqa: E402
from alembic.migration import MigrationContext  # noqa: E402

warnings.simplefilter("ignore")
real = psycopg2.connect


def patient(*a, **k):
    for wait in (0.02, 0.05, 0.1, 0.3, 1, 2, None):
        try:
            c = real(*a, **k)
            break
        except psycopg2.OperationalError:
            if wait is None:
                raise
            time.sleep(wait)
    c.autocommit = True
    with c.cursor() as cur:
        cur.execute("rollback"); cur.execute("discard all")
    c.autocommit = False
    return c


psycopg2.connect = patient
engine = sa.create_engine(DSN, poolclass=sa.pool.NullPool)


# --- building models from plain data ---------------------------------------------------------------------------

def make_type(spec):
    if spec is None:
        return None
    name, *rest = spec
    kw = rest[-1] if rest and isinstance(rest[-1], dict) else {}
    args = [make_type(a) if isinstance(a, list) else a for a in rest if not isinstance(a, dict)]
    kw = {k: make_type(v) if isinstance(v, list) else v for k, v in kw.items()}
    variant = kw.pop("variant", None)
    where = postgresql if name.startswith("postgresql.") else sa
    made = getattr(where, name.split(".")[-1])(*args, **kw)
    return made.with_variant(variant, "postgresql") if variant else made


def make_default(spec):
    if isinstance(spec, dict):
        if "text" in spec:
            return sa.text(spec["text"])
        return getattr(sa.func, spec["func"])()
    return spec


def make_column(spec):
    kw = {k: spec[k] for k in ("nullable", "primary_key", "index", "unique", "comment", "autoincrement", "key") if k in spec}
    items = []
    if "fk" in spec:
        items.append(sa.ForeignKey(spec["fk"][0], **spec["fk"][1]))
    if "identity" in spec:
        items.append(sa.Identity(**spec["identity"]))
    if "computed" in spec:
        items.append(sa.Computed(spec["computed"][0], persisted=spec["computed"][1]))
    if "server_default" in spec:
        kw["server_default"] = make_default(spec["server_default"])
    type_ = make_type(spec["type"])
    return sa.Column(spec["column"], *([type_] if type_ is not None else []), *items, **kw)


def make_item(spec):
    if "column" in spec:
        return make_column(spec)
    kw = {k: make_default(v) if isinstance(v, dict) and "text" in v else v for k, v in spec.get("options", {}).items()}
    if "unique" in spec:
        return sa.UniqueConstraint(*spec["unique"], **kw)
    if "check" in spec:
        return sa.CheckConstraint(spec["check"], **kw)
    if "pk" in spec:
        return sa.PrimaryKeyConstraint(*spec["pk"], **kw)
    if "fk" in spec:
        return sa.ForeignKeyConstraint(spec["fk"][0], spec["fk"][1], **kw)
    name = kw.pop("name", None)
    return sa.Index(name, *[sa.text(e["text"]) if isinstance(e, dict) else e for e in spec["index"]], **kw)


def make_metadata(tables, naming):
    metadata = sa.MetaData(naming_convention=naming)
    for table in tables:
        sa.Table(table["name"], metadata, *[make_item(i) for i in table["items"]], schema=table.get("schema"), comment=table.get("comment"))
    return metadata


# --- random models ---------------------------------------------------------------------------------------------

TYPES = [
    ["Integer"], ["BigInteger"], ["SmallInteger"], ["String"], ["String", {"length": 20}], ["String", {"length": 50}], ["Text"],
    ["Unicode", {"length": 10}], ["CHAR", {"length": 4}], ["Numeric", {"precision": 10, "scale": 2}], ["Numeric", {"precision": 12}],
    ["Numeric"], ["Float"], ["Float", {"precision": 10}], ["Double"], ["REAL"], ["Boolean"], ["Date"], ["DateTime"],
    ["DateTime", {"timezone": True}], ["Time"], ["Interval"], ["LargeBinary"], ["JSON"], ["Uuid"], ["postgresql.JSONB"],
    ["postgresql.JSON"], ["postgresql.ARRAY", ["Integer"]], ["postgresql.ARRAY", ["String", {"length": 5}]], ["ARRAY", ["Text"]],
    ["postgresql.INET"], ["postgresql.CIDR"], ["postgresql.TSVECTOR"], ["postgresql.INT4RANGE"], ["postgresql.TSTZRANGE"],
    ["postgresql.BIT", {"length": 3}], ["postgresql.TIMESTAMP", {"precision": 3}], ["postgresql.MONEY"], ["postgresql.MACADDR"],
    ["Enum", "a", "b", {"name": "letters"}], ["Enum", "x", "yy", {"name": "small", "native_enum": False}],
    ["postgresql.ENUM", "on", "off", {"name": "switch"}], ["JSON", {"variant": ["postgresql.JSONB"]}], ["TIMESTAMP"], ["VARCHAR", {"length": 9}],
    ["postgresql.INTERVAL", {"fields": "DAY TO SECOND"}], ["postgresql.UUID", {"as_uuid": False}], ["postgresql.BYTEA"],
]
TEXTUAL = {"String", "Text", "Unicode", "CHAR", "VARCHAR"}
NUMBERS = {"Integer", "BigInteger", "SmallInteger", "Numeric", "Float", "Double", "REAL"}
NAMING = {"ix": "ix_%(table_name)s_%(column_0_N_name)s", "uq": "uq_%(table_name)s_%(column_0_name)s", "ck": "ck_%(table_name)s_%(constraint_name)s",
          "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s", "pk": "pk_%(table_name)s"}


def coin(r, p):
    return r.random() < p


def random_default(r, type_):
    name = type_[0]
    if name in TEXTUAL:
        return r.choice(["x", "", "say \"hi\"", {"text": "'y'"}, {"text": "'z'::character varying"}])
    if name in NUMBERS:
        return r.choice(["0", "5", {"text": "7"}, {"text": "1 + 2"}])
    if name == "Boolean":
        return r.choice(["true", {"text": "false"}])
    if name in ("DateTime", "TIMESTAMP"):
        return r.choice([{"func": "now"}, {"text": "CURRENT_TIMESTAMP"}])
    if name == "postgresql.JSONB":
        return r.choice(["{}", {"text": "'[]'::jsonb"}])
    return None


def random_column(r, name):
    type_ = r.choice(TYPES)
    spec = {"column": name, "type": type_}
    if coin(r, .3):
        spec["nullable"] = False
    if coin(r, .2):
        spec["comment"] = r.choice(["a note", "it's", "메모"])
    default = random_default(r, type_)
    if default is not None and coin(r, .4):
        spec["server_default"] = default
    elif type_[0] == "Integer" and coin(r, .1):
        spec["identity"] = r.choice([{}, {"always": True, "start": 5}, {"increment": 2, "cycle": True}])
    if type_[0] in TEXTUAL | NUMBERS and coin(r, .2):
        spec[r.choice(["index", "unique"])] = True
    return spec


def random_items(r, table, names, others):
    items = []
    keys = r.choice([["id"], ["id"], ["id"], ["id", "part"], []])
    for key in keys:
        items.append({"column": key, "type": r.choice([["Integer"], ["BigInteger"], ["Integer"]]), "primary_key": True})
    columns = [random_column(r, n) for n in names]
    for c in columns:
        if c["type"][0] == "Integer" and "identity" not in c and others and coin(r, .3):
            c["fk"] = [r.choice(others) + ".id", r.choice([{}, {}, {"ondelete": "CASCADE"}, {"name": f"fk_{table}_{c['column']}", "onupdate": "SET NULL"}])]
    items += columns
    plain = [c["column"] for c in columns if c["type"][0] in TEXTUAL | NUMBERS]
    texts = [c["column"] for c in columns if c["type"][0] in ("String", "Text")]
    numbers = [c["column"] for c in columns if c["type"][0] in NUMBERS]
    for n in range(r.randint(0, 2)):
        if plain and coin(r, .6):
            pick = r.sample(plain, min(len(plain), r.randint(1, 2)))
            options = {"name": f"ix_{table}_{n}"}
            if coin(r, .3):
                options["unique"] = True
            if coin(r, .2) and numbers:
                options["postgresql_where"] = {"text": f"{numbers[0]} > 0"}
            if coin(r, .15):
                options["postgresql_with"] = {"fillfactor": 70}
            if coin(r, .15):
                options["postgresql_include"] = [plain[-1]]
            items.append({"index": pick, "options": options})
    if texts and coin(r, .4):
        items.append({"index": [{"text": r.choice(["lower({0})", "upper({0})", "({0} || 'x')"]).format(texts[0])}] + (["id"] if coin(r, .3) and "id" in keys else []), "options": {"name": f"ix_{table}_expr"}})
    if plain and coin(r, .3):
        items.append({"index": [{"text": f"{plain[0]} DESC"}], "options": {"name": f"ix_{table}_desc"}})
    if plain and coin(r, .4):
        pick = r.sample(plain, min(len(plain), r.randint(1, 2)))
        options = r.choice([{}, {"name": f"uq_{table}"}, {"name": f"uq_{table}", "postgresql_nulls_not_distinct": True}, {"name": f"uq_{table}", "deferrable": True, "initially": "DEFERRED"}])
        items.append({"unique": pick, "options": options})
    if numbers and coin(r, .4):
        items.append({"check": f"{numbers[0]} > {r.randint(0, 3)}", "options": {"name": r.choice(["positive", f"ck_{table}"])}})
    return items


def change(r, items, names):
    out = []
    for item in items:
        if "column" in item and not item.get("primary_key"):
            roll = r.random()
            if roll < .15 and not any(item["column"] in json.dumps(o) for o in items if "column" not in o):
                continue
            if roll < .4:
                fresh = random_column(r, item["column"])
                used = any(item["column"] in json.dumps(o) for o in items if "column" not in o)
                item = {**item, **{k: v for k, v in fresh.items() if k in ("comment", "nullable")}}
                if not used and "fk" not in item:
                    item = fresh
            elif roll < .5:
                item = {k: v for k, v in item.items() if k not in ("comment", "server_default")}
        elif "column" not in item and coin(r, .25):
            continue
        out.append(item)
    if coin(r, .4):
        out.append(random_column(r, "fresh"))
    return out


def random_case(r):
    names = r.sample(["users", "orders", "Items", "select", "notes", "tags"], r.randint(1, 3))
    schema = "hr" if coin(r, .15) else None
    before, others = [], []
    for name in names:
        columns = r.sample(["a", "b", "c", "Name", "order", "total"], r.randint(1, 4))
        items = random_items(r, name.lower(), columns, [o for o in others])
        before.append({"name": name, "items": items, **({"comment": r.choice(["first", "it's"])} if coin(r, .2) else {}), **({"schema": schema} if schema else {})})
        if sum(1 for i in items if i.get("primary_key")) == 1:
            others.append((schema + "." if schema else "") + name)
    after = []
    for table in before:
        if coin(r, .15):
            continue
        after.append({**table, "items": change(r, table["items"], names), **({"comment": r.choice(["first", "second"])} if coin(r, .2) else {})})
    if coin(r, .3):
        after.append({"name": "brand_new", "items": random_items(r, "brand_new", ["p", "q", "r"], []), **({"schema": schema} if schema else {})})
    options = {}
    if coin(r, .4):
        options["compare_server_default"] = True
    if schema:
        options["include_schemas"] = True
    if coin(r, .1):
        options["render_as_batch"] = True
    case = {"before": before, "after": after, "options": options}
    if coin(r, .2):
        case["naming"] = NAMING
    return case


# --- recording -------------------------------------------------------------------------------------------------

class Keeper(logging.Handler):
    def emit(self, record):
        if record.name != "alembic.runtime.plugins":
            lines.append(f"[{record.name}] {record.getMessage()}")


PREFIXES = {"sqlalchemy_module_prefix": "sa.", "alembic_module_prefix": "op.", "user_module_prefix": None, "render_item": None,
            "render_as_batch": False}
lines = []
logging.getLogger("alembic.autogenerate").addHandler(Keeper())
logging.getLogger("alembic.ddl").addHandler(Keeper())
logging.getLogger("alembic").setLevel(logging.INFO)


def plain(text):
    return re.sub(r"0x[0-9a-f]{6,}", "0x0", text)


def record(case):
    naming = case.get("naming")
    with engine.connect() as c:
        for (n,) in c.execute(sa.text("select nspname from pg_namespace where nspname not like 'pg\\_%' and nspname <> 'information_schema'")).fetchall():
            c.execute(sa.text(f'drop schema "{n}" cascade'))
        c.execute(sa.text("create schema public")); c.execute(sa.text("create schema hr"))
        statements = []
        before = make_metadata(case["before"], naming)
        printer = sa.create_mock_engine("postgresql+psycopg2://", lambda sql, *a, **k: statements.append(str(sql.compile(dialect=postgresql.dialect(paramstyle="named")))))
        before.create_all(printer, checkfirst=False)
        for s in statements:
            c.exec_driver_sql(s.replace("%", "%%"))
        after = make_metadata(case["after"], naming)
        del lines[:]
        context = MigrationContext.configure(c, opts={"target_metadata": after, **PREFIXES, **case["options"]})
        script = produce_migrations(context, after)
        log = [plain(l) for l in lines]
        imports = set()
        code = []
        for side in (script.upgrade_ops, script.downgrade_ops):
            from alembic.autogenerate.api import AutogenContext
            from alembic.autogenerate import render
            autogen = AutogenContext(context)
            autogen.imports = imports
            code.append(render._indent(render._render_cmd_body(side, autogen)))
        return {**case, "sql": statements, "log": log, "diffs": [plain(repr(d)) for d in script.upgrade_ops.as_diffs()],
                "upgrade": code[0], "downgrade": code[1], "imports": sorted(imports)}


def main():
    r = random.Random(int(SEED))
    out, tries = [], 0
    while len(out) < int(COUNT):
        tries += 1
        case = random_case(random.Random(r.random()))
        try:
            out.append(record(case))
        except sa.exc.OperationalError:
            print("the server is gone", file=sys.stderr)
            break
        except Exception as e:
            if tries < 5:
                traceback.print_exc()
            print("skipped", type(e).__name__, str(e)[:100].replace("\n", " "), file=sys.stderr)
    with open(OUT, "w") as f:
        f.write("[\n" + ",\n".join(json.dumps(c, ensure_ascii=False) for c in out) + "\n]\n")
    print(len(out), "cases of", tries)


main()
