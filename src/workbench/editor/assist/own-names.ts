/** What a file's own names lead to: members of its classes, also of what it makes of them, with those that they inherit. */
import type { NameFacts, NameKind } from '../../../session/rehearsal/assist.ts';
import type { OwnName } from '../../../session/workspace/engine-port.ts';

export type { OwnName } from '../../../session/workspace/engine-port.ts';

export interface Offer {
  readonly name: string;
  readonly kind: NameKind;
}

interface Known {
  /** What can be written where the cursor stands. */
  readonly names: readonly OwnName[];
  /** What the engine says of a name that the file does not define. */
  about(name: string): Promise<NameFacts | undefined>;
}

/** A name of the file, seen through a dotted path: a class, or what stands for one of its instances. */
interface Reached {
  readonly name: OwnName;
  /** Of what it is reached: a method's first argument is given then. */
  readonly bound: boolean;
}

/** @param whole "self.title"; @returns undefined where the first of its names is not the file's own, or leads nowhere. */
export function ownNameOf(whole: string, names: readonly OwnName[]): Reached | undefined {
  const [first, ...rest] = whole.split('.');
  let found = names.find(({ name }) => name === first);
  let bound = false;
  for (const part of rest) {
    const owner = found && classOf(found, names);
    bound = found?.kind === 'value';
    const { members = [], attributes = [] } = owner?.ofClass ?? {};
    found = [...members, ...attributes].find(({ name }) => name === part);
  }
  return found && { name: found, bound };
}

/** The class that a name is, or of which it is an instance, where the file defines that. */
function classOf(one: OwnName, names: readonly OwnName[]): OwnName | undefined {
  if (one.ofClass) return one;
  const type = one.type;
  const found = names.find(({ name }) => name === type);
  return found?.ofClass ? found : undefined;
}

/**
 * @param owner before the dot.
 * @returns what can stand behind it; undefined where the owner is none of the file's own names.
 */
export async function ownMembers(owner: string, known: Known): Promise<readonly Offer[] | undefined> {
  const reached = ownNameOf(owner, known.names)?.name;
  if (!reached) return undefined;
  const found = classOf(reached, known.names);
  if (!found) return reached.type === undefined ? [] : ((await known.about(reached.type))?.members ?? []);
  const offers = new Map<string, Offer>();
  await collect(found, reached.kind === 'value', known, offers, new Set());
  return [...offers.values()];
}

async function collect(
  one: OwnName,
  isInstance: boolean,
  known: Known,
  offers: Map<string, Offer>,
  seen: Set<string>,
): Promise<void> {
  if (!one.ofClass || seen.has(one.name)) return;
  seen.add(one.name);
  const { members, attributes, bases } = one.ofClass;
  for (const { name, kind } of isInstance ? [...members, ...attributes] : members)
    if (!offers.has(name)) offers.set(name, { name, kind });
  for (const base of bases) {
    const own = known.names.find(({ name }) => name === base);
    if (own) await collect(own, isInstance, known, offers, seen);
    else
      for (const offer of (await known.about(base))?.members ?? [])
        if (!offers.has(offer.name)) offers.set(offer.name, offer);
  }
}

/** As it would stand in the file: for the hover. */
export function describedOwn({ name, bound }: Reached): string {
  if (name.ofClass) return `class ${name.name}(${name.ofClass.bases.join(', ')})`;
  if (name.kind === 'function') return `def ${name.name}${callable({ name, bound })}`;
  return name.type === undefined ? name.name : `${name.name}: ${name.type}`;
}

/** The parameters that a call gives; undefined where there is nothing to call. */
export function callable({ name, bound }: Reached): string | undefined {
  if (name.signature === undefined) return undefined;
  return bound ? name.signature.replace(/^\(\w+(?::[^,)]*)?(?:, )?/, '(') : name.signature;
}
