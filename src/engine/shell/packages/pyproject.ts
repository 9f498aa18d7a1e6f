/** Reads and edits the dependencies in a pyproject.toml, leaving the rest of its text as it stands. */
import { plainName, requirement } from '../../modules/packages/shelf.ts';

/** A dependency as the file names it. */
export interface Dependency {
  readonly name: string;
  readonly range: string;
}

/** What `poetry init -n` writes. */
export const newProject = (name: string): string => `[project]
name = "${name}"
version = "0.1.0"
description = ""
authors = [
    {name = "learner",email = "learner@example.com"}
]
requires-python = ">=3.11"
dependencies = [
]


[build-system]
requires = ["poetry-core>=2.0.0,<3.0.0"]
build-backend = "poetry.core.masonry.api"
`;

const LIST = /^(dependencies\s*=\s*\[)([^\]]*)\]/m;
const TABLE = /^\[tool\.poetry(?:\.group\.[\w-]+)?\.dependencies\]\n((?:(?!\[).*\n?)*)/gm;

/** Everything that the project asks for, in either of Poetry's two notations. */
export function dependencies(text: string): Dependency[] {
  const listed = [...(LIST.exec(text)?.[2] ?? '').matchAll(/"([^"]+)"/g)].flatMap(([, one]) => {
    const parsed = requirement(one!.replace(/\s*\(([^)]*)\)/, '$1'));
    return parsed ? [parsed] : [];
  });
  const tabled = [...text.matchAll(TABLE)].flatMap(([, body]) =>
    [...body!.matchAll(/^([\w.-]+)\s*=\s*"?([^"\n]*)"?/gm)].map(([, name, range]) => ({
      name: name!,
      range: range!,
    })),
  );
  return [...listed, ...tabled].filter(({ name }) => name !== 'python');
}

/** `^1.2.3` as a range of pip's operators. */
function spelled(range: string): string {
  const caret = /^\^(\d+)\.(\d+)(.*)$/.exec(range);
  if (!caret) return range;
  const [, major, minor] = caret;
  const next = major === '0' ? `0.${Number(minor) + 1}.0` : `${Number(major) + 1}.0.0`;
  return `>=${range.slice(1)},<${next}`;
}

/** @param group a group of Poetry's own, such as "dev". */
export function withDependency(text: string, { name, range }: Dependency, group?: string): string {
  if (group === undefined && LIST.test(text)) {
    return text.replace(LIST, (_all, open: string, inner: string) => {
      const kept = inner.trimEnd().replace(/,?$/, (comma) => (inner.trim() === '' ? '' : comma || ','));
      return `${open}${kept}\n    "${name} (${spelled(range)})"\n]`;
    });
  }
  const header = `[tool.poetry.${group ? `group.${group}.` : ''}dependencies]`;
  const line = `${name} = "${range}"\n`;
  if (!text.includes(header)) return `${text.trimEnd()}\n\n${header}\n${line}`;
  const at = text.indexOf(header) + header.length + 1;
  const end = text.indexOf('\n\n', at);
  const stop = end < 0 ? text.length : end + 1;
  return text.slice(0, stop) + line + text.slice(stop);
}

/** The text without the lines that name a dependency, in a list or in a table. */
export function withoutDependency(text: string, name: string): string {
  const isIt = (other: string) => plainName(other) === plainName(name);
  const lines = text.split('\n').filter((line) => {
    const listed = /^\s*"([\w.-]+)[^"]*",?\s*$/.exec(line)?.[1];
    const tabled = /^([\w.-]+)\s*=\s*["{]/.exec(line)?.[1];
    return !((listed && isIt(listed)) || (tabled && isIt(tabled)));
  });
  return lines.join('\n').replace(/,(\s*\n\])/, '$1');
}
