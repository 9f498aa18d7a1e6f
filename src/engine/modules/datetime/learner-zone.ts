/** A `tzinfo` of the learner's own: datetimes ask it through its methods. Answers to: datetime.tzinfo. */
import { callSpecialMethod } from '../../python/values/callable.ts';
import { typeName } from '../../python/values/classes/class-of.ts';
import { typeError } from '../../python/values/exceptions/exceptions.ts';
import { repr } from '../../python/values/text.ts';
import type { PyObject, Value } from '../../python/values/value.ts';
import type { DateTime } from '../../stdlib/datetime/datetime.ts';
import { TimeDelta } from '../../stdlib/datetime/timedelta.ts';
import type { TzInfo } from '../../stdlib/datetime/timezone.ts';

class LearnerZone implements TzInfo {
  readonly value: PyObject;
  constructor(value: PyObject) {
    this.value = value;
  }
  utcoffset(moment: DateTime | null): TimeDelta | null {
    return this.#ask('utcoffset', moment);
  }
  dst(moment: DateTime | null): TimeDelta | null {
    return this.#ask('dst', moment);
  }
  tzname(moment: DateTime | null): string | null {
    const name = callSpecialMethod(this.value, 'tzname', moment as Value) ?? null;
    if (name === null || typeof name === 'string') return name;
    throw typeError(`tzinfo.tzname() must return None or a string, not '${typeName(name)}'`);
  }
  repr(): string {
    return repr(this.value);
  }
  fromUtc(utc: DateTime): DateTime {
    const standard = (this.utcoffset(utc)?.total ?? 0n) - (this.dst(utc)?.total ?? 0n);
    const moved = utc.plus(new TimeDelta(standard));
    return moved.plus(this.dst(moved) ?? new TimeDelta(0n));
  }
  #ask(method: 'utcoffset' | 'dst', moment: DateTime | null): TimeDelta | null {
    const answer = callSpecialMethod(this.value, method, moment as Value) ?? null;
    if (answer === null || answer instanceof TimeDelta) return answer;
    throw typeError(`tzinfo.${method}() must return None or a timedelta, not '${typeName(answer)}'`);
  }
}

/** One zone for one object, so that datetimes see that theirs is the same. */
const zones = new WeakMap<PyObject, LearnerZone>();

/** What datetimes ask instead of an object whose class derives from `tzinfo`. */
export function learnerZone(value: PyObject): TzInfo {
  const known = zones.get(value);
  if (known) return known;
  const made = new LearnerZone(value);
  zones.set(value, made);
  return made;
}

/** The `tzinfo` attribute: the learner's own object where it is one. */
export const zoneValue = (zone: TzInfo | null): Value =>
  zone instanceof LearnerZone ? zone.value : (zone as unknown as Value);
