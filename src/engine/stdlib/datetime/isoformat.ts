/** Reading dates and times in ISO 8601, as Python 3.11's `fromisoformat` does. */
import { reprString } from '../repr.ts';
import { fromOrdinal, isoOrdinal, valueError } from './calendar.ts';
import { Date as PlainDate } from './date.ts';
import { DateTime } from './datetime.ts';
import { Time } from './time.ts';
import { TimeDelta } from './timedelta.ts';
import { TimeZone } from './timezone.ts';

const DATE = /^(\d{4})(?:-(\d\d)-(\d\d)|(\d\d)(\d\d)|-?W(\d\d)(?:-?(\d))?)/;
const CLOCK = String.raw`(\d\d)(?:(:?)(\d\d)(?:\2(\d\d)(?:[.,](\d+))?)?)?`;
const TIME = new RegExp(
  `^T?${CLOCK}(?:(Z)|([+-])(\\d\\d)(?:(:?)(\\d\\d)(?:\\9(\\d\\d)(?:[.,](\\d+))?)?)?)?$`,
);

const invalid = (text: string) => valueError(`Invalid isoformat string: ${reprString(text)}`);

/** `date.fromisoformat(text)` @throws ValueError */
export function parseDate(text: string): PlainDate {
  const found = DATE.exec(text);
  if (!found || found[0].length !== text.length) throw invalid(text);
  return dateOf(found);
}

/** `time.fromisoformat(text)` @throws ValueError */
export function parseTime(text: string): Time {
  return timeOf(text, text);
}

/** `datetime.fromisoformat(text)` @throws ValueError */
export function parseDateTime(text: string): DateTime {
  const found = DATE.exec(text);
  if (!found) throw invalid(text);
  const date = dateOf(found);
  const rest = text.slice(found[0].length);
  if (rest === '') return new DateTime(date.year, date.month, date.day);
  const [separator] = rest;
  const time = rest.slice(separator!.length + (rest.codePointAt(0)! > 0xffff ? 1 : 0));
  if (time.startsWith('T')) throw invalid(text);
  return DateTime.combine(date, timeOf(time, text));
}

function dateOf(found: RegExpExecArray): PlainDate {
  const year = Number(found[1]);
  if (found[6] === undefined)
    return new PlainDate(year, Number(found[2] ?? found[4]), Number(found[3] ?? found[5]));
  return new PlainDate(...fromOrdinal(isoOrdinal(year, Number(found[6]), Number(found[7] ?? 1))));
}

function timeOf(text: string, whole: string): Time {
  const found = TIME.exec(text);
  if (!found) throw invalid(whole);
  const [
    ,
    hour,
    ,
    minute = 0,
    second = 0,
    fraction = '',
    utc,
    sign,
    zoneHour,
    ,
    zoneMinute = 0,
    zoneSecond = 0,
    zoneFraction = '',
  ] = found;
  let zone: TimeZone | null = null;
  if (utc) zone = TimeZone.utc;
  else if (sign) {
    const offset = TimeDelta.of({
      hours: Number(zoneHour),
      minutes: Number(zoneMinute),
      seconds: Number(zoneSecond),
      microseconds: microseconds(zoneFraction),
    });
    zone = offset.total === 0n ? TimeZone.utc : new TimeZone(sign === '-' ? offset.negate() : offset);
  }
  return new Time(Number(hour), Number(minute), Number(second), microseconds(fraction), zone);
}

const microseconds = (fraction: string) => Number(fraction.slice(0, 6).padEnd(6, '0'));
