/** Sharing, opening what was shared, taking a project home, keeping all work in a file. */
import type { Dictionary } from '../ko.ts';

const count = (number: number, one: string) => `${number} ${number === 1 ? one : `${one}s`}`;

export const share: Dictionary['share'] = {
  button: 'Share',
  title: 'Share this work',
  lead: (steps, files) =>
    `Whoever opens the link finds this workbench as it is now: ${count(files, 'file')}${steps > 0 ? ` and the ${count(steps, 'step')} you have done` : ''}.`,
  private: 'The work is in the link alone. No server keeps it.',
  link: 'Link',
  copy: 'Copy the link',
  copied: 'Copied',
  size: (kilobytes) => `${kilobytes} kB`,
  preparing: 'Making the link',
  tooLong:
    'This work is too large for a link. Download it as a file and send that; dropped on this page, it opens.',
  file: 'Download as a file',
  fileText: 'Drop it on this page to open it again.',
  takeHome: 'Take it home',
  takeHomeText: 'A zip file with a project that runs under the real Alembic.',
  copyAddress: (name) => `Copy the address of ${name}`,
  opened: 'You are looking at a workbench that came by a link. Your own work is kept.',
  mine: 'Back to my work',
  refusedTitle: 'The shared work could not be opened.',
  refused: {
    damaged: 'The link or file was cut or damaged on its way. Ask for it once more.',
    'too-large': 'It is larger than what can be opened here.',
    newer: 'It was made by a newer version of this site. Reload the page and open it again.',
    'not-ours': 'It was not made by this site.',
  },
  drop: 'Drop it here to open it',
  readme: (packages) => `# My migrations

This project comes from Stillhouse: the files are those of the browser, and they run under the real Alembic 1.19.1 and PostgreSQL.

## Set up

You need Python 3.11 or newer and Docker.

    docker compose up -d
    python3 -m venv .venv
    .venv/bin/pip install ${packages}

On Windows write \`.venv\\Scripts\\\` instead of \`.venv/bin/\`.

## Run

    .venv/bin/alembic upgrade head
    .venv/bin/alembic check

The database starts empty: rows that you inserted in the browser are not in it.
Its address is \`sqlalchemy.url\` in \`alembic.ini\`, user and password are in \`docker-compose.yml\`.
`,
  fold: (name) => `Fold: ${name}`,
  unfold: (name) => `Unfold: ${name}`,
  work: {
    title: 'All your work',
    text: 'Download the work and progress of every lesson as one file, or bring in such a file from another browser.',
    export: 'Download everything',
    import: 'Bring in a file',
    imported: (workspaces) => `Brought in ${count(workspaces, 'workspace')} and the progress.`,
    keeps: 'Where this browser has the same workspace, both are kept under different names.',
    refused: 'The file could not be brought in.',
    beside: 'Kept side by side',
    own: 'your own here',
    other: 'brought in, or a copy',
    steps: (steps) => count(steps, 'step'),
  },
};
