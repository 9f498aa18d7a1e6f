"""Writes NAME.txt beside every NAME.py: what it prints with the real SQLAlchemy. Usage: record.py PORT of an empty PGlite server."""
import contextlib, glob, io, os, re, sys, warnings
warnings.simplefilter("ignore")
here = os.path.dirname(os.path.abspath(__file__))
for path in sorted(glob.glob(os.path.join(here, "*.py"))):
    if path.endswith("record.py"):
        continue
    source = open(path).read().replace("learner:learner@localhost:5432/app", f"postgres:postgres@127.0.0.1:{sys.argv[1]}/postgres")
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(source, path, "exec"), {"__name__": "__main__"})
    text = re.sub("0x[0-9a-f]+", "0x", out.getvalue())
    text = text.replace(f"postgres:***@127.0.0.1:{sys.argv[1]}/postgres", "learner:***@localhost:5432/app")
    open(path[:-3] + ".txt", "w").write(text)
