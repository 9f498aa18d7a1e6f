/** `datetime`: Python's classes over the values of the standard library's room. */

import { lazyModule } from '../../python/values/native/native.ts';
import { TimeZone } from '../../stdlib/datetime.ts';
import { dateClass } from './date-class.ts';
import { datetimeClass } from './datetime-class.ts';
import { timeClass } from './time-class.ts';
import { timedeltaClass } from './timedelta-class.ts';
import { timezoneClass, tzinfoClass } from './timezone-class.ts';

export const datetimeModule = lazyModule('datetime', {
  date: () => dateClass,
  datetime: () => datetimeClass,
  time: () => timeClass,
  timedelta: () => timedeltaClass,
  timezone: () => timezoneClass,
  tzinfo: () => tzinfoClass,
  UTC: () => TimeZone.utc,
  MINYEAR: () => 1,
  MAXYEAR: () => 9999,
});
