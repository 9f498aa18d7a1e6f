/**
 * Programs in core/ whose output CPython 3.11 wrote: `name.py` beside `name.out` (stdout) and `name.err` (stderr, where it
 * prints any). A folder is a program of several files, begun at main.py. tracebacks/cases.py holds functions that fail;
 * tracebacks/expected.txt what CPython prints for each.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runProgram, settled } from './support.ts';

const HERE = `${import.meta.dirname}/core`;
function optional(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function pythonFiles(folder: string, prefix = ''): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of readdirSync(folder)) {
    const path = `${folder}/${name}`;
    if (statSync(path).isDirectory()) Object.assign(found, pythonFiles(path, `${prefix}${name}/`));
    else if (name.endsWith('.py')) found[prefix + name] = readFileSync(path, 'utf8');
  }
  return found;
}

describe('programs', () => {
  const programs = readdirSync(HERE).filter((name) => name.endsWith('.py'));
  it.each(programs)('%s', (name) => {
    const stem = `${HERE}/${name.slice(0, -3)}`;
    const result = runProgram({ [name]: readFileSync(`${stem}.py`, 'utf8') }, name);
    expect(settled(result.stdout)).toBe(settled(optional(`${stem}.out`)));
    expect(settled(result.stderr)).toBe(settled(optional(`${stem}.err`)));
  });

  it('imports', () => {
    const result = runProgram(pythonFiles(`${HERE}/imports`), 'main.py');
    expect(result.stdout).toBe(optional(`${HERE}/imports/main.out`));
    expect(result.stderr).toBe(optional(`${HERE}/imports/main.err`));
  });
});

describe('tracebacks', () => {
  const source = readFileSync(`${HERE}/tracebacks/cases.py`, 'utf8');
  const expected = readFileSync(`${HERE}/tracebacks/expected.txt`, 'utf8').split('##### ').slice(1);
  it.each(expected.map((text) => [text.slice(0, text.indexOf('\n')), text.slice(text.indexOf('\n') + 1)]))(
    '%s',
    (call, text) => {
      const result = runProgram({ 'cases.py': `${source}\n${call}\n` }, 'cases.py');
      expect(result.stderr).toBe(text);
    },
  );
});
