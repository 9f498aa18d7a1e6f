/** Objects of the classes that learners derive from those of `datetime`. */
import { classOf } from '../../python/values/classes/class-of.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { mark } from '../../python/values/native/host-object.ts';
import type { PyClass, Value } from '../../python/values/value.ts';
import { DateTime, type Date as PyDate } from '../../stdlib/datetime.ts';
import { zoneValue } from './learner-zone.ts';

const partsOf = (moment: PyDate): Value[] => {
  const { year, month, day } = moment;
  if (!(moment instanceof DateTime)) return [year, month, day];
  const { hour, minute, second, microsecond, tzinfo } = moment;
  return [year, month, day, hour, minute, second, microsecond, zoneValue(tzinfo)];
};

/**
 * A date or moment as an object of a class: a learner's class is called with its parts.
 * @param count how many parts it is called with, where not with all
 */
export function ofClass(call: Interpreter, cls: PyClass, moment: PyDate, count?: number): Value {
  if (cls.native) return moment;
  const made = call.call(cls, partsOf(moment).slice(0, count));
  return moment instanceof DateTime && moment.fold === 1 && made instanceof DateTime
    ? mark(made.replace({ fold: 1 }), classOf(made), classOf(moment))
    : made;
}

/** As the result of arithmetic with `self`. */
export const alike = (call: Interpreter, self: PyDate, moment: PyDate): Value =>
  ofClass(call, classOf(self), moment);

/** As `replace()` makes it: of the class of `self`, whose methods are not asked. */
export const copied = (self: Value, made: Value): Value => mark(made, classOf(self), classOf(made));

/** A repr names the class of the object, a learner's without its module. */
export function reprOf(self: Value & { repr(): string }): string {
  const cls = classOf(self);
  return cls.native ? self.repr() : self.repr().replace(/^datetime\.\w+/, cls.name);
}
