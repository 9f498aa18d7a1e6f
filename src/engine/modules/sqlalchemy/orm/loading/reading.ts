/** What each cell of a row is for, once a statement of mapped classes is planned. */
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { Value } from '../../../../python/values/value.ts';
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import type { Select } from '../../../../sqlalchemy/expression/select/selectables.ts';
import type { Mapper } from '../mapper/mapper.ts';
import type { Relationship } from '../mapper/property.ts';
import type { LoadNode } from './load-tree.ts';

/** An attribute, and the place of its cell. */
export interface ReadColumn {
  readonly key: string;
  readonly at: number;
}

/** How an instance is read from a row: places of its cells. */
export interface EntityReader {
  readonly mapper: Mapper;
  readonly identity: readonly number[];
  readonly discriminator: number | undefined;
  readonly columns: readonly ReadColumn[];
  /** What rows of subclasses have beside that, where it is read along. */
  readonly kinds: readonly { readonly mapper: Mapper; readonly columns: readonly ReadColumn[] }[];
  readonly joined: readonly { readonly property: Relationship; readonly reader: EntityReader }[];
  readonly later: readonly {
    readonly property: Relationship;
    readonly strategy: string;
    readonly node: LoadNode;
  }[];
  readonly refused: readonly string[];
}

/** One thing that a row gives. */
export type Reading =
  | {
      readonly kind: 'entity';
      readonly name: string;
      readonly entity: unknown;
      readonly reader: EntityReader;
    }
  | {
      readonly kind: 'column';
      readonly name: string | undefined;
      readonly at: number;
      readonly element: Element;
    }
  | {
      /** Several cells as one value: a composite, a Bundle. */
      readonly kind: 'several';
      readonly name: string;
      readonly places: readonly number[];
      readonly build: (call: Interpreter, values: readonly Value[]) => Value;
    };

/** What stands for several columns where it is selected. */
export interface SelectedTogether {
  readonly key: string;
  readonly columns: readonly Element[];
  readonly build: (call: Interpreter, values: readonly Value[]) => Value;
}

export interface Plan {
  readonly select: Select;
  readonly readings: readonly Reading[];
  /** Rows of one instance are several: joined collections. */
  readonly multiplies: boolean;
}
