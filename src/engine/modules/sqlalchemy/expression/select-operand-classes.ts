/** SELECT in the place of a value: scalar subqueries, EXISTS. Answers to: sqlalchemy/sql/selectable.py (ScalarSelect, Exists). */
import { Raise } from '../../../machine.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import { defaultRepr } from '../../../python/values/text.ts';
import type { Value } from '../../../python/values/value.ts';
import { fromArgument } from '../../../sqlalchemy/expression/coerce.ts';
import type { Exists, ScalarSelect } from '../../../sqlalchemy/expression/elements.ts';
import { select, selectFrom, where } from '../../../sqlalchemy/expression/select/select-build.ts';
import type { Select } from '../../../sqlalchemy/expression/select/selectables.ts';
import { columnElementClass } from '../bases.ts';

import { method, SELECTABLE } from './selectable-methods.ts';

export const scalarSelectClass = nativeClass({
  name: 'ScalarSelect',
  module: SELECTABLE,
  bases: [columnElementClass],
  kind: 'scalar-select',
  methods: {
    where: method<ScalarSelect>('crit', (_call, self, condition: Value) => ({
      ...self,
      element: where(self.element as Select, [condition]),
    })),
    correlate: method<ScalarSelect>('*fromclauses', (_call, self, froms: Value[]) => ({
      ...self,
      element: { ...(self.element as Select), correlate: froms.map((one) => fromArgument(one)) },
    })),
    correlate_except: method<ScalarSelect>('*fromclauses', (_call, self, froms: Value[]) => ({
      ...self,
      element: { ...(self.element as Select), correlateExcept: froms.map((one) => fromArgument(one)) },
    })),
  },
  getters: {
    element: (self: ScalarSelect) => self.element as Value,
    c: () => {
      throw new Raise('sqlalchemy.exc.InvalidRequestError', [
        'Scalar Select expression has no columns; use this object directly within a column-level expression.',
      ]);
    },
  },
  repr: (self: never) => defaultRepr(self),
});

export const existsClass = nativeClass({
  name: 'Exists',
  module: SELECTABLE,
  bases: [columnElementClass],
  kind: 'exists',
  methods: {
    where: method<Exists>('*clause', (_call, self, conditions: Value[]) => ({
      ...self,
      element: where(self.element as Select, conditions),
    })),
    select_from: method<Exists>('*froms', (_call, self, froms: Value[]) => ({
      ...self,
      element: selectFrom(self.element as Select, froms),
    })),
    correlate: method<Exists>('*fromclauses', (_call, self, froms: Value[]) => ({
      ...self,
      element: { ...(self.element as Select), correlate: froms.map((one) => fromArgument(one)) },
    })),
    select: method<Exists>('', (_call, self) => select([self])),
  },
  repr: (self: never) => defaultRepr(self),
});
