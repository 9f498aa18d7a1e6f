/** Every expression of corpus.txt compiles as SQLAlchemy compiled it; record.py writes what to expect. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { moduleTable } from '../../../../src/engine/modules/index.ts';
import { createInterpreter } from '../../../../src/engine/modules/world.ts';
import type { Python } from '../../../../src/engine/python/evaluate/python.ts';
import { PyException } from '../../../../src/engine/python/values/exceptions/exceptions.ts';
import { within } from '../../../../src/engine/python/values/interpreter.ts';
import { repr, str } from '../../../../src/engine/python/values/text.ts';
import type { Value } from '../../../../src/engine/python/values/value.ts';
import { compile } from '../../../../src/engine/sqlalchemy/expression/compile.ts';
import type { CompileOptions } from '../../../../src/engine/sqlalchemy/expression/compiled.ts';
import type { Statement } from '../../../../src/engine/sqlalchemy/expression/dml/statements.ts';
import { testMachine } from '../../../python/support.ts';

interface Outcome {
  readonly sql?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly message?: string;
}

interface Row {
  readonly code: string;
  readonly repr_type: string;
  readonly message?: string;
  readonly default?: Outcome;
  readonly pg?: Outcome;
  readonly named?: Outcome;
}

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

const FORMS: Readonly<Record<'default' | 'pg' | 'named', CompileOptions>> = {
  default: {},
  pg: { dialect: 'postgresql' },
  named: { dialect: 'postgresql', paramstyle: 'named', literalBinds: true },
};

/** The modules of the prelude's first line. */
const HAS_DATES = ['datetime', 'decimal', 'uuid'].every((name) => moduleTable.find(name));
const NEEDS_DATES = /\b(datetime|decimal|uuid)\.[A-Z]|datetime\.(date|time)/;

const quiet = { write: () => {} };

function startPython(): { python: Python; names: Map<string, Value> } {
  const machine = testMachine({}, { installed: ['sqlalchemy', 'psycopg2'] });
  const { python } = createInterpreter({
    machine,
    argv: [],
    environment: new Map(),
    cwd: '/',
    stdout: quiet,
    stderr: quiet,
  } as Parameters<typeof createInterpreter>[0]);
  const names = new Map<string, Value>([['__name__', '__main__']]);
  const prelude = read('prelude.py');
  const text = HAS_DATES ? prelude : prelude.slice(prelude.indexOf('\n') + 1);
  within(python, () => python.executeText(text, 'prelude.py', names));
  return { python, names };
}

const shown = (value: unknown): string =>
  Array.isArray(value) ? `[${value.map(shownItem).join(', ')}]` : repr((value ?? null) as Value);
const shownItem = (value: unknown): string =>
  Array.isArray(value) ? `(${value.map((one) => repr(one as Value)).join(', ')})` : repr(value as Value);

function outcome(python: Python, node: Statement, options: CompileOptions): Outcome {
  try {
    const { sql, params } = compile(node, options);
    return { sql, params: Object.fromEntries([...params].map(([key, value]) => [key, shown(value)])) };
  } catch (error) {
    const exception = python.toException(error);
    if (!(exception instanceof PyException)) throw error;
    return { message: str(exception).replace(/0x[0-9a-f]+/g, '0x') };
  }
}

/** `str()` of constructs that only PostgreSQL has. */
const postgresqlText = (want: Outcome): boolean => /%\(|ARRAY\[\]/.test(want.sql ?? '');

describe('expressions compile as SQLAlchemy compiles them', () => {
  const { python, names } = startPython();
  const rows = JSON.parse(read('corpus.json')) as readonly Row[];
  const runnable = rows.filter((row) => HAS_DATES || !NEEDS_DATES.test(row.code));
  it.each(runnable.map((row) => [row.code, row] as const))('%s', (_code, row) => {
    within(python, () => {
      const node = python.evaluateText(row.code, '<corpus>', names);
      if (typeof node !== 'object' || node === null || !('kind' in node)) return;
      for (const form of ['default', 'pg', 'named'] as const) {
        const want = row[form];
        if (!want) continue;
        const options = form === 'default' && postgresqlText(want) ? FORMS.pg : FORMS[form];
        const got = outcome(python, node as Statement, options);
        if (want.sql === undefined) expect(got.message).toBe(want.message?.replace(/0x[0-9a-f]+/g, '0x'));
        else expect(got.sql).toBe(want.sql);
        if (form === 'pg' && want.sql !== undefined)
          expect(Object.entries(got.params ?? {})).toEqual(Object.entries(want.params ?? {}));
      }
      const { type } = node as { type?: Value };
      if (type && row.repr_type !== 'None') expect(repr(type)).toBe(row.repr_type);
    });
  });
});
