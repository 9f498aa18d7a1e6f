/** How what stands in FROM names and shows itself, also where only the compiler will give it a name. Answers to: sqlalchemy/sql/selectable.py (description, __repr__). */
import { address } from '../../../python/values/text.ts';
import type { Value } from '../../../python/values/value.ts';
import { aliasStem } from '../../../sqlalchemy/expression/select/select-labels.ts';
import type { FromClause } from '../../../sqlalchemy/expression/select/selectables.ts';
import { SELECTABLE } from './selectable-methods.ts';

const CLASSES: Record<string, string> = {
  'table-clause': 'TableClause',
  alias: 'Alias',
  subquery: 'Subquery',
  cte: 'CTE',
  lateral: 'Lateral',
  tablesample: 'TableSample',
  join: 'Join',
  values: 'Values',
};

/** `repr(from)` */
export function shownFrom(self: FromClause): string {
  const facts =
    self.kind === 'join'
      ? `Join object on ${joined(self.left)} and ${joined(self.right)}`
      : descriptionOf(self);
  return `<${SELECTABLE}.${className(self)} at ${address(self as Value)}; ${facts}>`;
}

const className = (self: FromClause): string =>
  self.kind === 'alias' && self.element.kind === 'function'
    ? 'TableValuedAlias'
    : (CLASSES[self.kind] ?? 'FromClause');

/** `from.description` */
export function descriptionOf(self: FromClause): string {
  const name = givenName(self);
  if (name !== undefined) return name;
  switch (self.kind) {
    case 'alias':
    case 'lateral':
    case 'tablesample':
      return `Anonymous alias of ${self.element.kind === 'function' ? self.element.name : descriptionOf(self.element as FromClause)}`;
    case 'values':
      return nameOf(self);
    case 'join':
      return '';
    default:
      return 'anon_1';
  }
}

/** `from.name`: one without a name of its own keeps the place for it, by its address. */
export function nameOf(self: FromClause): string {
  const stem = 'element' in self ? aliasStem(self.element) : 'anon';
  return givenName(self) ?? `%(${Number.parseInt(address(self as Value), 16)} ${stem})s`;
}

const givenName = (self: object): string | undefined =>
  'name' in self && self.name !== undefined && (self as { kind?: string }).kind !== 'function'
    ? String(self.name)
    : undefined;

const joined = (from: FromClause): string =>
  givenName(from) === undefined ? '' : `${givenName(from)}(${Number.parseInt(address(from as Value), 16)})`;
