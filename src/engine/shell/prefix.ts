/** Commands that only start another one: `poetry run alembic …`, `python -m pip …`, `docker compose exec db psql …`. */

const MODULES = new Set(['alembic', 'pip', 'sqlacodegen']);

/** The words that really run. */
export function started(words: readonly string[]): readonly string[] {
  const [name, first, second, ...rest] = words;
  if (name === 'poetry' && first === 'run' && second !== undefined) return started([second, ...rest]);
  if (/^python3?$/.test(name ?? '') && first === '-m' && MODULES.has(second ?? '')) return [second!, ...rest];
  const inside = /^(docker compose|docker-compose) exec /.exec(words.join(' '))?.[1];
  if (inside === undefined) return words;
  const args = words.slice(inside.split(' ').length + 1).filter((word) => !/^-[iTt]+$/.test(word));
  return args.length > 1 ? args.slice(1) : words;
}
