/** `time` and `calendar`. The machine's clock stands still while a program sleeps. */
import { type NativeModule, nativeFunction } from '../../../python/values/native/native.ts';
import { Float } from '../../../stdlib/float.ts';
import { pythonModule } from '../../library.ts';

const natives: NativeModule['names'] = {
  time_ns: () => {
    const code = nativeFunction('time_ns', '', (call) => call.process.machine.now() * 1000n, 'time');
    return code;
  },
  time: () =>
    nativeFunction('time', '', (call) => new Float(Number(call.process.machine.now()) / 1e6), 'time'),
};

export const timeModule = pythonModule(
  'time',
  String.raw`
timezone = 0
altzone = 0
daylight = 0
tzname = ("UTC", "UTC")
CLOCK_MONOTONIC = 1


class struct_time(tuple):
    _names = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst")

    def __new__(cls, sequence):
        return tuple.__new__(cls, tuple(sequence)[:9])

    def __getattr__(self, name):
        if name in self._names:
            return self[self._names.index(name)]
        if name == "tm_zone":
            return "UTC"
        if name == "tm_gmtoff":
            return 0
        raise AttributeError("'time.struct_time' object has no attribute %r" % name)

    def __repr__(self):
        return "time.struct_time(%s)" % ", ".join("%s=%r" % pair for pair in zip(self._names, self))


def _moment(seconds):
    import datetime

    return datetime.datetime.fromtimestamp(time() if seconds is None else seconds)


def _tuple(moment):
    day = moment.toordinal() - moment.replace(month=1, day=1).toordinal() + 1
    return struct_time((moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second, moment.weekday(), day, 0))


def gmtime(seconds=None):
    return _tuple(_moment(seconds))


localtime = gmtime


def mktime(t):
    import datetime

    return float(int(datetime.datetime(*t[:6], tzinfo=datetime.timezone.utc).timestamp()))


def strftime(format, t=None):
    import datetime

    t = gmtime() if t is None else t
    return datetime.datetime(*tuple(t)[:6]).strftime(format)


def strptime(string, format="%a %b %d %H:%M:%S %Y"):
    import datetime

    return _tuple(datetime.datetime.strptime(string, format))


def asctime(t=None):
    return strftime("%a %b %e %H:%M:%S %Y", t)


def ctime(seconds=None):
    return asctime(gmtime(seconds))


def sleep(seconds, /):
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")


def monotonic(): return time()
def perf_counter(): return time()
def process_time(): return time()
def monotonic_ns(): return time_ns()
def perf_counter_ns(): return time_ns()
def process_time_ns(): return time_ns()
`,
  natives,
);

export const calendarModule = pythonModule(
  'calendar',
  String.raw`
import datetime as _datetime

month_name = ["", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
month_abbr = [name[:3] for name in month_name]
day_name = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
day_abbr = [name[:3] for name in day_name]
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)


class IllegalMonthError(ValueError):
    def __init__(self, month):
        self.month = month

    def __str__(self):
        return "bad month number %r; must be 1-12" % self.month


def isleap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def leapdays(y1, y2):
    return sum(1 for year in range(y1, y2) if isleap(year))


def weekday(year, month, day):
    return _datetime.date(year, month, day).weekday()


def monthrange(year, month):
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)
    days = [31, 29 if isleap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    return weekday(year, month, 1), days


def monthcalendar(year, month):
    first, days = monthrange(year, month)
    cells = [0] * first + list(range(1, days + 1))
    cells += [0] * (-len(cells) % 7)
    return [cells[i : i + 7] for i in range(0, len(cells), 7)]


def _weeks(year, month, width):
    for week in monthcalendar(year, month):
        yield " ".join(("%2i" % day if day else "").rjust(2).center(width) for day in week).rstrip()


def month(theyear, themonth, w=0, l=0):
    width, gap = max(2, w), "\n" * max(1, l)
    names = day_name if width >= 9 else day_abbr
    lines = [("%s %r" % (month_name[themonth], theyear)).center(7 * (width + 1) - 1).rstrip()]
    lines.append(" ".join(name[:width].center(width) for name in names).rstrip())
    lines.extend(_weeks(theyear, themonth, width))
    return gap.join(lines) + gap


def prmonth(theyear, themonth, w=0, l=0):
    print(month(theyear, themonth, w, l), end="")


def timegm(tuple):
    return int(_datetime.datetime(*tuple[:6], tzinfo=_datetime.timezone.utc).timestamp())
`,
);
