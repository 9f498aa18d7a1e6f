/**
 * A whole workspace in a link: `1.<base64url of the deflated journal>`, to stand behind `#s=`. The host never sees what comes after "#".
 * What comes from a link is read under bounds: its length, what it inflates to, how deep it nests.
 */
import type { Journal } from './journal.ts';
import { JournalRefused, LIMITS, parseJournal } from './journal-format.ts';

const LINK_VERSION = 1;
/** Longer links get cut by messengers and mail: from here on a file is offered instead. */
export const LONGEST_LINK = 8_000;
/** Longer ones are not even read: nothing here writes them. */
const LONGEST_READ = 64_000;

/** Why a link or a file is not opened; the dictionaries have a sentence for each under `share.refused`. */
export type Refusal = 'damaged' | 'too-large' | 'newer' | 'not-ours';

/** Why a link or a file is not taken. */
export class ShareRefused extends Error {
  readonly refusal: Refusal;
  /** @param detail for those who look for a mistake, in English. */
  constructor(refusal: Refusal, detail: string) {
    super(detail);
    this.name = 'ShareRefused';
    this.refusal = refusal;
  }
}

/** What stands behind `#s=`. */
export async function writeShare(journal: Journal): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(journal));
  const deflated = await new Response(
    new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw')),
  ).arrayBuffer();
  return `${LINK_VERSION}.${toBase64Url(new Uint8Array(deflated))}`;
}

/**
 * @param text what stood behind `#s=`.
 * @throws ShareRefused and nothing else, whatever the text.
 */
export async function readShare(text: string): Promise<Journal> {
  const [, version, data] = /^(\d{1,6})\.([\w-]*)$/.exec(text.slice(0, LONGEST_READ + 1)) ?? [];
  if (text.length > LONGEST_READ) throw new ShareRefused('too-large', `${text.length} characters`);
  if (version === undefined || data === undefined) throw new ShareRefused('damaged', 'not base64url');
  if (Number(version) > LINK_VERSION) throw new ShareRefused('newer', `link format ${version}`);
  return readSharedText(await inflated(fromBase64Url(data)));
}

/**
 * @param json of a link or a dropped file.
 * @throws ShareRefused
 */
export function readSharedText(json: string): Journal {
  try {
    return parseJournal(json);
  } catch (error) {
    if (!(error instanceof JournalRefused)) throw error;
    const { message } = error;
    if (message.includes('newer version')) throw new ShareRefused('newer', message);
    if (message.includes('too large')) throw new ShareRefused('too-large', message);
    throw new ShareRefused(message.includes('not JSON') ? 'damaged' : 'not-ours', message);
  }
}

/** Stops as soon as more comes out than a journal may have: a small link must not fill the memory. */
async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      text += decoder.decode(value, { stream: !done });
      if (text.length > LIMITS.text) {
        void reader.cancel().catch(() => {});
        throw new ShareRefused('too-large', `more than ${LIMITS.text} characters`);
      }
      if (done) return text;
    }
  } catch (error) {
    if (error instanceof ShareRefused) throw error;
    throw new ShareRefused('damaged', error instanceof Error ? error.message : String(error));
  }
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @throws ShareRefused */
function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    throw new ShareRefused('damaged', 'not base64url');
  }
}

/** A short name for a journal, the same for the same journal: the key of the workspace that it opens in. */
export async function nameOfJournal(journal: Journal): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(journal)));
  return [...new Uint8Array(digest).slice(0, 6)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
