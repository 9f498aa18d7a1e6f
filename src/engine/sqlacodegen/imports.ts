/** Import lines of the file that is written. Answers to: the import sections of sqlacodegen's output. */

/** Modules that come with the interpreter or lie under its library folder, where the other packages are installed too. */
const FIRST_GROUP = /^(?:sqlalchemy(?:\.|$)|typing$|datetime$|decimal$|uuid$)/;

export class Imports {
  readonly #names = new Map<string, Set<string>>();
  readonly #modules = new Set<string>();

  /** `from module import name` */
  add(module: string, name: string): void {
    const names = this.#names.get(module) ?? new Set();
    this.#names.set(module, names.add(name));
  }

  /** `import module` */
  addModule(module: string): void {
    this.#modules.add(module);
  }

  /** Whether a name is taken by one of the `from … import` lines. */
  has(name: string): boolean {
    return [...this.#names.values()].some((names) => names.has(name));
  }

  /** Groups of lines, with a blank line between them. */
  text(): string {
    const lines = [...this.#names.keys()].sort(byCodePoint);
    const line = (module: string) =>
      `from ${module} import ${[...this.#names.get(module)!].sort(byCodePoint).join(', ')}`;
    const first = lines.filter((module) => FIRST_GROUP.test(module)).map(line);
    const second = [
      ...lines.filter((module) => !FIRST_GROUP.test(module)).map(line),
      ...[...this.#modules].sort(byCodePoint).map((module) => `import ${module}`),
    ];
    return [first, second]
      .filter((group) => group.length > 0)
      .map((group) => group.join('\n'))
      .join('\n\n');
  }
}

/** Python's order of strings. */
export function byCodePoint(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const difference = left[at]!.codePointAt(0)! - right[at]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
