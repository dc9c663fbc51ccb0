import { rule } from '@app/policy';
import { expect, test } from '@jest/globals';
import { findingsAfter, openFindings, type Finding, type WithFindings } from './finding.state.js';
import { mayBeFound } from './may-be-found.js';
import { recordDeeds, recordFindings, type FindingAbout } from './record-findings.js';

interface Room {
  readonly room: string;
}

const { notGreeted, notCleaned } = mayBeFound({
  notGreeted: rule<unknown>('V8', 'not-greeted', { zh: '', en: '' }, () => true),
  notCleaned: rule<unknown>('V21', 'site-not-cleaned', { zh: '', en: '' }, () => true),
});
const both = [notGreeted, notCleaned];
const bothCodes = ['not-greeted', 'site-not-cleaned'];

const occurredAt = '2026-03-02T01:00:00.000Z';
const actor = { id: 'li-wei', role: 'technician' };
const leave = { type: 'LeaveRoom', data: {}, id: 'c-1', occurredAt, actor };
const about: FindingAbout<Room> = { room: '101', person: 'li-wei' };
const nothing: WithFindings<Room> = { findings: [] };

/** What is known where these rules were found broken, in order. */
function after(...found: (readonly [(typeof both)[number], FindingAbout<Room>])[]) {
  return found.reduce<WithFindings<Room>>(
    (state, [broken, where]) => ({
      findings: recordDeeds(leave, state, [broken], where).reduce<readonly Finding<Room>[]>(
        findingsAfter,
        state.findings,
      ),
    }),
    nothing,
  );
}

function reviewed({ findings }: WithFindings<Room>): WithFindings<Room> {
  return { findings: findings.map((finding) => ({ ...finding, status: 'upheld' })) };
}

const codes = (events: readonly { data: { code: string } }[]) =>
  events.map(({ data }) => data.code);

test('findings are numbered on from the last of the stream, each under its article', () => {
  const known = after([notGreeted, { room: '102', person: 'li-wei' }]);
  expect(recordFindings(leave, known, both, { ...about, remark: '油污' })).toEqual([
    {
      type: 'FindingRecorded',
      data: { finding: 2, article: 'V8', code: 'not-greeted', ...about, remark: '油污' },
      occurredAt,
      actor,
      articles: ['V8'],
    },
    {
      type: 'FindingRecorded',
      data: { finding: 3, article: 'V21', code: 'site-not-cleaned', ...about, remark: '油污' },
      occurredAt,
      actor,
      articles: ['V21'],
    },
  ]);
});

test('what was found of somebody at a place is not found there again, but may be elsewhere, or of another', () => {
  const known = after(
    [notGreeted, { ...about, remark: '第一次' }],
    [notCleaned, { ...about, room: '102' }],
    [notCleaned, { ...about, person: 'wang-fang' }],
  );
  expect(codes(recordFindings(leave, known, both, about))).toEqual(['site-not-cleaned']);
  expect(codes(recordFindings(leave, reviewed(known), both, about))).toEqual(['site-not-cleaned']);
});

test('what somebody does or reports is a finding each time', () => {
  const known = after([notGreeted, about]);
  expect(codes(recordDeeds(leave, known, both, about))).toEqual(bothCodes);
});

test('the open ones', () => {
  const known = after([notGreeted, about], [notCleaned, about]);
  expect(openFindings(known.findings)).toEqual([1, 2]);
  expect(openFindings(reviewed(known).findings)).toEqual([]);
});
