/** Filters of handlers and loggers. */
import { interpreter } from '../../python/values/interpreter.ts';
import type { Value } from '../../python/values/value.ts';
import type { Filter } from '../../stdlib/logging/handler.ts';
import { keepChanges, RecordValue } from './record-class.ts';

/** What filters were made from. */
const origins = new WeakMap<Filter, Value>();

/** Filters: an object with `filter`, or a callable. */
export function asFilter(value: Value): Filter {
  const filter: Filter = (record) => {
    const call = interpreter();
    const own = call.getAttribute(value, 'filter');
    const seen = new RecordValue(record);
    const passes = call.truth(call.call(own ?? value, [seen]));
    keepChanges(call, seen);
    return passes;
  };
  origins.set(filter, value);
  return filter;
}

/** The learner's object behind a filter. */
export const filterValue = (filter: Filter): Value => origins.get(filter) ?? null;

/** Takes out the filter that was made from this object; nothing where there is none. */
export function removeFilter(filters: Filter[], value: Value): void {
  const at = filters.findIndex((filter) => origins.get(filter) === value);
  if (at >= 0) filters.splice(at, 1);
}
