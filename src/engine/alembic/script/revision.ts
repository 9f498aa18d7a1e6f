/** One node of the revision graph. Answers to: alembic/script/revision.py (Revision). */
import { loopDetected, revisionError } from './errors.ts';

/** What `down_revision` and `depends_on` may be. */
export type RevisionReference = string | readonly string[] | null;

/** What an identifier may lead to: a revision, None, or the place below all revisions. */
export type Place = Revision | 'base' | null;

/** What a revision is made with. */
export interface RevisionFields {
  readonly revision: string;
  readonly parts?: readonly string[] | undefined;
  readonly downRevision: RevisionReference;
  readonly dependencies?: RevisionReference;
  readonly branchLabels?: RevisionReference;
}

const ILLEGAL = /[-@+:]/g;

/** @throws RevisionError where an identifier holds a character that revision specifiers need */
export function verifyRevisionId(revision: string): void {
  const illegal = [...new Set(revision.match(ILLEGAL))].sort();
  if (illegal.length === 0) return;
  throw revisionError(
    `Character(s) '${illegal.join(', ')}' not allowed in revision identifier '${revision}'`,
  );
}

export class Revision {
  readonly revision: string;
  /** Where a comma made the identifier a tuple: what is in it. Nobody finds such a revision by what they type. */
  readonly parts: readonly string[] | undefined;
  readonly downRevision: RevisionReference;
  readonly dependencies: RevisionReference;
  /** As the file gives them. */
  readonly ownLabels: readonly string[];
  /** Own labels and those that the branch hands down. */
  readonly branchLabels: Set<string>;
  readonly versionedDown: readonly string[];
  /** `depends_on`, labels replaced by identifiers. */
  resolvedDependencies: readonly string[] = [];
  /** Those of them that no ancestor depends on already. */
  normalizedDependencies: readonly string[] = [];
  /** Which of those above have a tuple for an identifier. */
  readonly nextTuples = new Set<string>();
  readonly #next = new SortedIds();
  readonly #allNext = new SortedIds();

  /** @throws RevisionError, LoopDetected */
  constructor(fields: RevisionFields) {
    if (fields.parts === undefined) verifyRevisionId(fields.revision);
    const down = listOf(fields.downRevision);
    const dependencies = listOf(fields.dependencies ?? null);
    if (fields.downRevision && down.includes(fields.revision))
      throw loopDetected('Self-loop', [fields.revision]);
    if (dependencies.includes(fields.revision)) throw loopDetected('Dependency self-loop', [fields.revision]);
    this.revision = fields.revision;
    this.parts = fields.parts;
    this.downRevision = scalarOf(fields.downRevision);
    this.dependencies = scalarOf(fields.dependencies ?? null);
    this.versionedDown = listOf(this.downRevision);
    this.ownLabels = listOf(fields.branchLabels ?? null);
    this.branchLabels = new Set(this.ownLabels);
  }

  toString(): string {
    const shown = (value: RevisionReference): string => {
      if (value === null) return 'None';
      return typeof value === 'string' ? `'${value}'` : `(${value.map((one) => `'${one}'`).join(', ')})`;
    };
    return `Revision('${this.revision}', ${shown(this.downRevision)})`;
  }

  /** Revisions whose `down_revision` names this one, sorted. */
  get next(): readonly string[] {
    return this.#next.sorted;
  }

  /** The same, with those that depend on this one. */
  get allNext(): readonly string[] {
    return this.#allNext.sorted;
  }

  addNext(other: Revision): void {
    if (other.parts) this.nextTuples.add(other.revision);
    this.#allNext.add(other.revision);
    if (other.versionedDown.includes(this.revision)) this.#next.add(other.revision);
  }

  get allDownRevisions(): readonly string[] {
    return this.#allDown(this.resolvedDependencies);
  }

  get normalizedDown(): readonly string[] {
    return this.#allDown(this.normalizedDependencies);
  }

  /** Each once, also where a file names one twice. */
  #allDown(dependencies: readonly string[]): readonly string[] {
    const simple = dependencies.length === 0 && this.versionedDown.length < 2;
    return simple ? this.versionedDown : [...new Set([...this.versionedDown, ...dependencies])];
  }

  get isHead(): boolean {
    return this.#next.size === 0;
  }

  get isRealHead(): boolean {
    return this.#allNext.size === 0;
  }

  get isBase(): boolean {
    return this.downRevision === null;
  }

  get isRealBase(): boolean {
    return this.isBase && this.dependencies === null;
  }

  get isBranchPoint(): boolean {
    return this.#next.size > 1;
  }

  get isRealBranchPoint(): boolean {
    return this.#allNext.size > 1;
  }

  get isMergePoint(): boolean {
    return this.versionedDown.length > 1;
  }
}

/** A set of identifiers that is read in sorted order: where Python's order is by hash, the recorded truth is sorted. */
class SortedIds {
  readonly #ids = new Set<string>();
  #sorted: readonly string[] | undefined;

  add(id: string): void {
    if (this.#ids.has(id)) return;
    this.#ids.add(id);
    this.#sorted = undefined;
  }

  get size(): number {
    return this.#ids.size;
  }

  get sorted(): readonly string[] {
    this.#sorted ??= this.#ids.size < 2 ? [...this.#ids] : [...this.#ids].sort();
    return this.#sorted;
  }
}

/** A reference as a list; None is the empty one. */
export function listOf(reference: RevisionReference): readonly string[] {
  if (reference === null) return [];
  return typeof reference === 'string' ? [reference] : reference;
}

function scalarOf(reference: RevisionReference): RevisionReference {
  if (reference === null || typeof reference === 'string') return reference;
  if (reference.length === 0) return null;
  return reference.length === 1 ? reference[0]! : reference;
}
