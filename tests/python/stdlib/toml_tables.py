import datetime
import io
import tomllib

TEXT = """
name = "app"
port = 5432
ratio = 1.0
names = ["a", "b"]
when = 2026-01-15T09:30:00Z
day = 2026-01-15
at = 09:30:00

[tool.alembic]
script_location = "%(here)s/migrations"

[[hooks]]
name = "black"
"""
found = tomllib.loads(TEXT)
print(found["port"], found["ratio"], found["names"], found["tool"])
print(found["when"] == datetime.datetime(2026, 1, 15, 9, 30, tzinfo=datetime.timezone.utc), found["day"], found["at"])
print(found["hooks"][0]["name"], type(found["ratio"]).__name__)
print(tomllib.load(io.BytesIO(b"x = true\n")))
print(tomllib.loads("x = 1.5", parse_float=lambda text: "<" + text + ">"))
try:
    tomllib.loads("a = = 1")
except tomllib.TOMLDecodeError as error:
    print(error, isinstance(error, ValueError))
try:
    tomllib.load(io.StringIO("x = 1"))
except TypeError as error:
    print(error)
