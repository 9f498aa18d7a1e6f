/** Filters of handlers and loggers. */
import { list } from '../../python/values/containers/containers.ts';
import { interpreter } from '../../python/values/interpreter.ts';
import type { NativeClassSpec } from '../../python/values/native/spec.ts';
import type { Value } from '../../python/values/value.ts';
import type { Filter } from '../../stdlib/logging/handler.ts';
import { keepChanges, RecordValue } from './record-class.ts';

/** What filters were made from. */
const origins = new WeakMap<Filter, Value>();

/** Filters: an object with `filter`, or a callable. */
function asFilter(value: Value): Filter {
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

interface Filtered {
  readonly filters: Filter[];
}

const placeOf = ({ filters }: Filtered, value: Value): number =>
  filters.findIndex((filter) => origins.get(filter) === value);

/** `addFilter` and `removeFilter` of both; an object is taken once. */
export const FILTER_METHODS: NonNullable<NativeClassSpec['methods']> = {
  addFilter: [
    'filter',
    (_call, self: Filtered, filter: Value) => {
      if (placeOf(self, filter) < 0) self.filters.push(asFilter(filter));
      return null;
    },
  ],
  removeFilter: [
    'filter',
    (_call, self: Filtered, filter: Value) => {
      const at = placeOf(self, filter);
      if (at >= 0) self.filters.splice(at, 1);
      return null;
    },
  ],
};

/** `filters` of both: what the learner added. */
export const filterList = ({ filters }: Filtered): Value =>
  list(filters.map((filter) => origins.get(filter) ?? null));
