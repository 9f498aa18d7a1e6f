/** The playground, and what is said about a project that was brought along. */
import type { Dictionary } from '../ko.ts';

const count = (number: number, one: string) => `${number} ${number === 1 ? one : `${one}s`}`;

export const play: Dictionary['play'] = {
  title: 'Playground',
  description:
    'A workbench without a lesson: experiment freely, or bring your own project to see its graph of revisions and rehearse its migrations.',
  lead: 'A workbench without a plan. Choose where to start; what you do is kept in this browser, for each start by itself.',
  choose: 'Start elsewhere',
  ownTitle: 'Bring your own project',
  ownText:
    'Drop a folder or zip with your models, alembic.ini and the versions folder anywhere on this page. You see its graph, heads and missing links, and can rehearse the migrations. If you have an SQL dump, drop it too.',
  ownFolder: 'Choose a folder',
  ownZip: 'Choose a zip',
  ownPrivate: 'Nothing leaves your browser. Up to 2,000 files, 1 MB each, 8 MB together.',
  own: 'My project',
  problem: {
    empty: 'There is nothing to read in it. Is it the folder of a project, or a zip of one?',
    'too-many':
      'There are more than 2,000 files. Leave virtual environments and node_modules out and try again.',
    'too-large': 'The text is more than 8 MB. Drop only the folder with models and migrations.',
    'not-zip': 'The zip file is damaged, or it is none.',
    failed: 'The files could not be read.',
  },
  report: {
    title: 'What was found in your project',
    close: 'Close',
    files: (taken, left) =>
      left > 0 ? `${count(taken, 'file')} read, ${left} left out.` : `${count(taken, 'file')} read.`,
    leftOut: 'Left out',
    why: {
      binary: 'not text',
      large: 'more than 1 MB',
      ignored: 'cache or virtual environment',
      outside: 'outside the project',
      name: 'a name that cannot be used',
    },
    noIni: 'There is no alembic.ini. Did you drop the topmost folder of the project?',
    revisions: (number) => count(number, 'revision'),
    heads: (number) => count(number, 'head'),
    missing: (revision, wanted) => `${revision} comes after ${wanted}, whose file is missing.`,
    broken: (path) => `${path} cannot be read.`,
    scripts: 'The folder of revisions cannot be read.',
    otherDatabase: 'alembic.ini points at another database.',
    pointHere: 'Point it at this workbench',
    dump: (name) => `There is an SQL dump, ${name}.`,
    loadDump: 'Load it',
    rehearsing: 'Rehearsing',
    rehearsalText: 'Runs upgrade heads and check on a copy of the database. Nothing changes.',
    passed: 'It went all the way up, and models and database are the same.',
    differs: 'It went all the way up, but models and database differ.',
    failed: (line) => `It stopped at ${line}.`,
    fine: 'Nothing looks wrong.',
  },
};
