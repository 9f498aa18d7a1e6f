/** Programs in packages/ whose output the real packages wrote (`python name.py > name.out`). */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runProgram } from './support.ts';

const INSTALLED = [
  'sqlalchemy',
  'asyncpg',
  'psycopg2-binary',
  'sqlmodel',
  'sqlalchemy-utils',
  'cryptography',
  'pydantic-settings',
  'fastapi',
  'flask-sqlalchemy',
  'flask-migrate',
  'fastapi-users-db-sqlalchemy',
];

describe('packages', () => {
  const folder = `${import.meta.dirname}/packages`;
  it.each(readdirSync(folder).filter((name) => name.endsWith('.py')))('%s', (name) => {
    const program = readFileSync(`${folder}/${name}`, 'utf8');
    // Beside fastapi-users, email-validator is there: this program is about its absence.
    const installed = name === 'pydantic_classes.py' ? ['pydantic'] : INSTALLED;
    const result = runProgram({ [name]: program }, name, { installed });
    const expected = readFileSync(`${folder}/${name.replace('.py', '.out')}`, 'utf8');
    expect(result.stdout.split('\n')).toEqual(expected.split('\n'));
  });
});
