"""datetime, uuid, json and re where they are asked for odd things."""
import json
import re
import uuid
from datetime import date, datetime, time, timedelta, timezone

moment = datetime(2026, 1, 15, 9, 30, 5, 123456)
there = datetime(2026, 1, 15, 9, 30, tzinfo=timezone.utc)
korea = timezone(timedelta(hours=9), "KST")
span = timedelta(days=1, hours=2, minutes=3)
known = uuid.UUID("12345678-1234-5678-9234-567812345678")


def show(work):
    try:
        print(repr(work()))
    except Exception as error:
        print(type(error).__name__, error)


for work in (
    lambda: span % timedelta(hours=1),
    lambda: divmod(span, timedelta(hours=5)),
    lambda: span // timedelta(),
    lambda: moment < date(2026, 1, 1),
    lambda: timedelta(foo=1),
    lambda: (timezone(timedelta(0)), timezone.min),
    lambda: moment.strftime(),
    lambda: datetime.strptime("2026"),
    lambda: (date.fromisocalendar(2026, 3, 4), date(2024, 2, 29).isocalendar()),
    lambda: date.fromisocalendar(2026, 60, 1),
    lambda: date.fromordinal(0),
    lambda: there.astimezone(korea).utctimetuple(),
    lambda: hash(there) == hash(there.astimezone(korea)),
    lambda: (time(9, 5).replace(hour=1), time.max, datetime.resolution),
    lambda: datetime.nope,
    lambda: datetime.fromtimestamp(1e20, timezone.utc),
    lambda: (known.fields, known.variant, known.version, known.bytes_le, known.clock_seq),
    lambda: uuid.UUID(fields=known.fields) == uuid.UUID(bytes_le=known.bytes_le) == known,
    lambda: uuid.UUID(5),
    lambda: uuid.UUID(int="x"),
    lambda: uuid.UUID(hex="1", int=1),
    lambda: uuid.UUID(int=5, version=9),
    lambda: setattr(known, "hex", 1),
    lambda: uuid.uuid5("x", "y"),
    lambda: json.loads('["한"]'.encode("utf-16")),
    lambda: (json.decoder.JSONDecodeError, json.encoder.JSONEncoder),
    lambda: (re.I | re.M, re.compile("a", re.I | re.X)),
):
    show(work)
