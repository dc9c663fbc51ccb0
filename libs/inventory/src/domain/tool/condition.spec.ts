import { test } from '@jest/globals';
import { Invalid, NotFound, NotPossible } from '@app/kernel';
import { MANAGER, SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { ask, event, given, inHand, overdue, registered, tool } from '../../testing/tools.js';

const what = '表盘裂纹';
const damaged = event('ToolDamaged', { tool, what }, '09:00');
const reportDamage = ask('ReportToolDamaged', { what }, '09:00');
const repair = ask('RecordToolRepaired', { what: '更换表盘' }, '10:00');
const repaired = event('ToolRepaired', { tool, what: '更换表盘' }, '10:00');
const retired = event('ToolRetired', { tool, reason: '老化' }, '10:00');

test('[R11] that a tool is damaged is recorded once, with whoever had it then', () => {
  given(registered).when(reportDamage).then(damaged);
  const held = event('ToolDamaged', { tool, employee: 'li-wei', what }, '09:00');
  given(...inHand)
    .when(reportDamage)
    .then(held);
  given(...inHand)
    .when(ask('ReportToolDamaged', { what }, '08:04'))
    .then(event('ToolDamaged', { tool, what }));
  given(registered, damaged).when(reportDamage).thenThrows(NotPossible, 'tool-already-damaged');
  given(registered, retired).when(reportDamage).thenRefusedUnder('R11', 'tool-is-retired');
  given().when(reportDamage).thenThrows(NotFound, 'unknown-tool');
});

test('[R11] what is damaged is repaired, and nothing else', () => {
  given(registered, damaged).when(repair).then(repaired);
  given(registered).when(repair).thenThrows(NotPossible, 'tool-not-damaged');
  given(registered, damaged)
    .when(ask('RecordToolRepaired', { what }, '08:59'))
    .thenThrows(Invalid, 'occurred-too-early');
  given(registered, damaged, repaired)
    .when(ask('ReportToolDamaged', { what }, '09:59'))
    .thenThrows(Invalid, 'occurred-too-early');
});

test('[R11] [V5] a calibration says until when it holds, beyond its own time', () => {
  const calibrate = (validUntil: string) =>
    ask('RecordToolCalibrated', { certificate: 'CAL-1', validUntil }, '09:00');
  const data = { tool, certificate: 'CAL-1', validUntil: at('09:01') };
  given(registered)
    .when(calibrate(at('09:01')))
    .then(event('ToolCalibrated', data));
  given(registered)
    .when(calibrate(at('09:00')))
    .thenThrows(Invalid, 'calibration-ends-before');
  given(registered, retired)
    .when(calibrate(at('09:01')))
    .thenRefusedUnder('R11', 'tool-is-retired');
});

test('[R13] what is found of a tool is reviewed, and reviewed anew on appeal', () => {
  const excuse = { finding: 1, verdict: 'excused', reason: '堵车' } as const;
  const excused = event(
    'FindingExcused',
    { finding: 1, article: 'R12', reason: '堵车' },
    '13:00',
    SUPERVISOR,
  );
  given(...inHand, overdue)
    .when(ask('ReviewFinding', excuse, '13:00', { by: SUPERVISOR }))
    .then({ ...excused, articles: ['R12', 'R13'] });
  const reopened = event(
    'VerdictReopened',
    { finding: 1, article: 'R12', reason: '申诉' },
    '14:00',
  );
  given(...inHand, overdue, excused)
    .when(ask('ReopenVerdict', { finding: 1, reason: '申诉' }, '14:00', { by: MANAGER }))
    .then({ ...reopened, articles: ['R12', 'R13'] });
});
