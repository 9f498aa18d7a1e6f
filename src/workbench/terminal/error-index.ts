/** Leads from what a failed command printed to its entry in the error index. The list is fetched when it is first needed. */
import { type Signal, signal } from '@preact/signals';
import type { KnownError } from '../../checks/known-errors.ts';
import { recognise } from '../../checks/recognise.ts';
import type { StepResult } from '../../session/protocol.ts';

const known: Signal<readonly KnownError[] | undefined> = signal(undefined);
let asked = false;

function fetchKnown(): void {
  if (asked) return;
  asked = true;
  void fetch('/errors.json')
    .then((response) => (response.ok ? response.json() : []))
    .then((entries: readonly KnownError[]) => {
      known.value = entries;
    })
    .catch(() => {
      // Without a network it is asked again by the next failure.
      asked = false;
    });
}

/** The entry that tells most of a failed command; undefined for a good one, or while the list is on its way. */
export function entryFor({ exit, output }: StepResult): KnownError | undefined {
  if (exit === 0) return undefined;
  fetchKnown();
  const entries = known.value;
  const [id] = entries ? recognise(output.map(({ text }) => text).join(''), entries) : [];
  return entries?.find((one) => one.id === id);
}
