/** What every part of a schema shares: a kind, options of dialects, listeners. Answers to: sqlalchemy/sql/{schema,base}.py. */
import { Raise } from '../../machine.ts';
import type { PythonRepr } from '../types/repr.ts';

/** A part that hangs itself under a Table or Column given to it. */
export interface SchemaItem {
  readonly kind: string;
  attachTo(parent: SchemaParent): void;
  repr(python: PythonRepr): string;
}

/** What a part can hang under: a Table, a Column, a MetaData or a type. */
export interface SchemaParent {
  readonly kind: string;
}

/** Called for an event: the target first, then what the event gives. */
export type Listener = (...args: readonly unknown[]) => void;

/** Finds the listeners of all objects of a class, such as Table, for an event of one of them. */
type ClassListeners = (owner: object, event: string) => readonly Listener[];

let ofClass: ClassListeners = () => [];

/** Called once by the room that knows Python: what `event.listens_for(Table, …)` registered. */
export function useClassListeners(find: ClassListeners): void {
  ofClass = find;
}

/** Listeners of one object by event name: before_create, after_drop, column_reflect, after_parent_attach … */
export class Listeners {
  private readonly lists = new Map<string, Listener[]>();
  /** How many listeners were there when the first type joined: types hear of an event behind these. */
  private readonly beforeTypes = new Map<string, number>();
  private owner: object;
  private propagated: Set<Listener> | undefined;

  /** @param owner whose they are: listeners of its classes hear of it too */
  constructor(owner: object) {
    this.owner = owner;
  }

  /** The owner has become another object. */
  moveTo(owner: object): void {
    this.owner = owner;
  }

  /** @param first before those that are there: `insert=True` */
  add(event: string, listener: Listener, first = false): void {
    const known = this.lists.get(event) ?? [];
    this.lists.set(event, first ? [listener, ...known] : [...known, listener]);
    const place = this.beforeTypes.get(event);
    if (first && place !== undefined) this.beforeTypes.set(event, place + 1);
  }

  /** A listener that copies of the owner have, too: `propagate=True`. */
  propagate(listener: Listener): void {
    this.propagated ??= new Set();
    this.propagated.add(listener);
  }

  /** Those of another that its copies have, too. */
  inherit(from: Listeners): void {
    if (!from.propagated) return;
    for (const [event, listeners] of from.lists)
      for (const listener of listeners) {
        if (!from.propagated.has(listener)) continue;
        this.add(event, listener);
        this.propagate(listener);
      }
  }

  /** A type joins in hearing of an event. */
  addType(event: string): void {
    if (!this.beforeTypes.has(event)) this.beforeTypes.set(event, this.lists.get(event)?.length ?? 0);
  }

  remove(event: string, listener: Listener): void {
    const known = this.lists.get(event) ?? [];
    const place = this.beforeTypes.get(event);
    if (place !== undefined)
      this.beforeTypes.set(event, known.slice(0, place).filter((one) => one !== listener).length);
    this.lists.set(
      event,
      known.filter((one) => one !== listener),
    );
  }

  has(event: string): boolean {
    return (this.lists.get(event)?.length ?? 0) > 0 || ofClass(this.owner, event).length > 0;
  }

  fire(event: string, ...args: readonly unknown[]): void {
    for (const listener of ofClass(this.owner, event)) listener(...args);
    for (const listener of this.lists.get(event) ?? []) listener(...args);
  }

  /** As `fire`, with what types do in its place among the listeners: behind all of them where no type joined. */
  fireWithTypes(event: string, types: (() => void) | undefined, ...args: readonly unknown[]): void {
    for (const listener of ofClass(this.owner, event)) listener(...args);
    const all = this.lists.get(event) ?? [];
    const place = this.beforeTypes.get(event) ?? all.length;
    for (const listener of all.slice(0, place)) listener(...args);
    types?.();
    for (const listener of all.slice(place)) listener(...args);
  }
}

/** Whether DDL is to be written for a target; the room that knows Python makes it. */
export type DdlCondition = (target: unknown, dialect: string, bind?: unknown) => boolean;

/** Options of one dialect, such as `postgresql_using`, under their full names. */
export type DialectOptions = ReadonlyMap<string, unknown>;

/** Whether a value can be attached to a table or a column. */
export function isSchemaItem(value: unknown): value is SchemaItem {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Partial<SchemaItem>).attachTo === 'function'
  );
}

/** Counts constructed parts: constraints of a table are written in this order. */
let created = 0;

/** Numbers schema objects in the order in which they are made. */
export const nextCreation = (): number => ++created;

/** @throws TypeError where the name is no option of a dialect. */
export function refuseUnknownOption(name: string): never {
  throw new Raise('builtins.TypeError', [
    `Additional arguments should be named <dialectname>_<argument>, got '${name}'`,
  ]);
}
