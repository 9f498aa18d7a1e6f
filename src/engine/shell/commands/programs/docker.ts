/** `docker compose` starts and stops the database. Answers to: Docker Compose v2, with one service that runs here. */
import { ConnectFailure, type Machine } from '../../../machine.ts';
import { absolute } from '../../paths.ts';
import type { Invocation, Program } from '../../program.ts';
import { targetOf } from '../../psql/target.ts';
import { shellWords } from '../../words.ts';

const FILES = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'];

export const docker: Program = {
  run: (call) => {
    const [command, ...args] = call.args;
    if (command === 'compose') return compose(call, args);
    if (command === '--version' || command === '-v') {
      call.stdout.write('Docker version 28.3.2\n');
      return 0;
    }
    if (command === 'ps') return dockerPs(call, args);
    if (command === undefined) call.stdout.write('Usage:  docker [OPTIONS] COMMAND\n');
    else call.stderr.write(`${shellWords(call.machine).docker.other(command)}\n`);
    return command === undefined ? 0 : 1;
  },
};

export const dockerCompose: Program = {
  run: (call) => compose(call, call.args),
};

interface Service {
  readonly service: string;
  readonly container: string;
  readonly network: string;
  readonly image: string;
}

/** The service that has a postgres image, by the file's own words. */
function serviceOf({ files, cwd }: Machine): Service | undefined {
  const name = FILES.find((file) => files.isFile(absolute(file, cwd)));
  if (name === undefined) return undefined;
  const text = files.read(absolute(name, cwd)) ?? '';
  const folder = cwd.replace(/^.*\//, '').toLowerCase();
  const services = /^services:\s*\n((?:[ \t]+.*\n?|\s*\n)*)/m.exec(text)?.[1] ?? '';
  const blocks = [...services.matchAll(/^ {2}([\w.-]+):\s*\n((?: {3,}.*\n?|\s*\n)*)/gm)];
  const block = blocks.find(([, , body]) => /image:.*postgres/.test(body ?? '')) ?? blocks[0];
  const service = block?.[1] ?? 'db';
  const body = block?.[2] ?? '';
  return {
    service,
    container: /container_name:\s*["']?([\w.-]+)/.exec(body)?.[1] ?? `${folder}-${service}-1`,
    network: `${folder}_default`,
    image: /image:\s*["']?([^\s"']+)/.exec(body)?.[1] ?? 'postgres:18',
  };
}

/** The services that can be named, for completion. */
export function composeServices(machine: Machine): string[] {
  const service = serviceOf(machine);
  return service ? [service.service] : [];
}

function isRunning({ machine, environment }: Invocation): boolean {
  try {
    machine.database
      .connect(targetOf({ database: 'app', host: 'localhost', port: '5432', user: 'learner' }, environment))
      .close();
    return true;
  } catch (error) {
    if (!(error instanceof ConnectFailure)) throw error;
    return error.reason !== 'refused';
  }
}

function compose(call: Invocation, args: readonly string[]): number {
  const [command, ...rest] = args.filter((arg) => !/^(-f|--file)/.test(arg) && !/\.ya?ml$/.test(arg));
  if (command === 'version' || command === '--version') {
    call.stdout.write('Docker Compose version v2.38.2\n');
    return 0;
  }
  if (command === undefined) {
    call.stdout.write('Usage:  docker compose [OPTIONS] COMMAND\n');
    return 0;
  }
  const known = COMMANDS[command];
  if (!known) {
    call.stderr.write(`unknown docker command: "compose ${command}"\n`);
    return 1;
  }
  const service = serviceOf(call.machine);
  if (!service) {
    call.stderr.write('no configuration file provided: not found\n');
    return 1;
  }
  const named = rest.filter((arg) => !arg.startsWith('-'));
  const wrong = named.find((name) => name !== service.service);
  if (wrong !== undefined) {
    call.stderr.write(`no such service: ${wrong}\n`);
    return 1;
  }
  return known(call, service, rest);
}

type Command = (call: Invocation, service: Service, args: readonly string[]) => number;

const say = (call: Invocation, what: string, ...states: readonly string[]) =>
  call.stderr.write(states.map((state) => ` ${what}  ${state}\n`).join(''));

const start: Command = (call, { container }) => {
  if (isRunning(call)) return 0;
  say(call, `Container ${container}`, 'Starting', 'Started');
  call.machine.emit({ kind: 'database', state: 'started' });
  return 0;
};

const stop: Command = (call, { container }) => {
  if (!isRunning(call)) return 0;
  say(call, `Container ${container}`, 'Stopping', 'Stopped');
  call.machine.emit({ kind: 'database', state: 'stopped' });
  return 0;
};

const COMMANDS: Readonly<Record<string, Command>> = {
  up: (call, service, args) => {
    if (!args.includes('-d') && !args.includes('--detach')) {
      call.stderr.write(`${shellWords(call.machine).docker.foreground}\n`);
      return 1;
    }
    if (isRunning(call)) say(call, `Container ${service.container}`, 'Running');
    else start(call, service, args);
    return 0;
  },
  start,
  stop,
  restart: (call, service, args) => {
    const { container } = service;
    if (!isRunning(call)) return start(call, service, args);
    say(call, `Container ${container}`, 'Restarting', 'Started');
    call.machine.emit({ kind: 'database', state: 'stopped' });
    call.machine.emit({ kind: 'database', state: 'started' });
    return 0;
  },
  down: (call, service, args) => {
    stop(call, service, args);
    say(call, `Container ${service.container}`, 'Removing', 'Removed');
    say(call, `Network ${service.network}`, 'Removing', 'Removed');
    if (args.some((arg) => arg === '-v' || arg === '--volumes'))
      call.stderr.write(`${shellWords(call.machine).docker.volumes}\n`);
    return 0;
  },
  ps: (call, service, args) => {
    const all = args.includes('-a') || args.includes('--all');
    const running = isRunning(call);
    const status = running ? 'Up 2 minutes' : 'Exited (0) 2 minutes ago';
    table(
      call,
      ['NAME', 'IMAGE', 'COMMAND', 'SERVICE', 'CREATED', 'STATUS', 'PORTS'],
      running || all
        ? [
            [
              service.container,
              service.image,
              COMMAND,
              service.service,
              '2 minutes ago',
              status,
              running ? PORTS : '',
            ],
          ]
        : [],
    );
    return 0;
  },
  logs: (call, { container }) => {
    const lines = [
      'database system is ready to accept connections',
      ...(isRunning(call) ? [] : ['received fast shutdown request', 'database system is shut down']),
    ];
    for (const line of lines) call.stdout.write(`${container}  | LOG:  ${line}\n`);
    return 0;
  },
};

const COMMAND = '"docker-entrypoint.s…"';
const PORTS = '0.0.0.0:5432->5432/tcp';

function dockerPs(call: Invocation, args: readonly string[]): number {
  const service = serviceOf(call.machine);
  const running = isRunning(call);
  const shown = service && (running || args.includes('-a'));
  const status = running ? 'Up 2 minutes' : 'Exited (0) 2 minutes ago';
  const header = ['CONTAINER ID', 'IMAGE', 'COMMAND', 'CREATED', 'STATUS', 'PORTS', 'NAMES'];
  const row = service && [
    '4f1c0a9be2d7',
    service.image,
    COMMAND,
    '2 minutes ago',
    status,
    running ? PORTS : '',
    service.container,
  ];
  table(call, header, shown && row ? [row] : []);
  return 0;
}

/** Columns three blanks apart, as docker writes them. */
function table(call: Invocation, header: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = header.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]!.length)));
  for (const row of [header, ...rows])
    call.stdout.write(
      `${row.map((cell, at) => (at < row.length - 1 ? cell.padEnd(widths[at]! + 3) : cell)).join('')}\n`,
    );
}
