/** Indexes and unique constraints that came, went or changed. Answers to: alembic/autogenerate/compare/constraints.py. */
import { Raise } from '../../../machine.ts';
import { namedColumns } from '../../../sqlalchemy/schema/constraints/naming.ts';
import type { Index, UniqueConstraint } from '../../../sqlalchemy/schema/index.ts';
import { addConstraintOf, dropConstraintFor } from '../../operations/constraints/constraint-operations.ts';
import { createIndexOf, removeIndexOf } from '../../operations/indexes/create-index.ts';
import type { ModifyTable } from '../../operations/modify-table.ts';
import { givenName } from '../../operations/names.ts';
import { compareSignatures } from './compare-signatures.ts';
import type { CompareContext } from './context.ts';
import { corrected } from './corrections.ts';
import { compareText, tupleText } from './names.ts';
import { indexFrom, uniqueFrom } from './reflected-constraints.ts';
import { indexSignature, type Signature, uniqueSignature } from './signatures.ts';
import type { TablePair } from './tables.ts';

/** A new or removed table has its unique constraints itself; its indexes are operations of their own. */
export function compareIndexesAndUniques(context: CompareContext, ops: ModifyTable, pair: TablePair): void {
  const work = new Comparison(context, ops, pair);
  const [before, after] = signatures(context, pair);
  const named = (all: readonly Signature[]) =>
    new Map(all.filter((one) => one.sqlName !== null).map((one) => [one.sqlName!, one]));
  const beforeByName = named(before);
  // An index always counts as named, also one over text alone, which no convention names.
  const afterByName = new Map<string | null, Signature>(
    after.filter((one) => one.kind === 'index' || one.sqlName !== null).map((one) => [one.sqlName, one]),
  );
  const unnamed = new Map(
    after
      .filter((one) => one.kind === 'unique' && one.sqlName === null)
      .sort((a, b) => compareText(a.unnamed, b.unnamed))
      .map((one) => [one.unnamed, one]),
  );
  for (const name of [...beforeByName.keys()].filter((one) => !afterByName.has(one)).sort(compareText)) {
    const gone = beforeByName.get(name)!;
    if (gone.kind === 'index' || !unnamed.has(gone.unnamed)) work.removed(gone);
  }
  for (const name of [...beforeByName.keys()].filter((one) => afterByName.has(one)).sort(compareText))
    work.kept(beforeByName.get(name)!, afterByName.get(name)!);
  for (const name of addedNames(afterByName, beforeByName)) work.added(afterByName.get(name)!);
  const existingUniques = new Set(before.filter(({ kind }) => kind === 'unique').map((one) => one.unnamed));
  for (const [signature, unique] of unnamed) if (!existingUniques.has(signature)) work.added(unique);
}

function signatures(context: CompareContext, pair: TablePair): [Signature[], Signature[]] {
  const existing = existingItems(context, pair);
  const wanted = wantedItems(pair);
  const [uniques, indexes, wantedUniques, wantedIndexes] = corrected(
    context,
    'correct_for_autogen_constraints',
    [existing?.uniques, existing?.indexes, wanted.uniques, wanted.indexes],
  );
  const all = (some: Items) => [...some.uniques.map(uniqueSignature), ...some.indexes.map(indexSignature)];
  return [all({ uniques, indexes }), all({ uniques: wantedUniques, indexes: wantedIndexes })];
}

interface Items {
  readonly uniques: readonly UniqueConstraint[];
  readonly indexes: readonly Index[];
}

/** undefined where the table is not there. */
function existingItems(context: CompareContext, pair: TablePair): Items | undefined {
  const { schema, name, existing } = pair;
  if (!existing) return undefined;
  const parents = { schema_name: schema, table_name: name };
  const relation = context.inspector.relation(name, schema);
  const uniques = relation.uniques
    .filter((facts) => context.includesName(facts.name, 'unique_constraint', parents))
    .map((facts) => uniqueFrom(facts, existing));
  const indexes = relation.indexes
    .filter((facts) => context.includesName(facts.name, 'index', parents))
    .filter((facts) => facts.duplicates_constraint === undefined)
    .map((facts) => indexFrom(facts, existing));
  return { uniques, indexes };
}

function wantedItems({ wanted }: TablePair): Items {
  if (!wanted) return { uniques: [], indexes: [] };
  const uniques = [...wanted.constraints].filter((one) => one.kind === 'unique-constraint');
  return { uniques: uniques as UniqueConstraint[], indexes: [...wanted.indexes] };
}

class Comparison {
  private readonly context: CompareContext;
  private readonly ops: ModifyTable;
  private readonly pair: TablePair;

  constructor(context: CompareContext, ops: ModifyTable, pair: TablePair) {
    this.context = context;
    this.ops = ops;
    this.pair = pair;
  }

  /** Uniques of a table that comes or goes belong to the table. */
  private ofWholeTable(signature: Signature): boolean {
    return signature.kind === 'unique' && (!this.pair.existing || !this.pair.wanted);
  }

  private includes(signature: Signature, reflected: boolean, other: Signature | null): boolean {
    const type = signature.kind === 'index' ? 'index' : 'unique_constraint';
    const { item } = signature;
    return this.context.includesObject(item, givenName(item), type, reflected, other?.item ?? null);
  }

  added(signature: Signature): void {
    if (this.ofWholeTable(signature) || !this.includes(signature, false, null)) return;
    this.ops.ops.push(creation(signature));
    const columns = tupleText(namedColumns(signature.item).map((column) => column.name));
    this.say(`added ${label(signature)} ${this.name(signature)} on '${columns}'`);
    this.detected(signature.kind === 'index' ? 'add_index' : 'add_constraint', signature);
  }

  removed(signature: Signature): void {
    if (this.ofWholeTable(signature) || !this.includes(signature, true, null)) return;
    this.ops.ops.push(removal(signature));
    this.say(`removed ${label(signature)} ${this.name(signature)} on '${this.pair.name}'`);
    this.detected(signature.kind === 'index' ? 'remove_index' : 'remove_constraint', signature);
  }

  /** The same name on both sides. */
  kept(before: Signature, after: Signature): void {
    if (before.kind !== after.kind) {
      this.removed(before);
      this.added(after);
      return;
    }
    const result = compareSignatures(this.context, before, after);
    if (result.skipped !== undefined) {
      this.context.log(
        'constraints',
        `Cannot compare ${label(after)} ${this.name(after)}, assuming equal and skipping. ${result.skipped}`,
      );
    }
    if (result.differences === undefined || !this.includes(after, false, before)) return;
    this.say(
      `changed ${label(before)} ${this.name(before)} on '${this.pair.name}': ${result.differences.join(', ')}`,
    );
    this.ops.ops.push(removal(before), creation(after));
    this.detected(after.kind === 'index' ? 'add_index' : 'add_constraint', after);
  }

  private say(what: string): void {
    this.context.log('constraints', `Detected ${what}`);
  }

  private name(signature: Signature): string {
    return this.context.repr(signature.item.name);
  }

  private detected(change: string, { item }: Signature): void {
    this.context.detected(change, this.pair.name, this.pair.schema, item.name);
  }
}

/** @throws a Python TypeError where None stands among names */
function addedNames(
  after: ReadonlyMap<string | null, Signature>,
  before: ReadonlyMap<string, Signature>,
): (string | null)[] {
  const names = [...after.keys()].filter((one) => one === null || !before.has(one));
  names.sort((a, b) => compareText(String(a ?? 'None'), String(b ?? 'None')));
  const none = names.indexOf(null);
  if (none < 0 || names.length === 1) return names;
  const other = nameType(after.get(names[none === 0 ? 1 : none - 1]!)!);
  const [left, right] = none === 0 ? [other, 'NoneType'] : ['NoneType', other];
  throw new Raise('builtins.TypeError', [`'<' not supported between instances of '${left}' and '${right}'`]);
}

/** The Python type of a name: an index's is a quoted_name, a constraint's a plain string, a convention's a conv. */
function nameType({ kind, item }: Signature): string {
  if (item.conv) return 'conv';
  return kind === 'index' ? 'quoted_name' : 'str';
}

const label = ({ kind }: Signature) => (kind === 'index' ? 'index' : 'unique constraint');
const creation = (one: Signature) =>
  one.kind === 'index' ? createIndexOf(one.item) : addConstraintOf(one.item);
const removal = (one: Signature) =>
  one.kind === 'index' ? removeIndexOf(one.item) : dropConstraintFor(one.item);
