/** `datetime.date`. */

import { tupleClass } from '../../python/values/classes/classes.ts';
import { NotImplemented, PyTuple } from '../../python/values/containers/containers.ts';
import { raise, typeError } from '../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { strArgument } from '../../python/values/native/arguments.ts';
import { nativeClass } from '../../python/values/native/native.ts';
import type { PyClass, Value } from '../../python/values/value.ts';
import { DateTime, Date as PyDate, parseDate, TimeDelta } from '../../stdlib/datetime.ts';
import { comparisons, dateParts, hashText, isoText, microsecondsOf, part, timeTuple } from './arguments.ts';
import { alike, copied, ofClass, reprOf } from './of-class.ts';
import { replaced } from './replaced.ts';

/** Now, by the learner's clock. */
export const today = (call: Interpreter): DateTime => DateTime.fromMicroseconds(call.process.machine.now());

/** `date.isocalendar()`: a tuple whose parts have names. */
class IsoDate extends PyTuple {
  constructor(parts: readonly [year: number, week: number, weekday: number]) {
    super([...parts], isoDateClass);
  }
}

const isoDateClass: PyClass = nativeClass({
  name: 'IsoCalendarDate',
  module: 'datetime',
  bases: [tupleClass],
  getters: {
    year: (self: PyTuple) => self.items[0]!,
    week: (self: PyTuple) => self.items[1]!,
    weekday: (self: PyTuple) => self.items[2]!,
  },
  repr: (self: PyTuple) => {
    const [year, week, weekday] = self.items.map(String);
    return `datetime.IsoCalendarDate(year=${year}, week=${week}, weekday=${weekday})`;
  },
});

/** The date of a week of the ISO calendar. @throws ValueError of Python */
export function fromIsoCalendar(year: number, week: number, day: number): PyDate {
  if (year < 1 || year > 9999) throw raise('ValueError', `Year is out of range: ${year}`);
  if (week < 1 || week > 53) throw raise('ValueError', `Invalid week: ${week}`);
  if (day < 1 || day > 7) throw raise('ValueError', `Invalid weekday: ${day} (range is [1, 7])`);
  const fourth = new PyDate(year, 1, 4);
  const ordinal = fourth.toOrdinal() - fourth.weekday() + (week - 1) * 7 + day - 1;
  const found = PyDate.fromOrdinal(ordinal);
  if (week === 53 && found.isoCalendar()[1] !== 53) throw raise('ValueError', `Invalid week: ${week}`);
  return found;
}

/** @throws ValueError of Python */
export function ordinalDate(ordinal: number): PyDate {
  if (ordinal < 1) throw raise('ValueError', 'ordinal must be >= 1');
  return PyDate.fromOrdinal(ordinal);
}

export const dateClass: PyClass = nativeClass({
  name: 'date',
  module: 'datetime',
  style: 'builtin',
  calledAs: '',
  host: PyDate,
  immutable: true,
  signature: 'year=..., month=..., day=...',
  construct: (_call, _cls, ...given: (Value | undefined)[]) => new PyDate(...dateParts(given)),
  getters: {
    year: (self: PyDate) => self.year,
    month: (self: PyDate) => self.month,
    day: (self: PyDate) => self.day,
  },
  classMethods: {
    today: ['', (call, cls: PyClass) => ofClass(call, cls, today(call).date())],
    fromisoformat: [
      'date_string, /',
      (call, cls: PyClass, text: Value) => ofClass(call, cls, parseDate(isoText(text))),
    ],
    fromordinal: [
      'ordinal, /',
      (call, cls: PyClass, ordinal: Value) => ofClass(call, cls, ordinalDate(part(ordinal))),
    ],
    fromisocalendar: [
      'year, week, day',
      (call, cls: PyClass, year: Value, week: Value, day: Value) =>
        ofClass(call, cls, fromIsoCalendar(part(year), part(week), part(day))),
    ],
    fromtimestamp: [
      'timestamp, /',
      (call, cls: PyClass, stamp: Value) =>
        ofClass(call, cls, DateTime.fromMicroseconds(microsecondsOf(stamp)).date()),
    ],
  },
  methods: {
    isoformat: ['', (_call, self: PyDate) => self.isoformat()],
    strftime: [
      'format',
      (_call, self: PyDate, format: Value) => self.strftime(strArgument(format, 'strftime', 1)),
    ],
    __format__: [
      'format, /',
      (call, self: PyDate, format: Value) =>
        format === '' ? call.str(self) : self.strftime(strArgument(format, '__format__')),
    ],
    weekday: ['', (_call, self: PyDate) => self.weekday()],
    isoweekday: ['', (_call, self: PyDate) => self.weekday() + 1],
    isocalendar: ['', (_call, self: PyDate) => new IsoDate(self.isoCalendar())],
    toordinal: ['', (_call, self: PyDate) => self.toOrdinal()],
    timetuple: ['', (call, self: PyDate) => timeTuple(call, self)],
    ctime: ['', (_call, self: PyDate) => self.ctime()],
    replace: [
      '*places, **named',
      (_call, self: PyDate, places: Value[], named: ReadonlyMap<string, Value>) => {
        const { year, month, day } = replaced(places, named, 'year month day') as Record<string, number>;
        return copied(self, self.replaceDate(year, month, day));
      },
    ],
    __add__: [
      'other, /',
      (call, self: PyDate, other: Value) =>
        other instanceof TimeDelta ? alike(call, self, self.plus(other)) : NotImplemented,
    ],
    __radd__: [
      'other, /',
      (call, self: PyDate, other: Value) =>
        other instanceof TimeDelta ? alike(call, self, self.plus(other)) : NotImplemented,
    ],
    __sub__: ['other, /', (call, self: PyDate, other: Value) => minus(call, self, other)],
    ...comparisons(PyDate, compareDates),
  },
  attributes: {
    min: () => new PyDate(1, 1, 1),
    max: () => new PyDate(9999, 12, 31),
    resolution: () => TimeDelta.of({ days: 1 }),
  },
  eq: (self: PyDate, other: Value) => (other instanceof PyDate ? self.equals(other) : NotImplemented),
  hash: (self: PyDate) => hashText(self.isoformat()),
  str: (self: PyDate) => self.toString(),
  repr: (self: PyDate) => reprOf(self),
});

/** @throws TypeError where one has a time and the other has none */
function compareDates(a: PyDate, b: PyDate): number {
  if (a instanceof DateTime === b instanceof DateTime) return a.compare(b);
  const [left, right] = [a, b].map((value) => (value instanceof DateTime ? 'datetime' : 'date'));
  throw typeError(`can't compare datetime.${left} to datetime.${right}`);
}

function minus(call: Interpreter, self: PyDate, other: Value): Value {
  if (other instanceof TimeDelta) return alike(call, self, self.plus(other.negate()));
  const comparable = other instanceof DateTime === self instanceof DateTime;
  return other instanceof PyDate && comparable ? self.minus(other) : NotImplemented;
}
