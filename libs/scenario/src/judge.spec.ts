import { describe, expect, test } from '@jest/globals';
import { Judge } from './judge.js';
import type { Step } from './scenario.js';

const refusal = (article: string | undefined, code: string) => ({
  status: article ? 422 : 409,
  body: { ...(article && { article }), code, detail: '不行' },
});
const taken = (...events: { type: string; data: object }[]) => ({
  status: 200,
  body: { stream: 'ticket-T-1', version: 4, events },
});
const left = { type: 'TechnicianLeft', data: { visit: 1 } };
const finding = { type: 'FindingRecorded', data: { article: 'V21', code: 'site-not-cleaned' } };

function judged(expected: Pick<Step, 'refused' | 'findings'>, answer: ReturnType<typeof taken>) {
  const told: string[] = [];
  const judge = new Judge((line) => void told.push(line));
  judge.step(expected, answer, 'T-1 09:30');
  return { ...judge.tally, told };
}

describe('the judge of a scenario', () => {
  test('is content with what was expected', () => {
    const done = judged({ findings: ['V21/site-not-cleaned'] }, taken(left, finding));
    expect(done).toMatchObject({ events: 2, findings: 1, failures: [] });
    expect([...done.eventTypes]).toEqual(['TechnicianLeft', 'FindingRecorded']);
    expect(done.told).toEqual(['T-1 09:30 ✓  ⚑ V21/site-not-cleaned']);
  });

  test('counts a refusal under the expected rule as met', () => {
    const refused = { refused: 'V11/work-before-consent' };
    const met = judged(refused, refusal('V11', 'work-before-consent') as never);
    expect(met).toMatchObject({ refusalsExpected: 1, refusalsMet: 1, failures: [] });
    expect([...met.rules]).toEqual(['work-before-consent']);
    const byCode = judged(
      { refused: 'not-your-visit' },
      refusal(undefined, 'not-your-visit') as never,
    );
    expect(byCode).toMatchObject({ refusalsMet: 1, failures: [] });
    expect(byCode.rules.size).toBe(0);
  });

  test.each([
    ['another article', refusal('V13', 'work-before-consent')],
    ['another rule of the article', refusal('V11', 'entitlement-unchecked')],
    ['no article', refusal(undefined, 'work-before-consent')],
    ['no refusal', taken(left)],
  ])('finds a refusal expected where there is %s', (_, answer) => {
    const unmet = judged({ refused: 'V11/work-before-consent' }, answer as never);
    expect(unmet).toMatchObject({ refusalsExpected: 1, refusalsMet: 0 });
    expect(unmet.failures).toHaveLength(1);
  });

  test.each([
    ['a step that was not taken', {}, refusal('V11', 'work-before-consent')],
    ['a finding that nobody expected', {}, taken(left, finding)],
    ['a finding that is missing', { findings: ['V21/site-not-cleaned'] }, taken(left)],
    ['another finding', { findings: ['V25/card-not-left'] }, taken(left, finding)],
  ])('notices %s', (_, expected, answer) => {
    expect(judged(expected, answer as never).failures).toHaveLength(1);
  });
});
