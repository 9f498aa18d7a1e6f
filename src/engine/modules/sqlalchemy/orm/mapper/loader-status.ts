/** What stands for a value that is not there. Answers to: sqlalchemy/orm/base.py (LoaderCallableStatus). */
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { NativeModule } from '../../../../python/values/native/native.ts';
import type { Value } from '../../../../python/values/value.ts';
import { pythonModule } from '../../../library.ts';

const DEFINES = 'LoaderCallableStatus NO_VALUE NEVER_SET PASSIVE_NO_RESULT ATTR_EMPTY History';

const source = (): string => String.raw`
import collections as _collections
import enum as _enum


class LoaderCallableStatus(_enum.Enum):
    PASSIVE_NO_RESULT = 0
    PASSIVE_CLASS_MISMATCH = 1
    ATTR_WAS_SET = 2
    ATTR_EMPTY = 3
    NO_VALUE = 4
    NEVER_SET = NO_VALUE


NO_VALUE = NEVER_SET = LoaderCallableStatus.NO_VALUE
PASSIVE_NO_RESULT = LoaderCallableStatus.PASSIVE_NO_RESULT
ATTR_EMPTY = LoaderCallableStatus.ATTR_EMPTY


class History(_collections.namedtuple("History", ["added", "unchanged", "deleted"])):
    def __bool__(self):
        return any(self)

    def empty(self):
        return not bool(self.added or self.deleted) and not self.unchanged

    def sum(self):
        return (self.added or []) + (self.unchanged or []) + (self.deleted or [])

    def non_deleted(self):
        return (self.added or []) + (self.unchanged or [])

    def non_added(self):
        return (self.unchanged or []) + (self.deleted or [])

    def has_changes(self):
        return bool(self.added or self.deleted)
`;

const { names } = pythonModule('sqlalchemy.orm.attributes', source, {}, { defines: DEFINES.split(' ') });

/** The enum, its members and `History`. */
export const statusNames: NativeModule['names'] = names;

/** A member of the enum. */
export const loaderStatus = (call: Interpreter, name: 'NO_VALUE'): Value => names[name]!(call);
