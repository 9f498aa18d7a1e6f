/** A few rounds of the fuzzer, without the real tools: `npm run fuzz` runs more. */
import { beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from '../python/support.ts';
import { makeObserver, type Observer } from './observe.ts';
import { CASE_PARTS, caseOf, programOf } from './parts.ts';
import { violation } from './properties.ts';

const ROUNDS = 4;

let observer: Observer;
beforeAll(async () => {
  observer = await makeObserver();
});

describe.each(CASE_PARTS)('random %s', (part) => {
  it.each(Array.from({ length: ROUNDS }, (_, round) => round))('round %i', async (round) => {
    const one = caseOf(part, 'ci', round);
    expect(violation(one, await observer.observe(one), await observer.observe(one))).toBeUndefined();
  });
});

describe('the properties', () => {
  it('see a check that still differs, and an engine that broke', async () => {
    const one = caseOf('models', 'ci', 0);
    const answers = await observer.observe(one);
    const upgrade = answers.findIndex(
      ({ step }) => step.do === 'run' && step.argv?.join(' ') === 'alembic upgrade head',
    );
    const spoiled = answers.with(upgrade + 1, {
      ...answers[upgrade + 1]!,
      exit: 255,
      stderr: 'New upgrade operations detected: []',
    });
    const checked = spoiled.with(upgrade, { ...spoiled[upgrade]!, exit: 0 });
    expect(violation(one, checked, checked)).toContain('check still differs');
    expect(violation(one, answers, answers.slice(1))).toContain('another answer');
  });
});

describe('random programs', () => {
  it('end in Python', () => {
    for (let round = 0; round < 30; round += 1)
      expect(typeof runProgram({ 'main.py': programOf('ci', round) }, 'main.py').exit).toBe('number');
  });
});
