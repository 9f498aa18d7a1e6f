/** `from __future__ import …`. Answers to: CPython's future.c. */
import type { Module, Position } from '../ast.ts';

const FEATURES = new Set(
  (
    'nested_scopes generators division absolute_import with_statement print_function unicode_literals barry_as_FLUFL ' +
    'generator_stop annotations'
  ).split(' '),
);

export interface Futures {
  readonly annotations: boolean;
  readonly problem: { readonly at: Position; readonly message: string; readonly ranged: boolean } | undefined;
}

/** The features that a program asks for, and what is wrong with how it does. */
export function futuresOf(module: Module): Futures {
  let annotations = false;
  let late = false;
  let docstring = false;
  for (const node of module.body) {
    if (node.kind === 'ImportFrom' && node.module === '__future__' && node.level === 0) {
      const at = { ...node };
      if (late) {
        const message = 'from __future__ imports must occur at the beginning of the file';
        return { annotations, problem: { at, message, ranged: true } };
      }
      for (const { name } of node.names) {
        if (name === 'braces')
          return { annotations, problem: { at, message: 'not a chance', ranged: false } };
        if (!FEATURES.has(name)) {
          return {
            annotations,
            problem: { at, message: `future feature ${name} is not defined`, ranged: false },
          };
        }
        annotations ||= name === 'annotations';
      }
    } else if (!docstring && !late && node.kind === 'Expr' && isText(node.value)) docstring = true;
    else late = true;
  }
  return { annotations, problem: undefined };
}

const isText = (node: { kind: string; value?: unknown }) =>
  node.kind === 'Constant' && typeof node.value === 'string';
