/** Programs in stdlib/ that use the standard library, against what CPython 3.11 printed (record.py writes the .out files). */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runProgram, settled } from './support.ts';

const HERE = `${import.meta.dirname}/stdlib`;
const PROGRAMS = readdirSync(HERE).filter((name) => name.endsWith('.py'));

describe('the standard library', () => {
  it.each(PROGRAMS)('%s', (name) => {
    const result = runProgram({ [name]: readFileSync(`${HERE}/${name}`, 'utf8') }, name);
    expect(result.stderr).toBe('');
    expect(settled(result.stdout)).toBe(settled(readFileSync(`${HERE}/${name.slice(0, -3)}.out`, 'utf8')));
  });
});
