/** When a revision file says it was made, in the timezone of the settings. Answers to: alembic/script/base.py (_generate_create_date). */
import { type Process, Raise } from '../../machine.ts';
import { commandError } from './errors.ts';

/** @param key as in the settings; where it is unknown, another try is made in upper case. */
const ZONED = `
import datetime, zoneinfo

def zone(key):
    try:
        return zoneinfo.ZoneInfo(key)
    except zoneinfo.ZoneInfoNotFoundError:
        return None

found = zone(key)
if found is None:
    found = zone(key.upper())
date = None if found is None else datetime.datetime(*parts, tzinfo=datetime.timezone.utc).astimezone(found)
`;

/**
 * A Python `datetime`: naive local time, or aware where a timezone is set.
 * @throws CommandError for an unknown timezone; ValueError, TypeError for what cannot be one
 */
export function createDate(process: Process, timezone: unknown): unknown {
  const micros = process.machine.now();
  if (timezone === null) return datetimeOf(process, micros, undefined);
  const names = new Map([
    ['key', timezone],
    ['parts', process.python.list(partsOf(micros))],
  ]);
  const found = process.python.execute(ZONED, names).get('date');
  if (found !== null) return found;
  const zone = String(timezone);
  const capitals = zone.includes('/') ? undefined : zone.toUpperCase();
  const offset = offsetAt(zone, micros) ?? (capitals && offsetAt(capitals, micros));
  if (typeof offset !== 'number') throw commandError(`Can't locate timezone: ${zone}`);
  return datetimeOf(process, micros + BigInt(offset) * 60_000_000n, offset);
}

/** Year, month, day, hour, minute, second, microsecond. */
function partsOf(local: bigint): number[] {
  const date = new Date(Number(local / 1000n));
  return [
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
    Number(local % 1_000_000n),
  ];
}

/** @param minutes of the offset from UTC; undefined for a naive datetime */
function datetimeOf(process: Process, local: bigint, minutes: number | undefined): unknown {
  const zone = minutes === undefined ? '' : `, tzinfo=d.timezone(d.timedelta(minutes=${minutes}))`;
  return process.python.evaluate(
    `(lambda d: d.datetime(${partsOf(local).join(', ')}${zone}))(__import__('datetime'))`,
    new Map(),
  );
}

/** Minutes east of UTC at a moment, for a zone that `zoneinfo` lacks here; undefined for an unknown one. */
function offsetAt(zone: string, micros: bigint): number | undefined {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
  if (!isSpelled(zone, format.resolvedOptions().timeZone)) return undefined;
  const name = format
    .formatToParts(new Date(Number(micros / 1000n)))
    .find((part) => part.type === 'timeZoneName');
  const found = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(name?.value ?? '');
  if (!found) throw new Raise('builtins.ValueError', [`no offset of ${zone}`]);
  const size = Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0);
  return found[1] === '-' ? -size : size;
}

/** Zones are files, whose names have capitals; the browser does not mind. @param known the zone's own name, or that of one like it */
const isSpelled = (zone: string, known: string) =>
  zone === known || (zone.toLowerCase() !== known.toLowerCase() && !/(^|\/)[a-z]/.test(zone));
