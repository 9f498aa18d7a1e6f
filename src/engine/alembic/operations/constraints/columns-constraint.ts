/** What `op.create_primary_key` and `op.create_unique_constraint` have in common: a name and columns of one table. */
import type { PythonWorld } from '../../../machine.ts';
import { plainKeywords, refuseTwice } from '../keywords.ts';
import {
  type Given,
  type GivenName,
  itemsOf,
  keywordsOf,
  type Name,
  type OperationDefinition,
} from '../operation.ts';
import type { TableConstraint } from './table-constraint.ts';

export interface ColumnsConstraint<Kind extends string> extends TableConstraint<Kind> {
  columns: Name[];
}

/**
 * How such an operation is made and called.
 * @param keywords that its functions on `op` and `batch_op` take beside these, as a signature names them.
 */
export function columnsConstraint<Kind extends string>(
  kind: Kind,
  className: string,
  keywords: string,
): Pick<
  OperationDefinition<ColumnsConstraint<Kind>>,
  'kind' | 'className' | 'signature' | 'create' | 'calls'
> {
  const create = (given: Given, python: PythonWorld): ColumnsConstraint<Kind> => ({
    kind,
    constraintName: given.constraint_name as GivenName,
    tableName: given.table_name as Name,
    columns: itemsOf(given.columns, python) as Name[],
    schema: given.schema as GivenName,
    kw: plainKeywords(keywordsOf(given), python),
  });
  return {
    kind,
    className,
    signature: 'constraint_name, table_name, columns, *, schema=None, **kw',
    create,
    calls: [
      {
        on: 'op',
        name: kind,
        signature: `constraint_name, table_name, columns, *, schema=None${keywords}`,
        make: (given, { python }) => create(given, python),
      },
      {
        on: 'batch_op',
        name: kind,
        signature: `constraint_name, columns${keywords}`,
        make: (given, { batchTable, python }) => {
          const kw = keywordsOf(given);
          kw.delete('schema');
          refuseTwice(kw, className, [], ['table_name']);
          return create({ ...given, ...batchTable(), kw }, python);
        },
      },
    ],
  };
}
