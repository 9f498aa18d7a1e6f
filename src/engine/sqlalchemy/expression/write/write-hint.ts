/** Hints for planners. Answers to: sqlalchemy/sql/compiler.py (format_from_hint_text), postgresql/base.py. */
import { Raise } from '../../../machine.ts';
import type { FromClause, Hint } from '../select/selectables.ts';
import type { Writer } from './writer.ts';

const isFor = (writer: Writer, { dialect }: Hint): boolean =>
  dialect === '*' || dialect === (writer.postgresql ? 'postgresql' : 'default');

/**
 * What stands in FROM with its hint: PostgreSQL knows only `ONLY`, no dialect shows it in brackets.
 * @param shown the name that `%(name)s` stands for
 * @throws CompileError
 */
export function hinted(
  writer: Writer,
  from: FromClause,
  text: string,
  hints: readonly Hint[] = [],
  shown = text,
): string {
  const hint = hints.findLast((one) => one.from === from && isFor(writer, one));
  if (!hint) return text;
  const words = hint.text.replaceAll('%(name)s', () => shown).replaceAll('%%', '%');
  if (!writer.postgresql) return `${text} [${words}]`;
  if (words.toUpperCase() === 'ONLY') return `ONLY ${text}`;
  throw new Raise('sqlalchemy.exc.CompileError', [`Unrecognized hint: '${words}'`]);
}

/** What `with_statement_hint` puts behind a SELECT. */
export function statementHints(writer: Writer, hints: readonly Hint[]): string {
  const texts = hints.filter((one) => isFor(writer, one)).map(({ text }) => text);
  return texts.length > 0 ? ` ${texts.join(' ')}` : '';
}
