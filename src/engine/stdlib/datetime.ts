/** Dates and times as values. */
export { Date } from './datetime/date.ts';
export { DateTime } from './datetime/datetime.ts';
export { parseDate, parseDateTime, parseTime } from './datetime/isoformat.ts';
export { strptime } from './datetime/strptime.ts';
export { Time } from './datetime/time.ts';
export { TimeDelta } from './datetime/timedelta.ts';
export { TimeZone, type TzInfo } from './datetime/timezone.ts';
