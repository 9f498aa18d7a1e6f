/** Working without a network, and new versions of the site. */
import type { Dictionary } from '../ko.ts';

export const offline: Dictionary['offline'] = {
  title: 'Without a network',
  text: 'Opened once, lessons and workbench open again without the internet.',
  waiting: 'Waiting to get ready.',
  filling: (done, total) => `Fetching: ${done} / ${total} MB`,
  ready: (total) => `Ready: ${total} MB are kept here.`,
  failed: 'Some files could not be fetched. The next visit goes on from here.',
  savesData: 'Your browser saves data, so nothing was fetched ahead.',
  unsupported: 'This browser cannot work without a network.',
  update: 'There is a new version of this site. Your work stays as it is.',
  updateNow: 'Reload',
  later: 'Later',
};
