"""Which names in a text are parameters."""
from sqlalchemy import text
from sqlalchemy.dialects import postgresql
D = postgresql.dialect()
for s in ["a :x b", "'%:pay:%'", "a::int", r"a\:b", r"\:x :y", "12:30:45", ":a$b", ":a$b :c", "$x:y", "x :a:b", "(:a)", ":1", r"'\:'::text", "::x", ":x::int", r"\::x", ":é", r"a \:b$ c", "%(x)s :x 50%", "a:b", "a :b: c :d"]:
    t = text(s)
    try: print(repr(s), t.compile(dialect=D), "|", t.compile(), "|", t.compile(dialect=D).params)
    except Exception as e: print(repr(s), type(e), e)
