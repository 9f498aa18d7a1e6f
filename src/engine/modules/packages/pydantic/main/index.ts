/** Models, fields, validators and the types that pydantic brings. Answers to: pydantic/main.py, fields.py, types.py, networks.py. */

import { ADAPTERS } from './adapters.ts';
import { ANNOTATIONS } from './annotations.ts';
import { BASE_MODEL } from './base-model.ts';
import { COLLECT } from './collect.ts';
import { DECORATORS } from './decorators.ts';
import { DEPRECATED } from './deprecated.ts';
import { DSNS } from './dsns.ts';
import { DUMPING } from './dumping.ts';
import { ERRORS } from './errors.ts';
import { FIELDS } from './fields.ts';
import { GENERICS } from './generics.ts';
import { METACLASS } from './metaclass.ts';
import { MORE_TYPES } from './more-types.ts';
import { OLD_KEYS } from './old-keys.ts';
import { URLS } from './urls.ts';

export const MAIN_SOURCE =
  ERRORS +
  FIELDS +
  DECORATORS +
  OLD_KEYS +
  COLLECT +
  METACLASS +
  BASE_MODEL +
  DUMPING +
  GENERICS +
  ADAPTERS +
  URLS +
  DSNS +
  ANNOTATIONS +
  MORE_TYPES +
  DEPRECATED;
