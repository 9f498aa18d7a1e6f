/** `ExcludeConstraint` in Python. Answers to: sqlalchemy/dialects/postgresql/ext.py. */
import { raise } from '../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';
import { ddlColumnOf } from '../../../sqlalchemy/expression/coerce.ts';
import type { Element } from '../../../sqlalchemy/expression/elements.ts';
import { ExcludeConstraint } from '../../../sqlalchemy/schema/exclude-constraint.ts';
import { toPlain } from '../convert.ts';
import { commonOptions, spec } from './constraint-base-class.ts';
import { expressionArgument } from './default-class.ts';
import { listArgument } from './foreign-key-constraint-class.ts';

/** Columns with their operators. @throws ValueError for what is no pair, and where there is none */
function excludePairs(
  call: Interpreter,
  elements: readonly Value[],
): (readonly [string | Element, string])[] {
  const pairs = elements.map((element) => {
    const items = listArgument(call, element);
    if (items.length > 2) throw raise('ValueError', 'too many values to unpack (expected 2)');
    if (items.length < 2) throw tooFew(items.length);
    return [ddlColumnOf(expressionArgument(call, items[0]!)), call.str(items[1]!)] as const;
  });
  if (pairs.length === 0) throw tooFew(0);
  return pairs;
}

const tooFew = (count: number) =>
  raise('ValueError', `not enough values to unpack (expected 2, got ${count})`);

const excludeClass = nativeClass({
  ...spec('ExcludeConstraint', 'sqlalchemy.dialects.postgresql.ext'),
  host: ExcludeConstraint,
  signature: '*elements, **kw',
  construct: (call, _cls, elements: Value[], keywords: Map<string, Value>) => {
    const rest = new Map(keywords);
    const take = (name: string) => {
      const value = rest.get(name) ?? null;
      rest.delete(name);
      return value;
    };
    const [name, deferrable, initially, info, where, using, ops] = [
      ...[take('name'), take('deferrable'), take('initially'), take('info')],
      ...[take('where'), take('using'), take('ops')],
    ];
    return new ExcludeConstraint(excludePairs(call, elements), {
      ...commonOptions(call, 'ExcludeConstraint', [name!, deferrable!, initially!, info!], rest),
      where: typeof where === 'string' ? where : expressionArgument(call, where!),
      ...(typeof using === 'string' && { using }),
      ops: toPlain(ops!) instanceof Map ? (toPlain(ops!) as Map<string, string>) : new Map(),
    });
  },
  getters: { where: (self: ExcludeConstraint) => self.where, using: (self: ExcludeConstraint) => self.using },
});

export const excludeConstraintClass = excludeClass;
