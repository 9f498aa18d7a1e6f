/** What `op` is while a migration runs. Answers to: alembic/operations/base.py (AbstractOperations, Operations). */
import { type PythonWorld, Raise } from '../../machine.ts';
import type { InlineLiteral } from '../../sqlalchemy/expression/elements.ts';
import { typeOfValue } from '../../sqlalchemy/expression/operators/type-rules.ts';
import { MetaData } from '../../sqlalchemy/schema/index.ts';
import { STRING } from '../../sqlalchemy/types/index.ts';
import { makeType } from '../../sqlalchemy/types/make.ts';
import type { Impl } from '../ddl/impl.ts';
import { implFor } from '../ddl/own-ddl.ts';
import type { MigrationContext } from '../runtime/context.ts';
import { typeOf } from './columns/column-arguments.ts';
import { definitionOf } from './index.ts';
import {
  bindNamed,
  type GivenName,
  type Name,
  type OperationCall,
  type OperationRecord,
} from './operation.ts';
import { SchemaObjects } from './schema-objects.ts';

/** How a learner's own operation is carried out; undefined where nothing was registered for it. */
export type OwnImplementation = (operation: object) => ((operations: Operations) => unknown) | undefined;

/** The table that a batch is about. */
export interface BatchTable {
  readonly table_name: Name;
  readonly schema: GivenName;
}

export class Operations {
  readonly migrationContext: MigrationContext;
  readonly impl: Impl;
  readonly schemaObjects: SchemaObjects;
  private readonly own: OwnImplementation;
  /** The table of the block that these are the operations of. */
  readonly batch: BatchTable | undefined;

  constructor(
    migrationContext: MigrationContext,
    own: OwnImplementation = () => undefined,
    impl: Impl = implFor(migrationContext),
    batch?: BatchTable,
  ) {
    this.migrationContext = migrationContext;
    this.own = own;
    this.impl = impl;
    this.batch = batch;
    const target = migrationContext.opts.target_metadata;
    this.schemaObjects = new SchemaObjects(target instanceof MetaData ? target : null);
  }

  get python(): PythonWorld {
    return this.migrationContext.process.python;
  }

  /** The same context, with requests going to another implementation. */
  within(impl: Impl, batch: BatchTable): Operations {
    return new Operations(this.migrationContext, this.own, impl, batch);
  }

  /** @throws Error outside of a batch: a bug of ours */
  readonly batchTable = (): BatchTable => {
    if (this.batch) return this.batch;
    throw new Error('not in a batch');
  };

  /** A call such as `op.add_column(…)`: its record is made and applied. */
  call<O extends OperationRecord>(
    definition: OperationCall<O>,
    args: readonly unknown[],
    keywords?: ReadonlyMap<string, unknown>,
  ): unknown {
    return this.invoke(this.make(definition, args, keywords));
  }

  /** The record of a call, not yet applied. @throws TypeError of Python for wrong arguments */
  make<O extends OperationRecord>(
    definition: OperationCall<O>,
    args: readonly unknown[],
    keywords?: ReadonlyMap<string, unknown>,
  ): O {
    return definition.make(bindNamed(definition.name, definition.signature, args, keywords), this);
  }

  /** `op.invoke(operation)` @throws ValueError where there is no implementation */
  invoke(operation: unknown): unknown {
    if (typeof operation === 'object' && operation !== null) {
      const own = this.own(operation);
      if (own) return own(this);
      const definition = definitionOf(operation);
      if (definition) return definition.apply(operation, this);
    }
    throw new Raise('builtins.ValueError', [
      `no dispatch function for object: ${this.python.str(operation)}`,
    ]);
  }

  /** `op.inline_literal(value, type_)` */
  inlineLiteral(value: unknown, type: unknown): InlineLiteral {
    const known = typeOf(type, this.python, '_is_tuple_type');
    return { kind: 'inline-literal', value, type: known ?? literalType(value) };
  }
}

const literalType = (value: unknown) => (typeof value === 'string' ? makeType(STRING) : typeOfValue(value));
