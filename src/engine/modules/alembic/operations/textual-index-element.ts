/** The class of text inside an index that an operation made. Answers to: alembic/util/sqla_compat.py. */
import { TextualIndexElement } from '../../../alembic/operations/indexes/textual-index-element.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import { textClass } from '../../sqlalchemy/expression/text-class.ts';

nativeClass({
  name: '_textual_index_element',
  module: 'alembic.util.sqla_compat',
  bases: [textClass],
  host: TextualIndexElement,
});
