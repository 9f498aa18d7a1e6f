/** Operators as functions: `operators.like_op`, `operators.eq`. Answers to: sqlalchemy/sql/operators.py. */
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeFunction } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';

const MODULE = 'sqlalchemy.sql.operators';

/** Those that SQLAlchemy takes from Python's own module `operator`. */
const OF_PYTHON =
  'add and_ eq floordiv ge getitem gt inv le lshift lt mod mul ne neg or_ rshift sub truediv'.split(' ');

/** The method of an expression behind each function. */
const METHODS: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'is_ is_not is_distinct_from is_not_distinct_from collate like_op not_like_op ilike_op not_ilike_op in_op:in_ ' +
    'not_in_op between_op startswith_op endswith_op contains_op icontains_op istartswith_op iendswith_op match_op ' +
    'regexp_match_op regexp_replace_op concat_op desc_op asc_op nulls_first_op nulls_last_op distinct_op any_op all_op'
  )
    .split(' ')
    .map((one) => {
      const [name, method] = one.split(':');
      return [name!, method ?? name!.replace(/_op$/, '')];
    }),
);

const operatorFunction = (name: string, method: string): Value =>
  nativeFunction(
    name,
    'a, *other, **kw',
    (call, left: Value, others: Value[], keywords: Map<string, Value>) =>
      call.call(call.getAttribute(left, method)!, others, keywords),
    MODULE,
  );

const made = new Map<string, Value>();

function ofMethod(name: string, method: string): Value {
  const known = made.get(name) ?? operatorFunction(name, method);
  made.set(name, known);
  return known;
}

/** The names of `sqlalchemy.sql.operators` that are functions. */
export const operatorNames: Readonly<Record<string, (call: Interpreter) => Value>> = {
  ...Object.fromEntries(
    OF_PYTHON.map((name) => [name, (call: Interpreter) => call.importName(`operator.${name}`)]),
  ),
  ...Object.fromEntries(
    Object.entries(METHODS).map(([name, method]) => [name, () => ofMethod(name, method)]),
  ),
};

/** The function for an operator as the rooms below name it: `like` is `like_op`; None for one without. */
export function operatorValue(call: Interpreter, operator: string): Value {
  const name = operator.replaceAll('-', '_');
  const found = [name, `${name}_op`, `${name}_`].find((one) => one in operatorNames);
  return found === undefined ? null : operatorNames[found]!(call);
}
