/** Which of several workspaces of one name a tab works on: it remembers the copy that it took, or that was chosen for it. */

const entryOf = (key: string) => `stillhouse/${key}`;

/** @returns undefined where it works on the one that bears the name itself. */
export function keyInThisTab(key: string): string | undefined {
  try {
    return sessionStorage.getItem(entryOf(key)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** @param under the name that the workspace lies under; without effect where the browser remembers nothing. */
export function workInThisTab(key: string, under: string): void {
  try {
    if (key === under) sessionStorage.removeItem(entryOf(key));
    else sessionStorage.setItem(entryOf(key), under);
  } catch {
    // Without it a reload shows the other workspace again; this one is kept.
  }
}
