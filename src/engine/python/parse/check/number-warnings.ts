/** Numbers that a keyword follows at once: `1if x else 2`. Answers to: the end of numbers in CPython's tokenizer. */
import { Complex } from '../../../stdlib/complex.ts';
import { Float } from '../../../stdlib/float.ts';
import type { Constant, Expression, Module } from '../ast.ts';
import { KEYWORD_BEHIND, numberEnd } from '../numbers.ts';
import type { CompileWarning } from './warnings.ts';

/** No program without this gets such a warning. */
export const TOUCHING = /(?<![\w.])\.?\d[\w.]*(?:and|else|for|if|in|is|not|or)\b/;

/** The warnings, in the order of the source. */
export function numberWarnings(program: Module | Expression, source: string): CompileWarning[] {
  if (!TOUCHING.test(source)) return [];
  const lines = source.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  return numbersIn(program, new Set())
    .sort((a, b) => a.lineno - b.lineno || a.col_offset - b.col_offset)
    .flatMap((node) => {
      const text = [...(lines[node.lineno - 1] ?? '')].slice(node.col_offset).join('');
      const end = /^[\d.]/.test(text) ? numberEnd(text, 0) : undefined;
      if (typeof end !== 'number' || !KEYWORD_BEHIND.test(text.slice(end))) return [];
      return [{ line: node.lineno, message: `invalid ${kindOf(text.slice(0, end))} literal` }];
    });
}

function kindOf(literal: string): string {
  if (/^0x/i.test(literal)) return 'hexadecimal';
  if (/^0o/i.test(literal)) return 'octal';
  if (/^0b/i.test(literal)) return 'binary';
  return /j$/i.test(literal) ? 'imaginary' : 'decimal';
}

const isNumber = (value: unknown): boolean =>
  typeof value === 'number' ||
  typeof value === 'bigint' ||
  value instanceof Float ||
  value instanceof Complex;

/** The number literals below a node. @param seen nodes that know of each other are walked once */
function numbersIn(node: unknown, seen: Set<object>): Constant[] {
  if (typeof node !== 'object' || node === null || seen.has(node)) return [];
  seen.add(node);
  if (Array.isArray(node)) return node.flatMap((one) => numbersIn(one, seen));
  if ((node as Constant).kind === 'Constant')
    return isNumber((node as Constant).value) ? [node as Constant] : [];
  return Object.values(node).flatMap((one) => numbersIn(one, seen));
}
