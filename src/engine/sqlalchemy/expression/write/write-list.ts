/** Several expressions with something between them. */
import type { Element } from '../elements.ts';
import type { Place, Writer } from './writer.ts';

/** @returns the SQL of each with the separator between them; what writes nothing (an empty `and_()`) is left out */
export const writeList = (
  writer: Writer,
  elements: readonly Element[],
  separator: string,
  place: Place,
): string =>
  elements
    .map((one) => writer.write(one, place))
    .filter((text) => text !== '')
    .join(separator);
