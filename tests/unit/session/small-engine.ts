/** An engine of a few commands that touch everything a session must rebuild: files, rows, clock, randomness, shell, server. */
import { DatabaseError, type Machine, type Output } from '../../../src/engine/machine.ts';
import type { Engine, Need, Streams } from '../../../src/session/workspace/engine-port.ts';

const LOGIN = { host: 'localhost', port: 5432, user: 'learner', password: 'learner', database: 'app' };

function* run(
  machine: Machine,
  line: string,
  { stdout, stderr, input }: Streams,
): Generator<Need, number, unknown> {
  const [command, ...rest] = line.split(' ');
  const argument = rest.join(' ');
  switch (command) {
    case 'sql':
      return sql(machine, argument, stdout, stderr);
    case 'alembic':
      return alembic(machine, argument, stderr);
    case 'revision':
      return revision(machine, stdout);
    case 'cd':
      machine.cwd = argument;
      return 0;
    case 'export':
      machine.environment.set(argument.split('=')[0]!, argument.split('=')[1]!);
      return 0;
    case 'env':
      stdout.write(
        `${machine.cwd} ${machine.environment.get('NAME')} ${[...machine.installed].includes('asyncpg')}\n`,
      );
      return 0;
    case 'install':
      machine.installed.add(argument);
      return 0;
    case 'server':
      machine.emit({ kind: 'database', state: argument === 'stop' ? 'stopped' : 'started' });
      return 0;
    case 'dump':
      stdout.write(String(yield { kind: 'needs', what: 'pg_dump', args: ['--schema-only'] }));
      return 0;
    case 'echo':
      stdout.write(`${argument}${input ?? ''}\n`);
      return 0;
    case 'loop':
      stdout.write('looping\n');
      for (;;);
    case 'bug':
      throw new Error('a bug of ours');
  }
  stderr.write(`${command}: command not found\n`);
  return 127;
}

function sql(machine: Machine, text: string, stdout: Output, stderr: Output): number {
  try {
    const connection = machine.database.connect(LOGIN);
    for (const result of connection.execute(text)) {
      stdout.write(`${result.tag} ${JSON.stringify(result.rows)}\n`);
    }
    // Left open on purpose: the end of the process closes it.
    return 0;
  } catch (error) {
    stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof DatabaseError ? 1 : 2;
  }
}

/** As `alembic check` looks: a connection, and a difference for each draft that says so. `upgrade` goes to the heads. */
function alembic(machine: Machine, argument: string, stderr: Output): number {
  const connection = machine.database.connect(LOGIN);
  connection.execute('BEGIN');
  connection.execute(
    'create table if not exists trace (x int); create table if not exists alembic_version (version_num text)',
  );
  if (argument === 'upgrade heads') {
    for (const name of machine.files.list('/home/learner/app/versions') ?? [])
      connection.execute(`insert into alembic_version values ('${name.replace('.py', '')}')`);
    connection.execute('COMMIT');
    return 0;
  }
  const current = connection.execute('select version_num from alembic_version order by 1')[0]?.rows.flat();
  connection.execute('COMMIT');
  stderr.write(`at ${current?.join()}\n`);
  const text = machine.files.read('/home/learner/app/app/models.py') ?? '';
  if (text === 'broken') return 1;
  for (const change of text.split('\n').filter((one) => one.startsWith('add_'))) {
    machine.emit({ kind: 'detected', change, table: undefined, schema: undefined, subject: undefined });
  }
  return text.includes('add_') ? 255 : 0;
}

function revision(machine: Machine, stdout: Output): number {
  const id = machine.revisionId();
  machine.files.write(
    `${machine.cwd}/versions/${id}.py`,
    `# ${machine.now()} ${machine.randomBytes(4).join()}\n`,
  );
  stdout.write(`${id}\n`);
  return 0;
}

export const smallEngine: Engine = {
  openTerminal: (machine) => ({
    run: (line, streams) => run(machine, line, streams),
    state: () => undefined,
    complete: (line) => ['sql', 'revision'].filter((word) => word.startsWith(line)),
  }),
  syntaxProblem: () => undefined,
  ownNames: () => undefined,
  revisions: (machine, current) => ({
    files: [],
    heads: (machine.files.list('/home/learner/app/versions') ?? []).map((name) => name.replace('.py', '')),
    current,
    problem: null,
  }),
};
