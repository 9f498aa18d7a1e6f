/** The parser against CPython 3.11: errors, how they are printed, and trees (recorded by syntax/record.py). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ELLIPSIS } from '../../src/engine/python/parse/ast.ts';
import {
  CompilerOverflow,
  formatSyntaxError,
  PythonSyntaxError,
  parseExpression,
  parseModule,
} from '../../src/engine/python/parse/index.ts';
import { Complex } from '../../src/engine/stdlib/complex.ts';
import { Float, reprFloat } from '../../src/engine/stdlib/float.ts';
import { reprBytes, reprString } from '../../src/engine/stdlib/repr.ts';

type Row = readonly [program: string, expected: unknown];
const rows = (name: string) =>
  JSON.parse(readFileSync(new URL(`syntax/${name}`, import.meta.url), 'utf8')) as Row[];

function errorOf(program: string): PythonSyntaxError | undefined {
  try {
    parseModule(program, 'mod.py');
    return undefined;
  } catch (error) {
    if (error instanceof PythonSyntaxError) return error;
    throw error;
  }
}

const attributes = (e: PythonSyntaxError | undefined) =>
  e ? [e.type, e.message, e.lineno, e.offset, e.endLineno, e.endOffset, e.text] : null;

describe('errors', () => {
  it.each(rows('errors.json'))('%j', (program, expected) => {
    expect(attributes(errorOf(program))).toEqual(expected);
  });

  it.each(rows('formatted.json'))('prints that of %j', (program, expected) => {
    expect(formatSyntaxError(errorOf(program)!)).toBe(expected);
  });

  it('counts characters where the program comes from a string', () => {
    expect(() => parseExpression('("한글" x)', '<string>')).toThrow(
      expect.objectContaining({ offset: 2, endOffset: 8 }),
    );
  });

  it('gives up on programs that are too deep', () => {
    expect(() => parseModule(`${'-'.repeat(9000)}1\n`, 'mod.py')).toThrow(CompilerOverflow);
    expect(() => parseModule(`x${'.a'.repeat(4000)}\n`, 'mod.py')).toThrow(CompilerOverflow);
    expect(errorOf(`${'('.repeat(500)}`)?.message).toBe('too many nested parentheses');
  });
});

describe('trees', () => {
  it.each(rows('trees.json'))('%j', (program, expected) => {
    expect(dumped(parseModule(program, 'mod.py'))).toEqual(expected);
  });
});

const PLACES = new Set(['lineno', 'col_offset', 'end_lineno', 'end_col_offset', 'unicodePrefix']);

/** A tree in the shape in which record.py writes it. */
function dumped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dumped);
  if (typeof value !== 'object' || value === null) return value;
  const node = value as Record<string, unknown>;
  const out: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(node)) {
    if (PLACES.has(key)) continue;
    out[key] = node.kind === 'Constant' && key === 'value' ? reprConstant(part) : dumped(part);
  }
  if (node.lineno !== undefined) {
    out.at = [node.lineno, node.col_offset, node.end_lineno, node.end_col_offset];
  }
  return out;
}

function reprConstant(value: unknown): string {
  if (value === null) return 'None';
  if (value === ELLIPSIS) return 'Ellipsis';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return reprString(value);
  if (value instanceof Float) return reprFloat(value.value);
  if (value instanceof Complex) return `${reprFloat(value.imag).replace(/\.0$/, '')}j`;
  return value instanceof Uint8Array ? reprBytes(value) : String(value);
}
