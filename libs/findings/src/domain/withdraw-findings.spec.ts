import { rule } from '@app/policy';
import { expect, test } from '@jest/globals';
import { findingsAfter, type Finding } from './finding.state.js';
import { mayBeFound } from './may-be-found.js';
import { recordDeeds, recordFindings } from './record-findings.js';
import { withdrawFindings } from './withdraw-findings.js';

const { notGreeted, notCleaned } = mayBeFound({
  notGreeted: rule<unknown>('V8', 'not-greeted', { zh: '', en: '' }, () => true),
  notCleaned: rule<unknown>('V21', 'site-not-cleaned', { zh: '', en: '' }, () => true),
});

const actor = { id: 'li-wei', role: 'technician' };
const at = (minute: string) => `2026-03-02T01:${minute}:00.000Z`;
const command = (minute: string) => ({
  type: 'CleanRoom',
  data: {},
  id: 'c-1',
  occurredAt: at(minute),
  actor,
});

/** Both were found at 01:30 in rooms 101 and 102. */
const findings = [{ room: 101 }, { room: 102 }].reduce<readonly Finding<{ room: number }>[]>(
  (known, about) =>
    recordDeeds(command('30'), { findings: known }, [notGreeted, notCleaned], about).reduce<
      readonly Finding<{ room: number }>[]
    >(findingsAfter, known),
  [],
);

const withdrawn = (minute: string, known = findings) => {
  const by = { type: 'RoomCleaned', occurredAt: at(minute) };
  const of = { rules: [notCleaned], place: { room: 101 } };
  return withdrawFindings(command(minute), { findings: known }, of, by);
};

test('what happened before it was missed withdraws the finding, under its article, and names itself', () => {
  expect(withdrawn('20')).toEqual([
    {
      type: 'FindingWithdrawn',
      data: {
        finding: 2,
        article: 'V21',
        disprovedBy: { type: 'RoomCleaned', occurredAt: at('20') },
      },
      occurredAt: at('30'),
      actor,
      articles: ['V21', 'R13'],
    },
  ]);
});

test('what happened only afterwards withdraws nothing', () => {
  expect(withdrawn('31')).toEqual([]);
});

test('a finding is withdrawn once, also when it was upheld', () => {
  const upheld = findings.map((each) => ({ ...each, status: 'upheld' as const }));
  const events = withdrawn('20', upheld);
  expect(events).toHaveLength(1);
  const after = events.reduce<readonly Finding<{ room: number }>[]>(findingsAfter, upheld);
  expect(after.map(({ status }) => status)).toEqual(['upheld', 'withdrawn', 'upheld', 'upheld']);
  expect(withdrawn('20', after)).toEqual([]);
});

test('what was withdrawn and is missing after all is found anew', () => {
  const after = withdrawn('20').reduce<readonly Finding<{ room: number }>[]>(
    findingsAfter,
    findings,
  );
  const again = recordFindings(command('40'), { findings: after }, [notCleaned], { room: 101 });
  expect(again).toMatchObject([{ data: { finding: 5 } }]);
});
