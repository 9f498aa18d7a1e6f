/** Time zones with names: a fixed set, by today's rules. Answers to: the part of the tz database that learners meet. */
import { weekdayOf } from './calendar.ts';
import { DateTime } from './datetime.ts';
import { TimeDelta } from './timedelta.ts';
import type { TzInfo } from './timezone.ts';

/** When a zone's clocks change: not at all, as in the European Union, as in the United States, as in Sydney. */
type Rule = '' | 'EU' | 'US' | 'AU';

export interface ZoneData {
  /** Minutes east of UTC in winter. */
  readonly offset: number;
  readonly name: string;
  readonly summerName: string;
  readonly rule: Rule;
}

/** Key, offset in minutes, names, rule. */
const ZONES = `
UTC 0 UTC
GMT 0 GMT
Etc/UTC 0 UTC
Etc/GMT 0 GMT
Africa/Cairo 120 EET
Africa/Johannesburg 120 SAST
Africa/Lagos 60 WAT
Africa/Nairobi 180 EAT
America/Anchorage -540 AKST AKDT US
America/Argentina/Buenos_Aires -180 -03
America/Bogota -300 -05
America/Chicago -360 CST CDT US
America/Denver -420 MST MDT US
America/Los_Angeles -480 PST PDT US
America/Mexico_City -360 CST
America/New_York -300 EST EDT US
America/Phoenix -420 MST
America/Sao_Paulo -180 -03
America/Toronto -300 EST EDT US
America/Vancouver -480 PST PDT US
Asia/Bangkok 420 +07
Asia/Dhaka 360 +06
Asia/Dubai 240 +04
Asia/Ho_Chi_Minh 420 +07
Asia/Hong_Kong 480 HKT
Asia/Jakarta 420 WIB
Asia/Karachi 300 PKT
Asia/Kolkata 330 IST
Asia/Calcutta 330 IST
Asia/Kathmandu 345 +0545
Asia/Kuala_Lumpur 480 +08
Asia/Manila 480 PST
Asia/Pyongyang 540 KST
Asia/Riyadh 180 +03
Asia/Seoul 540 KST
Asia/Shanghai 480 CST
Asia/Singapore 480 +08
Asia/Taipei 480 CST
Asia/Tashkent 300 +05
Asia/Tehran 210 +0330
Asia/Tokyo 540 JST
Asia/Ulaanbaatar 480 +08
Australia/Brisbane 600 AEST
Australia/Melbourne 600 AEST AEDT AU
Australia/Perth 480 AWST
Australia/Sydney 600 AEST AEDT AU
Europe/Amsterdam 60 CET CEST EU
Europe/Athens 120 EET EEST EU
Europe/Berlin 60 CET CEST EU
Europe/Brussels 60 CET CEST EU
Europe/Bucharest 120 EET EEST EU
Europe/Budapest 60 CET CEST EU
Europe/Copenhagen 60 CET CEST EU
Europe/Dublin 0 GMT IST EU
Europe/Helsinki 120 EET EEST EU
Europe/Istanbul 180 +03
Europe/Kiev 120 EET EEST EU
Europe/Kyiv 120 EET EEST EU
Europe/Lisbon 0 WET WEST EU
Europe/London 0 GMT BST EU
Europe/Madrid 60 CET CEST EU
Europe/Moscow 180 MSK
Europe/Oslo 60 CET CEST EU
Europe/Paris 60 CET CEST EU
Europe/Prague 60 CET CEST EU
Europe/Rome 60 CET CEST EU
Europe/Stockholm 60 CET CEST EU
Europe/Vienna 60 CET CEST EU
Europe/Warsaw 60 CET CEST EU
Europe/Zurich 60 CET CEST EU
Pacific/Honolulu -600 HST
Japan 540 JST
ROK 540 KST
US/Central -360 CST CDT US
US/Eastern -300 EST EDT US
US/Mountain -420 MST MDT US
US/Pacific -480 PST PDT US
`;

let zones: ReadonlyMap<string, ZoneData> | undefined;

function table(): ReadonlyMap<string, ZoneData> {
  zones ??= new Map(
    ZONES.trim()
      .split('\n')
      .map((line) => {
        const [key, offset, name, summerName = name, rule = ''] = line.split(' ');
        return [key!, { offset: Number(offset), name: name!, summerName: summerName!, rule: rule as Rule }];
      }),
  );
  return zones;
}

export class NamedZone implements TzInfo {
  readonly key: string;
  private readonly data: ZoneData;

  constructor(key: string, data: ZoneData) {
    this.key = key;
    this.data = data;
  }

  /** undefined for a key that is not in the set */
  static find(key: string): NamedZone | undefined {
    const data = table().get(key);
    return data && new NamedZone(key, data);
  }

  static keys(): readonly string[] {
    return [...table().keys()];
  }

  utcoffset(moment: DateTime | null): TimeDelta | null {
    if (moment === null && this.data.rule !== '') return null;
    return TimeDelta.of({ minutes: this.data.offset + (this.isSummer(moment) ? 60 : 0) });
  }

  dst(moment: DateTime | null): TimeDelta | null {
    if (moment === null && this.data.rule !== '') return null;
    return TimeDelta.of({ minutes: this.isSummer(moment) ? 60 : 0 });
  }

  tzname(moment: DateTime | null): string | null {
    if (moment === null && this.data.rule !== '') return null;
    return this.isSummer(moment) ? this.data.summerName : this.data.name;
  }

  fromUtc(utc: DateTime): DateTime {
    const winter = utc.plus(TimeDelta.of({ minutes: this.data.offset }));
    const summer = winter.plus(TimeDelta.of({ hours: 1 }));
    const [start, end] = this.changes(utc.year);
    if (start === undefined || end === undefined) return winter;
    const at = minutesOf(winter);
    const inside = start < end ? at >= start && at < end - 60 : at >= start || at < end - 60;
    if (inside) return summer;
    // The hour that the clock shows twice: this is its second time.
    return at >= end - 60 && at < end ? winter.replace({ fold: 1 }) : winter;
  }

  /** Whether a wall clock shows summer time. */
  private isSummer(moment: DateTime | null): boolean {
    if (moment === null) return false;
    const [start, end] = this.changes(moment.year);
    if (start === undefined || end === undefined) return false;
    const at = minutesOf(moment);
    const inside = start < end ? at >= start && at < end : at >= start || at < end;
    // The hour that is left out in spring counts as winter at first, the one that comes twice in autumn as summer.
    if (at >= start && at < start + 60) return moment.fold === 1;
    const repeated = at >= end - 60 && at < end;
    return inside && !(repeated && moment.fold === 1);
  }

  /** Minutes of a year, on the wall clock, at which summer time starts and ends. */
  private changes(year: number): readonly [number | undefined, number | undefined] {
    const { rule, offset } = this.data;
    switch (rule) {
      case 'EU':
        return [sunday(year, 3, 'last') + 60 + offset, sunday(year, 10, 'last') + 60 + offset + 60];
      case 'US':
        return [sunday(year, 3, 2) + 120, sunday(year, 11, 1) + 120];
      case 'AU':
        return [sunday(year, 10, 1) + 120, sunday(year, 4, 1) + 180];
      case '':
        return [undefined, undefined];
    }
  }

  toString(): string {
    return this.key;
  }

  repr(): string {
    return `zoneinfo.ZoneInfo(key='${this.key}')`;
  }
}

const minutesOf = (moment: DateTime): number => {
  const days = moment.toOrdinal() - new DateTime(moment.year, 1, 1).toOrdinal();
  return (days * 24 + moment.hour) * 60 + moment.minute;
};

/** Midnight of a Sunday of a month, in minutes of the year. */
function sunday(year: number, month: number, which: number | 'last'): number {
  const days = which === 'last' ? (new Set([1, 3, 5, 7, 8, 10, 12]).has(month) ? 31 : 30) : 0;
  const weekday = (day: number) => weekdayOf(year, month, day);
  const day =
    which === 'last' ? days - ((weekday(days) + 1) % 7) : 1 + ((6 - weekday(1)) % 7) + (which - 1) * 7;
  return minutesOf(new DateTime(year, month, day));
}
