/** One tab at a time works on a workspace; the others are told. */

/** Web Locks, as far as needed. */
export type Locks = Pick<LockManager, 'request'>;

export interface Hold {
  readonly held: boolean;
  /** Gives the workspace up, or stops waiting for it. */
  release(): void;
}

/**
 * @param locks undefined where the browser has none: then everybody holds.
 * @param onHeld called later, when the tab that holds it is gone.
 */
export async function holdWorkspace(
  locks: Locks | undefined,
  key: string,
  onHeld: () => void,
): Promise<Hold> {
  if (!locks) return { held: true, release: () => {} };
  const name = `stillhouse/${key}`;
  const first = await request(locks, name, { ifAvailable: true });
  if (first) return { held: true, release: first };
  const waiting = new AbortController();
  let release = () => waiting.abort();
  void request(locks, name, { signal: waiting.signal }).then(
    (granted) => {
      if (!granted) return;
      release = granted;
      onHeld();
    },
    () => {},
  );
  return { held: false, release: () => release() };
}

/** @returns the way to give it back; undefined where it was not to be had. */
function request(locks: Locks, name: string, options: LockOptions): Promise<(() => void) | undefined> {
  return new Promise((resolve, reject) => {
    locks
      .request(name, options, (lock) => {
        if (!lock) return resolve(undefined);
        return new Promise<void>((release) => resolve(release));
      })
      .catch(reject);
  });
}
