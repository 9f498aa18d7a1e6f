/**
 * What runs of a lesson gave, kept beside it in `outcomes.json`: the options of questions that the engine makes, and outputs that the
 * prose shows. The lesson test writes the file (`npx vitest run tests/lessons -u`) and fails where it is not what the runs give.
 */
import * as v from 'valibot';

export const outcomesSchema = v.strictObject({
  /** Question id to way id to the text of its option. */
  made: v.record(v.string(), v.record(v.string(), v.string())),
  /** Command line to what it printed. */
  outputs: v.record(v.string(), v.string()),
});

export type Outcomes = v.InferOutput<typeof outcomesSchema>;

export const NO_OUTCOMES: Outcomes = { made: {}, outputs: {} };
