/** `time.strftime` for log lines; local time is UTC. */

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * What each letter behind a percent sign stands for.
 * @param micros since 1970-01-01
 */
export function timeFields(micros: bigint): Readonly<Record<string, () => string>> {
  const date = new Date(Number(micros / 1000n));
  const two = (value: number) => String(value).padStart(2, '0');
  const hour = date.getUTCHours();
  return {
    Y: () => String(date.getUTCFullYear()),
    y: () => two(date.getUTCFullYear() % 100),
    m: () => two(date.getUTCMonth() + 1),
    d: () => two(date.getUTCDate()),
    e: () => String(date.getUTCDate()).padStart(2),
    H: () => two(hour),
    I: () => two(hour % 12 || 12),
    p: () => (hour < 12 ? 'AM' : 'PM'),
    M: () => two(date.getUTCMinutes()),
    S: () => two(date.getUTCSeconds()),
    j: () =>
      String(Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0)) / 86_400_000) + 1).padStart(
        3,
        '0',
      ),
    a: () => DAYS[date.getUTCDay()]!.slice(0, 3),
    A: () => DAYS[date.getUTCDay()]!,
    w: () => String(date.getUTCDay()),
    b: () => MONTHS[date.getUTCMonth()]!.slice(0, 3),
    B: () => MONTHS[date.getUTCMonth()]!,
    F: () => date.toISOString().slice(0, 10),
    T: () => date.toISOString().slice(11, 19),
    D: () => `${two(date.getUTCMonth() + 1)}/${two(date.getUTCDate())}/${two(date.getUTCFullYear() % 100)}`,
    R: () => date.toISOString().slice(11, 16),
    s: () => String(micros / 1_000_000n),
    z: () => '+0000',
    Z: () => 'UTC',
    '%': () => '%',
    n: () => '\n',
    t: () => '\t',
  };
}

/** @param micros since 1970-01-01 */
export function formatTime(micros: bigint, format: string): string {
  const fields = timeFields(micros);
  return format.replace(/%([a-zA-Z%])/g, (whole, code: string) => fields[code]?.() ?? whole);
}
