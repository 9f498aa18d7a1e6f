/** A project around a random revision graph, and what a person types in it. */
import type { Case, CaseStep } from '../../conformance/cases.ts';
import { MAKO, run } from '../project.ts';
import type { Random } from '../random.ts';
import { anyCommand } from './commands.ts';
import { anyGraph, fileText, type Revision } from './graph.ts';
import { anySettings } from './settings.ts';

/** What happens between two commands: a file goes or is edited, a row of the version table is changed by hand. */
function anyMishap(r: Random, graph: readonly Revision[], table: string): CaseStep {
  const one = r.pick(graph);
  switch (r.int(9)) {
    case 0:
      return { do: 'delete', path: one.file };
    case 1:
      one.down = r.chance(2) ? [] : [r.pick(graph).id];
      return { do: 'write', path: one.file, text: fileText(r, one, graph.indexOf(one)) };
    case 2:
      return { do: 'sql', sql: `INSERT INTO ${table} VALUES ('${one.id}')` };
    case 3:
      return { do: 'sql', sql: `DELETE FROM ${table} WHERE version_num = '${one.id}'` };
    case 4:
      return { do: 'write', path: one.file.replace(/\.py$/, '_copy.py'), text: fileText(r, one, 0) };
    case 5:
      return {
        do: 'write',
        path: one.file,
        text: r.pick(['', 'def upgrade(:\n', 'revision = 5\n', 'import nothing_here\n']),
      };
    case 6:
      return {
        do: 'write',
        path: `migrations/versions/${r.pick(['helper.py', 'notes.txt', '__init__.py', '.hidden.py', 'ae10_x.py'])}`,
        text: r.pick(['', 'x = 1\n', 'raise RuntimeError("read")\n']),
      };
    default:
      return {
        do: 'sql',
        sql: `UPDATE ${table} SET version_num = '${r.pick(['gone', one.id, one.id.slice(0, 5)])}'`,
      };
  }
}

export function graphsCase(r: Random, id: string): Case {
  const { ini, env, folders, table } = anySettings(r);
  const graph = anyGraph(r, folders);
  const files: Record<string, string> = {
    'alembic.ini': ini,
    'migrations/env.py': env,
    'migrations/script.py.mako': MAKO,
  };
  graph.forEach((one, at) => {
    files[one.file] = fileText(r, one, at);
  });
  const steps: CaseStep[] = [];
  for (let i = 6 + r.int(9); i > 0; i--) {
    steps.push(run(...anyCommand(r, graph, folders)));
    if (r.chance(14)) steps.push(anyMishap(r, graph, table));
  }
  steps.push({ do: 'query', sql: `SELECT version_num FROM ${table} ORDER BY 1` });
  return { id, source: 'fuzzer: random revision graph', files, steps: withoutSecondDelete(steps) };
}

/** A file can be deleted once. */
function withoutSecondDelete(steps: readonly CaseStep[]): CaseStep[] {
  const gone = new Set<string>();
  return steps.filter((step) => {
    if (step.do === 'write') gone.delete(step.path);
    if (step.do !== 'delete') return true;
    if (gone.has(step.path)) return false;
    gone.add(step.path);
    return true;
  });
}
