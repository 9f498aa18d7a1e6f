"""Writes corpus.json: what SQLAlchemy gives for every line of corpus.txt. Run with the real SQLAlchemy 2.0.52."""
import json, os, sys, warnings
warnings.simplefilter("ignore")
here = os.path.dirname(os.path.abspath(__file__))
names = {}
exec(open(os.path.join(here, "prelude.py")).read(), names)
from sqlalchemy.dialects.postgresql import psycopg2

def outcome(make):
    try:
        return make()
    except Exception as error:
        return {"error": type(error).__name__, "message": str(error)}

def compiled(node, dialect, **options):
    c = node.compile(dialect=dialect, **options)
    return {"sql": str(c), "params": {k: repr(v) for k, v in c.params.items()}}

rows = []
for line in open(os.path.join(here, "corpus.txt")):
    code = line.rstrip("\n")
    if not code or code.startswith("#"):
        continue
    row = {"code": code}
    try:
        node = eval(code, names)
        row["repr_type"] = repr(getattr(node, "type", None))
        if isinstance(node, str): row["str"] = str(node)
        else:
            row["default"] = outcome(lambda: compiled(node, None))
            row["pg"] = outcome(lambda: compiled(node, psycopg2.dialect()))
            row["named"] = outcome(lambda: compiled(node, psycopg2.dialect(paramstyle="named"), compile_kwargs={"literal_binds": True}))
    except Exception as error:
        row["error"] = type(error).__name__
        row["message"] = str(error)
    rows.append(row)
json.dump(rows, open(os.path.join(here, "corpus.json"), "w"), indent=1, ensure_ascii=False)
