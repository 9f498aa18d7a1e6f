/** Commands that a person would try here and that make no sense in a browser: each says what to use instead. */
import type { Program } from '../../program.ts';
import { shellWords } from '../../words.ts';

const NAMES = {
  editor: 'vim vi nano emacs code open',
  sudo: 'sudo su',
  network: 'ssh scp sftp',
  download: 'curl wget ping nc',
  system: 'apt apt-get brew yum dnf',
  service: 'systemctl service pg_ctl pg_ctlcluster initdb',
  node: 'npm npx node yarn pnpm',
  processes: 'top htop ps kill jobs fg bg',
  permissions: 'chmod chown',
  links: 'ln',
  awk: 'awk perl',
  archive: 'tar gzip gunzip zip unzip',
} as const;

/** Name → program for every such command. Exit code 127, as for a command that is not there. */
export const elsewhere: ReadonlyMap<string, Program> = new Map(
  Object.entries(NAMES).flatMap(([kind, names]) =>
    names.split(' ').map((name): [string, Program] => [
      name,
      {
        run: (call) => {
          const { elsewhere: advice, notInBrowser } = shellWords(call.machine);
          call.stderr.write(`${notInBrowser(name, advice[kind as keyof typeof NAMES])}\n`);
          return 127;
        },
      },
    ]),
  ),
);
