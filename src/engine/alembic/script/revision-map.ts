/**
 * The graph of revisions and the language in which people name its nodes: identifiers, their beginnings, labels,
 * `head`, `heads`, `base`, `label@head`. Answers to: alembic/script/revision.py (RevisionMap).
 */
import { Raise } from '../../machine.ts';
import { assertionError, multipleHeads, notText, resolutionError, revisionError } from './errors.ts';
import { addToGraph, buildGraph, type Graph, type GraphHost } from './graph.ts';
import { ancestorsOf, asRevision, descendantsOf, sortedRevisions } from './lineage.ts';
import type { Place, Revision } from './revision.ts';

/** What names revisions: a specifier, several, or None for base. */
export type Identifier = string | null | readonly (string | null)[];

interface Resolved {
  readonly ids: readonly string[];
  readonly branch: string | undefined;
}

export class RevisionMap {
  readonly #load: () => Iterable<Revision>;
  readonly #host: GraphHost;
  #graph: Graph | undefined;

  /** @param load reads the revisions, once, when the graph is first needed */
  constructor(load: () => Iterable<Revision>, host: GraphHost) {
    this.#load = load;
    this.#host = host;
  }

  /** The linked graph. @throws whatever reading or linking throws, each time anew */
  get graph(): Graph {
    this.#graph ??= buildGraph(this.#load(), this.#host);
    return this.#graph;
  }

  get map(): ReadonlyMap<string, Revision> {
    return this.graph.map;
  }

  get heads(): readonly string[] {
    return this.graph.heads;
  }

  get bases(): readonly string[] {
    return this.graph.bases;
  }

  warn(message: string, line: number): void {
    this.#host.warn(message, line);
  }

  add(revision: Revision): void {
    addToGraph(this.graph, revision, this.#host.warn);
  }

  /** @throws MultipleHeads */
  currentHead(branch: string | undefined): string | undefined {
    const heads = branch ? this.filterForLineage(this.heads, branch) : this.heads;
    if (heads.length > 1) throw this.#several(heads, branch ? `${branch}@head` : 'head');
    return heads[0];
  }

  /** Every revision that an identifier names; null stands for base. @throws ResolutionError, MultipleHeads */
  getRevisions(id: Identifier): Place[] {
    if (Array.isArray(id))
      return id.flatMap((each: string | null) => this.getRevisions(this.partsOf(each) ?? each));
    const { ids, branch } = this.resolve(id);
    // One name may be a number of steps.
    if (ids.length === 1 && this.partsOf(ids[0]!)) throw notANumber();
    if (ids.length === 1 && /^\s*-[0-9_]*[1-9][0-9_]*\s*$/.test(ids[0]!)) {
      const steps = Number(ids[0]!.replaceAll('_', ''));
      const heads = this.present(this.getRevisions('heads'));
      const starts = branch === undefined ? heads : heads.filter((head) => head.branchLabels.has(branch));
      return starts.map((head) => this.walk(head, steps) ?? null);
    }
    return ids.map((each) => this.forIdentifier(each, branch));
  }

  /** Identifiers that a specifier stands for, whether or not they exist. @throws MultipleHeads */
  resolvedIds(id: Identifier): readonly string[] {
    return this.resolve(id).ids;
  }

  /** The one revision that an identifier names; null for base. @throws ResolutionError, MultipleHeads */
  getRevision(id: Identifier): Revision | null {
    const { ids, branch } = this.resolve((typeof id === 'string' && this.partsOf(id)) || id);
    if (ids.length > 1) throw this.#several(ids, shown(id));
    return ids.length === 0 ? this.#checkedBase(branch) : this.forIdentifier(ids[0]!, branch);
  }

  /** The revision of an identifier, a label or the beginning of either. @throws ResolutionError */
  forIdentifier(id: string, branch?: string): Revision | null {
    const line = branch ? this.resolveBranch(branch) : undefined;
    const revision = this.map.get(id) ?? this.#byBeginning(id, line ? branch : undefined);
    // An empty label (`branch_labels = ""`) names a revision, but none of a branch.
    if (branch && id === '') throw assertionError();
    if (branch && !this.sharesLineage(revision, line ? [line] : [])) {
      throw resolutionError(`Revision ${revision.revision} is not a member of branch '${branch}'`, id);
    }
    return revision;
  }

  /** @throws ResolutionError */
  resolveBranch(label: string): Revision | null {
    const found = this.map.get(label);
    if (found) return found;
    try {
      return this.forIdentifier(label);
    } catch (error) {
      if (!(error instanceof Raise) || !error.type.endsWith('.ResolutionError')) throw error;
      throw resolutionError(`No such branch: '${label}'`, label);
    }
  }

  /** Those of the targets that lie on one line with what `against` names. */
  filterForLineage<T extends string | Revision>(
    targets: readonly T[],
    against: Identifier,
    dependencies = false,
  ): T[] {
    const { ids, branch } = this.resolve(against);
    const names = [...(branch ? [branch] : []), ...ids];
    return targets.filter((target) => {
      if (names.length === 0) return true;
      const revision = typeof target === 'string' ? this.forIdentifier(target)! : (target as Revision);
      return this.sharesLineage(
        revision,
        this.present(names.map((name) => this.forIdentifier(name))),
        dependencies,
      );
    });
  }

  /** Is one of `others` the target, above it or below it? True where there are none. */
  sharesLineage(target: Revision, others: readonly Revision[], dependencies = false): boolean {
    if (others.length === 0) return true;
    const wanted = new Set(others);
    return (
      descendantsOf([target], this.map, { dependencies }).some((revision) => wanted.has(revision)) ||
      ancestorsOf([target], this.map, { dependencies }).some((revision) => wanted.has(revision))
    );
  }

  /**
   * Goes some steps up or down from a revision; null starts (up) below the bases or (down) above the heads.
   * @returns undefined where the way ends too early, or how far it came where `overwalk` allows that; "base" below all
   * @throws RevisionError where the way forks
   */
  walk(
    start: string | Revision | null,
    steps: number,
    options: { branch?: string | undefined; overwalk?: boolean } = {},
  ): Place | undefined {
    let at: Place = typeof start === 'string' ? this.getRevision(start) : start;
    for (let step = 0; step < Math.abs(steps); step++) {
      const next: readonly (Revision | 'base')[] =
        steps > 0 ? this.#above(at, options.branch) : this.#below(at);
      if (next.length === 0) return options.overwalk ? at : undefined;
      if (next.length > 1) throw revisionError('Ambiguous walk');
      at = next[0]!;
    }
    return at;
  }

  /** What is applied where these are: they and all below, reduced to the ends of each branch. */
  allCurrent(id: Identifier): Revision[] {
    const named = this.present(this.getRevisions(id));
    return this.branchHeads(ancestorsOf(named, this.map));
  }

  /** Those that no other of them stands on. */
  branchHeads(revisions: readonly Revision[]): Revision[] {
    const left = new Set(revisions);
    for (const revision of sortedRevisions(revisions)) {
      const above = descendantsOf([revision], this.map, { dependencies: false });
      if (above.some((other) => other !== revision && left.has(other))) left.delete(revision);
    }
    return sortedRevisions(left);
  }

  /** Asserts that all are revisions. */
  present(places: readonly Place[]): Revision[] {
    return places.map(asRevision);
  }

  #several(heads: readonly string[], argument: string): Raise {
    const at = heads.findIndex((head) => this.partsOf(head));
    if (at < 0) return multipleHeads(heads, argument);
    return notText(at, 'tuple');
  }

  /** What is in an identifier that a comma made a tuple. */
  partsOf(id: string | null): readonly string[] | undefined {
    return id === null ? undefined : this.map.get(id)?.parts;
  }

  #above(at: Place, branch: string | undefined): Revision[] {
    if (at === 'base') throw assertionError();
    const next = this.present(this.getRevisions(at === null ? this.bases : at.next));
    return branch ? this.filterForLineage(next, branch) : next;
  }

  #below(at: Place): (Revision | 'base')[] {
    if (at === 'base') return [];
    const next = this.present(this.getRevisions(at === null ? this.heads : at.downRevision));
    return next.length === 0 ? ['base'] : next;
  }

  #byBeginning(id: string, branch: string | undefined): Revision {
    if (id === '') throw assertionError();
    const keys = [...this.map.keys()].filter((key) =>
      typeof key === 'string' ? key.length > 3 && key.startsWith(id) : this.#host.begins(key, id),
    );
    const found = branch ? this.filterForLineage(keys, branch) : keys;
    if (found.length === 0) {
      const hint =
        '; please ensure at least four characters are present for partial revision identifier matches';
      throw resolutionError(`No such revision or branch '${id}'${id.length < 4 ? hint : ''}`, id);
    }
    if (found.length > 1) {
      const names = found.slice(0, 3).map((name) => `'${name}'`);
      throw resolutionError(`Multiple revisions start with '${id}': ${names.join(', ')}...`, id);
    }
    return this.map.get(found[0]!)!;
  }

  #checkedBase(branch: string | undefined): null {
    if (branch) this.resolveBranch(branch);
    return null;
  }

  /** Splits `branch@name` and resolves the words head, heads and base; several names stay as they are. */
  resolve(given: Identifier): Resolved {
    // The graph is read even where the answer does not need it: what is wrong with it shows.
    const { graph } = this;
    if (Array.isArray(given)) return { ids: given as readonly string[], branch: undefined };
    const id = given as string | null;
    if (id !== null && typeof id !== 'string') throw notAString(id, this.#host);
    const at = id === null ? -1 : id.indexOf('@');
    const branch = at >= 0 ? id!.slice(0, at) : undefined;
    const name = at >= 0 ? id!.slice(at + 1) : id;
    if (name === 'heads') {
      return { ids: branch ? this.filterForLineage(graph.heads, branch) : graph.realHeads, branch };
    }
    if (name === 'head') {
      const head = this.currentHead(branch);
      return { ids: head ? [head] : [], branch };
    }
    return { ids: name === 'base' || name === null ? [] : [name], branch };
  }
}

/** What a version table of another type than text holds. */
const notAString = (id: unknown, host: GraphHost): Raise =>
  revisionError(
    `revision identifier ${host.repr(id)} is not a string; ensure database driver settings are correct`,
  );

const notANumber = (): Raise =>
  new Raise('builtins.TypeError', [
    "int() argument must be a string, a bytes-like object or a real number, not 'tuple'",
  ]);

function shown(id: Identifier): string {
  return Array.isArray(id) ? `(${id.map((each) => `'${each}'`).join(', ')})` : String(id);
}
