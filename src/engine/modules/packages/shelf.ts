/** Distributions that pip and poetry can bring here, as PyPI has them: name, version, summary, what each needs. */
import { SHELF } from './shelf-table.ts';

export interface Distribution {
  readonly name: string;
  readonly version: string;
  readonly summary: string;
  readonly requires: readonly string[];
}

/** What an extra of a distribution asks for beside it. */
const EXTRAS: Readonly<Record<string, readonly string[]>> = {
  'fastapi[standard]': ['uvicorn', 'email-validator'],
  'pydantic[email]': ['email-validator'],
};

/** One spelling of a name for all that PyPI takes for the same. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, '-');

const known = new Map<string, Distribution>(
  SHELF.map(([name, version, summary, requires]) => [
    plainName(name),
    { name, version, summary, requires: requires.split(' ').filter(Boolean) },
  ]),
);

/** Every name that can be installed, as it is typed. */
export const shelfNames = (): string[] => [...known.keys()];

/** A distribution of the shelf, by its name in any spelling. */
export const distribution = (name: string): Distribution | undefined => known.get(plainName(name));

/** How the machine's list of installed distributions spells it. */
const keyOf = (plain: string): string => (plain === 'typing-extensions' ? 'typing_extensions' : plain);

/** Whether it is among those installed. */
export const isInstalled = (installed: ReadonlySet<string>, name: string): boolean =>
  installed.has(keyOf(plainName(name)));

/** Adds it to those installed. */
export const install = (installed: Set<string>, name: string): void =>
  void installed.add(keyOf(plainName(name)));

/** Takes it away from those installed. */
export const uninstall = (installed: Set<string>, name: string): void =>
  void installed.delete(keyOf(plainName(name)));

/** Every installed distribution with its version, in pip's order. */
export function allInstalled(installed: ReadonlySet<string>): Distribution[] {
  return [...installed]
    .flatMap((name) => distribution(name) ?? [])
    .sort((a, b) => (plainName(a.name) < plainName(b.name) ? -1 : 1));
}

/** What must come with a distribution and is not there yet, innermost first, itself last. */
export function missingFor(installed: ReadonlySet<string>, name: string): Distribution[] {
  const found: Distribution[] = [];
  const visit = (one: string): void => {
    const item = distribution(one);
    if (!item || isInstalled(installed, one) || found.includes(item)) return;
    for (const other of item.requires) visit(other);
    if (!found.includes(item)) found.push(item);
  };
  visit(name);
  return found;
}

/** A distribution that another one needs. */
export interface Requirement {
  readonly name: string;
  /** Such as "==2.0.1" or ">=3,<4"; empty for any version. */
  readonly range: string;
  /** Distributions that the extras in brackets ask for. */
  readonly extra: readonly string[];
}

/** @param text as pip takes it: `name[extra]>=1.0`. */
export function requirement(text: string): Requirement | undefined {
  const match = /^([A-Za-z0-9][\w.-]*)(?:\[([^\]]*)\])?\s*((?:[<>=!~^@].*)?)$/.exec(text.trim());
  if (!match) return undefined;
  const [, name, extras = '', range] = match;
  const extra = extras.split(',').flatMap((one) => EXTRAS[`${plainName(name!)}[${one.trim()}]`] ?? []);
  return { name: name!, range: range!.replace(/^@/, '').trim(), extra };
}

/** Whether a version lies in a range of pip's operators. */
export function satisfies(version: string, range: string): boolean {
  return range.split(',').every((part) => {
    const match = /^\s*(==|>=|<=|!=|~=|<|>|\^)?\s*v?([\d.]+)(\.\*)?\s*$/.exec(part);
    if (!match) return true;
    const [, sign = '==', wanted, star] = match;
    if (star) return (version.startsWith(`${wanted}.`) || version === wanted) === (sign !== '!=');
    const order = compare(version, wanted!);
    if (sign === '^' || sign === '~=') return order >= 0;
    return {
      '==': order === 0,
      '!=': order !== 0,
      '>=': order >= 0,
      '<=': order <= 0,
      '<': order < 0,
      '>': order > 0,
    }[sign]!;
  });
}

function compare(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
