/** When a revision file says it was made, in the timezone of the settings. */
import { type Process, Raise } from '../../machine.ts';
import { commandError } from './errors.ts';

/**
 * A Python `datetime`: naive local time, or aware where a timezone is set.
 * @throws CommandError for an unknown timezone
 */
export function createDate(process: Process, timezone: string | null): unknown {
  const micros = process.machine.now();
  if (!timezone) return datetimeOf(process, micros, undefined);
  const zone = timezone.toUpperCase() === 'UTC' ? 'UTC' : timezone;
  const offset = offsetAt(zone, micros) ?? offsetAt(zone.toUpperCase(), micros);
  if (offset === undefined) throw commandError(`Can't locate timezone: ${timezone}`);
  return datetimeOf(process, micros + BigInt(offset) * 60_000_000n, offset);
}

/** @param minutes of the offset from UTC; undefined for a naive datetime */
function datetimeOf(process: Process, local: bigint, minutes: number | undefined): unknown {
  const date = new Date(Number(local / 1000n));
  const parts = [
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
    Number(local % 1_000_000n),
  ];
  const zone = minutes === undefined ? '' : `, tzinfo=d.timezone(d.timedelta(minutes=${minutes}))`;
  return process.python.evaluate(
    `(lambda d: d.datetime(${parts.join(', ')}${zone}))(__import__('datetime'))`,
    new Map(),
  );
}

/** Minutes east of UTC at a moment; undefined for an unknown zone. */
function offsetAt(zone: string, micros: bigint): number | undefined {
  if (zone === 'UTC') return 0;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
  const name = format
    .formatToParts(new Date(Number(micros / 1000n)))
    .find((part) => part.type === 'timeZoneName');
  const found = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(name?.value ?? '');
  if (!found) throw new Raise('builtins.ValueError', [`no offset of ${zone}`]);
  const size = Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0);
  return found[1] === '-' ? -size : size;
}
