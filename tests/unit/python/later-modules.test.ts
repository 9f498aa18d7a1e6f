/** The names of modules whose code may come later are those of the modules. */
import { expect, it } from 'vitest';
import { LATER_LIBRARY, LATER_PACKAGES } from '../../../src/engine/later-modules.ts';
import { definedNames } from '../../../src/engine/modules/library.ts';
import { PACKAGES } from '../../../src/engine/modules/packages/index.ts';
import { ALSO_IN } from '../../../src/engine/modules/sqlalchemy/also-in.ts';
import { SQLALCHEMY_MODULES } from '../../../src/engine/modules/sqlalchemy/index.ts';
import { OTHER_NAMES } from '../../../src/engine/modules/sqlalchemy/other-names.ts';
import { STANDARD_MODULES } from '../../../src/engine/modules/stdlib.ts';
import { TYPING_MODULES } from '../../../src/engine/modules/typing/index.ts';
import { TYPING_SOURCE } from '../../../src/engine/modules/typing/source/index.ts';

const tops = (modules: readonly { readonly name: string }[]) =>
  [...new Set(modules.map(({ name }) => name.split('.')[0]!))].sort();

it('lists the top-level names of the library and of the packages', () => {
  expect([...LATER_LIBRARY].sort()).toEqual(tops(STANDARD_MODULES));
  expect([...LATER_PACKAGES].sort()).toEqual(tops(PACKAGES));
});

it('lists what the text of typing defines', () => {
  const typing = TYPING_MODULES.find(({ name }) => name === 'typing')!;
  expect(Object.keys(typing.names)).toEqual(expect.arrayContaining(definedNames(TYPING_SOURCE)));
});

it('has a module wherever SQLAlchemy has names that are looked up later', () => {
  const known = new Map(SQLALCHEMY_MODULES.map((module) => [module.name, module]));
  for (const [module, list] of Object.entries(OTHER_NAMES)) {
    const { names, more } = known.get(module)!;
    const there = new Set([...Object.keys(names), ...Object.keys(more!())]);
    expect(list.split(' ').filter((name) => !there.has(name))).toEqual([]);
  }
  expect(Object.keys(ALSO_IN).filter((module) => !known.has(module))).toEqual([]);
});
