/** Commands that a person would try here and that make no sense in a browser: each says what to use instead. */
import type { Program } from '../program.ts';

const ADVICE: readonly (readonly [names: string, advice: string])[] = [
  ['vim vi nano emacs code', 'open the file in the editor beside this terminal'],
  ['sudo su', 'not needed here: leave it out and type the rest'],
  ['ssh scp sftp', 'this terminal has no network; everything is on this page'],
  ['curl wget ping', 'this terminal has no network; nothing leaves the page'],
  ['apt apt-get brew yum dnf', 'PostgreSQL and Python are here already; packages come with pip or poetry'],
  ['systemctl service', 'start and stop the database with docker compose up -d and docker compose stop'],
  ['less more', 'use cat: long output can be folded and scrolled'],
  ['npm npx node yarn', 'this is a Python project: try pip, poetry, python or alembic'],
  ['top htop ps kill', 'nothing runs in the background here'],
  ['chmod chown', 'files here have no owners or permissions to change'],
  ['exit logout', 'this terminal stays open; close the tab to leave'],
];

/** Name → program for every such command. Exit code 127, as for a command that is not there. */
export const elsewhere: ReadonlyMap<string, Program> = new Map(
  ADVICE.flatMap(([names, advice]) =>
    names.split(' ').map((name): [string, Program] => [
      name,
      {
        summary: advice,
        run: (call) => {
          call.stderr.write(`${name}: not available in the browser: ${advice}\n`);
          return 127;
        },
      },
    ]),
  ),
);
