/**
 * Questions that were missed, and when they come back; kept in localStorage under "stillhouse.review" (docs/formats.md). A question enters when
 * it is answered wrong. Each right answer on a later day moves it one box on, and it is known after the last one; a wrong one moves it back.
 */
const KEY = 'stillhouse.review';
const VERSION = 1;

/** Days until a question of each box comes back. */
const DAYS = [0, 1, 3, 7, 16] as const;
const DAY = 86_400_000;

export interface ReviewItem {
  /** Right answers since it was missed, 0 to 5; at 5 it is known. */
  readonly box: number;
  /** From when on it is asked again: milliseconds since 1970. */
  readonly due: number;
  readonly missed: number;
  readonly answered: number;
}

export interface Review {
  readonly version: typeof VERSION;
  /** "workflow/add-columns#twice" to what is known of it. */
  readonly items: Readonly<Record<string, ReviewItem>>;
}

const NO_REVIEW: Review = { version: VERSION, items: {} };

/** The stable name of a question. */
export const itemId = (lesson: string, quiz: string): string => `${lesson}#${quiz}`;

/** What is kept after an answer: pure. */
export function answered(review: Review, id: string, right: boolean, now: number): Review {
  const old = review.items[id];
  if (right && !old) return review;
  const early = old !== undefined && now < old.due;
  const box = !right ? 0 : Math.min(DAYS.length, old!.box + (early ? 0 : 1));
  const item: ReviewItem = {
    box,
    due: right && early ? old.due : dueFrom(box, now),
    missed: (old?.missed ?? 0) + (right ? 0 : 1),
    answered: now,
  };
  return { ...review, items: { ...review.items, [id]: item } };
}

const dueFrom = (box: number, now: number): number => now + (DAYS[box] ?? 0) * DAY;

/** Whether a question need not come back. */
export const isKnown = (item: ReviewItem): boolean => item.box >= DAYS.length;

/** Ids of questions to be asked now, the longest waiting first. */
export function dueItems(review: Review, now: number): string[] {
  return Object.entries(review.items)
    .filter(([, item]) => !isKnown(item) && item.due <= now)
    .sort(([, a], [, b]) => a.due - b.due)
    .map(([id]) => id);
}

/** What this browser keeps; nothing where it cannot be read. */
export function readReview(): Review {
  try {
    return checkReview(JSON.parse(localStorage.getItem(KEY) ?? 'null')) ?? NO_REVIEW;
  } catch {
    return NO_REVIEW;
  }
}

/** Keeps all of it. */
export function replaceReview(review: Review): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(review));
  } catch {
    // Storage is refused: what was missed holds until the page is left.
  }
}

/** @returns what a file or the browser's storage holds, if it is a review of ours. */
function checkReview(value: unknown): Review | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { version, items } = value as Partial<Record<keyof Review, unknown>>;
  if (version !== VERSION || typeof items !== 'object' || items === null) return undefined;
  const good = Object.entries(items).filter(
    ([id, item]) => /^[\w/-]{1,120}#[\w-]{1,60}$/.test(id) && isItem(item),
  );
  return { version, items: Object.fromEntries(good) as Review['items'] };
}

function isItem(value: unknown): value is ReviewItem {
  if (typeof value !== 'object' || value === null) return false;
  const item = value as Record<string, unknown>;
  return ['box', 'due', 'missed', 'answered'].every((name) => Number.isFinite(item[name]));
}
