/** `repr()` of MySQL's types, which shows options of their own. Answers to: sqlalchemy/dialects/mysql/types.py. */
import type { TypeDefinition } from './definition.ts';
import { FLOAT, INTEGER, NUMERIC } from './number.ts';
import type { PythonRepr } from './repr.ts';
import { STRING } from './text.ts';
import { ownRepr, type SqlType } from './type.ts';

/** What is shown, in order, each with the value that is not. */
type Shown = readonly (readonly [name: string, hidden: unknown])[];

const NUMBERS: Shown = [
  ['unsigned', false],
  ['zerofill', false],
];
const PRECISE: Shown = [
  ['precision', null],
  ['scale', null],
];
const TEXTS: Shown = [
  ['charset', null],
  ['collation', null],
  ['ascii', false],
  ['binary', false],
  ['unicode', false],
  ['national', false],
  ['length', null],
];
/** Classes whose text is always in the national character set. */
const NATIONAL = new Set(['NCHAR', 'NVARCHAR']);

function shownOf(definition: TypeDefinition): Shown | undefined {
  const { lineage } = definition;
  if (lineage.has(STRING)) return TEXTS;
  if (lineage.has(INTEGER)) return [['display_width', null], ...NUMBERS];
  if (lineage.has(FLOAT)) return [...NUMBERS, ...PRECISE, ['asdecimal', false]];
  return lineage.has(NUMERIC) ? [...NUMBERS, ...PRECISE, ['asdecimal', true]] : undefined;
}

/** Registers the `repr()` of one of MySQL's own types. */
export function showAsMysql(definition: TypeDefinition): void {
  const shown = shownOf(definition);
  if (!shown || !definition.constructs || !definition.module.endsWith('.types')) return;
  ownRepr(definition, (type: SqlType, python: PythonRepr) => {
    const parts = shown.flatMap(([name, hidden]) => {
      const fallback = name === 'national' ? NATIONAL.has(definition.name) : hidden;
      const value = type.options[name] ?? fallback;
      return value === hidden || value === null ? [] : [`${name}=${python(value)}`];
    });
    return `${type.className}(${parts.join(', ')})`;
  });
}
