/** Programs in schema/ and orm/ whose output SQLAlchemy wrote (`python name.py > name.out`). Addresses of objects are masked. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runProgram } from './support.ts';

const masked = (text: string) => text.replace(/at 0x[0-9a-f]+/g, 'at 0x0');

describe.each(['schema', 'orm'])('%s', (topic) => {
  const folder = `${import.meta.dirname}/${topic}`;
  it.each(readdirSync(folder).filter((name) => name.endsWith('.py')))('%s', (name) => {
    const program = readFileSync(`${folder}/${name}`, 'utf8');
    const result = runProgram({ [name]: program }, name, { installed: ['sqlalchemy', 'asyncpg'] });
    const expected = readFileSync(`${folder}/${name.replace('.py', '.out')}`, 'utf8');
    expect(masked(result.stdout).split('\n')).toEqual(masked(expected).split('\n'));
  });
});
