/** What a command that runs for another one prints. */
import type { Output } from '../../machine.ts';

/** An output that keeps what is written. */
export function collector(): Output & { text(): string } {
  const parts: string[] = [];
  return { write: (text) => void parts.push(text), text: () => parts.join('') };
}
