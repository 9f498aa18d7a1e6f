/** Transactions and savepoints. Answers to: sqlalchemy/engine/base.py (RootTransaction, NestedTransaction). */
import { Raise } from '../../machine.ts';

/** What a transaction asks of its connection. */
export interface TransactionHost {
  commitTransaction(transaction: Transaction): void;
  rollbackTransaction(transaction: Transaction): void;
}

export class Transaction {
  readonly connection: TransactionHost;
  /** The savepoint's name; undefined: the transaction itself. */
  readonly savepoint: string | undefined;
  /** The transaction or savepoint around it. */
  readonly parent: Transaction | undefined;
  isActive = true;

  constructor(connection: TransactionHost, savepoint?: string, parent?: Transaction) {
    this.connection = connection;
    this.savepoint = savepoint;
    this.parent = parent;
  }

  /** @throws InvalidRequestError where it is over */
  commit(): void {
    if (!this.isActive) {
      throw new Raise('sqlalchemy.exc.InvalidRequestError', ['This transaction is inactive']);
    }
    this.connection.commitTransaction(this);
  }

  rollback(): void {
    if (this.isActive) this.connection.rollbackTransaction(this);
  }
}
