from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

for key in ("UTC", "Asia/Seoul", "Europe/Berlin", "America/New_York", "Australia/Sydney", "Asia/Kolkata", "Europe/London", "US/Pacific", "America/Sao_Paulo", "Asia/Kathmandu"):
    zone = ZoneInfo(key)
    print(repr(zone), zone, zone.key, ZoneInfo(key) is zone)
    for at in (datetime(2026, 1, 15, 9), datetime(2026, 7, 1, 12, 30), datetime(2026, 3, 29, 1, 30), datetime(2026, 10, 25, 0, 30), datetime(2026, 11, 1, 5, 30), datetime(2026, 3, 8, 7, 30), datetime(2026, 4, 4, 16, 30)):
        local = at.replace(tzinfo=timezone.utc).astimezone(zone)
        wall = at.replace(tzinfo=zone)
        print(local, local.tzname(), local.fold, local.dst(), wall.utcoffset(), wall.replace(fold=1).utcoffset(), wall.astimezone(timezone.utc))
    print((datetime(2026, 3, 29, 0, tzinfo=zone) + timedelta(hours=5)).isoformat(), datetime(2026, 1, 1, tzinfo=zone))
for bad in (lambda: ZoneInfo("Mars/Base"), lambda: ZoneInfo("asia/seoul")):
    try:
        print(bad())
    except ZoneInfoNotFoundError as error:
        print(type(error).__name__, error)
