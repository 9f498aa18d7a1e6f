/** Collections that are dicts, keyed by something of each member. Answers to: sqlalchemy/orm/mapped_collection.py. */
import type { NativeModule } from '../../../../python/values/native/native.ts';
import { pythonModule } from '../../../library.ts';

const SOURCE = String.raw`
import operator as _operator


class KeyFuncDict(dict):
    def __init__(self, keyfunc, *dict_args, ignore_unpopulated_attribute=False):
        self.keyfunc = keyfunc
        dict.__init__(self, *dict_args)

    def set(self, value, _sa_initiator=None):
        self[self.keyfunc(value)] = value

    def remove(self, value, _sa_initiator=None):
        del self[self.keyfunc(value)]


def keyfunc_mapping(keyfunc, *, ignore_unpopulated_attribute=False):
    class _MKeyfuncMapped(KeyFuncDict):
        def __init__(self, *dict_args):
            KeyFuncDict.__init__(self, keyfunc, *dict_args)

    return _MKeyfuncMapped


def attribute_keyed_dict(attr_name, *, ignore_unpopulated_attribute=False):
    return keyfunc_mapping(_operator.attrgetter(attr_name))


def column_keyed_dict(mapping_spec, *, ignore_unpopulated_attribute=False):
    columns = mapping_spec if isinstance(mapping_spec, (list, tuple)) else [mapping_spec]
    keys = _operator.attrgetter(*[column.key for column in columns])
    return keyfunc_mapping(keys)
`;

const { names } = pythonModule('sqlalchemy.orm.mapped_collection', SOURCE);

/** The factories, also under their older names. */
export const keyedDictNames: NativeModule['names'] = {
  KeyFuncDict: names.KeyFuncDict!,
  attribute_keyed_dict: names.attribute_keyed_dict!,
  attribute_mapped_collection: names.attribute_keyed_dict!,
  column_keyed_dict: names.column_keyed_dict!,
  column_mapped_collection: names.column_keyed_dict!,
  keyfunc_mapping: names.keyfunc_mapping!,
  mapped_collection: names.keyfunc_mapping!,
};
