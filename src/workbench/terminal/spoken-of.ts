/** Which line of an output tells of which of the engine's events: the events say what happened, the text only where it stands. */
import type { DetectedEvent, EngineEvent, RevisionEvent } from '../../engine/events.ts';

export type ToldEvent = DetectedEvent | RevisionEvent;

/** What a line tells, and the piece of it that names the thing. */
export interface Told {
  readonly event: ToldEvent;
  readonly piece: string;
}

/**
 * Both come in one order; what was not logged (a level, a format of the learner's) is passed over.
 * @param lines of the whole output, both streams.
 * @returns line index to event.
 */
export function toldByLines(
  lines: readonly string[],
  events: readonly EngineEvent[],
): ReadonlyMap<number, Told> {
  const found = new Map<number, Told>();
  const told = events.filter((event) => event.kind === 'detected' || event.kind === 'revision');
  let from = 0;
  for (const event of told) {
    const names = event.kind === 'detected' ? namesOf(event) : event.to.length > 0 ? event.to : event.from;
    const marker = event.kind === 'detected' ? 'Detected ' : 'Running ';
    for (let at = from; at < lines.length; at++) {
      const start = lines[at]!.indexOf(marker);
      const piece = start < 0 ? undefined : names.find((name) => lines[at]!.includes(name, start));
      if (piece === undefined) continue;
      found.set(at, { event, piece });
      from = at + 1;
      break;
    }
  }
  return found;
}

/** The ways in which the tool may name it, the fullest first; a constraint may have no name, and stands with its table or columns. */
function namesOf({ table, subject, schema }: DetectedEvent): string[] {
  const full = schema !== undefined && table !== undefined ? [`${schema}.${table}`] : [];
  const tables = [...full, ...(table === undefined ? [] : [table])];
  const quoted = (text: string) => `'${text}'`;
  if (subject === undefined) return [...tables.map(quoted), 'constraint None'];
  return [...tables.map((one) => quoted(`${one}.${subject}`)), quoted(subject), ...tables.map(quoted)];
}
