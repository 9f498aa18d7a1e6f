/** Small choices that survive a reload: sizes of panes, open tabs. Nothing breaks where storage is refused. */
const PREFIX = 'stillhouse.';

/** What was kept under a key, or the fallback. */
export function remembered<T>(key: string, fallback: T): T {
  try {
    const text = localStorage.getItem(PREFIX + key);
    return text === null ? fallback : (JSON.parse(text) as T);
  } catch {
    return fallback;
  }
}

/** Keeps a value under a key, if it can. */
export function remember(key: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // Storage is full or refused: the choice holds until the page is left.
  }
}
