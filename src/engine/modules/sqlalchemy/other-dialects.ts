/** Constructors of other databases' types: extra keywords are options, or those of the type that they derive from. */
import type { Value } from '../../python/values/value.ts';
import { makeType } from '../../sqlalchemy/types/make.ts';
import { OTHER_DIALECTS } from '../../sqlalchemy/types/other-dialects.ts';
import { ENUM } from '../../sqlalchemy/types/structured.ts';
import { enumOptions } from './types/enum-type.ts';
import { bindType } from './types/type-class.ts';

for (const definitions of Object.values(OTHER_DIALECTS)) {
  for (const definition of Object.values(definitions)) {
    const takesMore = definition.constructs && definition.parameters.some(({ kind }) => kind === 'keywords');
    if (!takesMore || !definition.module.startsWith('sqlalchemy.dialects.')) continue;
    bindType(definition, {
      initialise: (call, self, ...bound: Value[]) => {
        const keywords = bound.at(-1) as unknown as ReadonlyMap<string, Value>;
        if (definition.lineage.has(ENUM))
          return enumOptions(call, self, bound[0] as unknown as Value[], keywords);
        const named = definition.parameters.slice(0, -1).map(({ name }, at) => [name, bound[at]] as const);
        return makeType(self.definition, { ...Object.fromEntries(named), ...Object.fromEntries(keywords) })
          .options;
      },
    });
  }
}
