import { expect, test } from '@jest/globals';
import { fold } from '@app/kernel';
import { standingDecider } from '../domain/standing.decider.js';
import type { StandingEvent } from '../domain/standing.events.js';
import { act, decided, laterOf, openedCase } from '../testing/cases.js';
import { decisionDocument } from './decision-document.js';

const to = { employee: 'he-ying', name: '何英', year: '2026' };
const documentOf = (...events: readonly StandingEvent[]) =>
  decisionDocument(fold(standingDecider, events).cases[0]!, to);

test('[R2] the decision says what follows under which article, and names the way of appeal', () => {
  const said = documentOf(...act(1, 'D26.disobeys'))!;
  for (const words of ['何英（he-ying）', 'D26.disobeys', '版本 2026.1', '记大过，当月考核−9 分'])
    expect(said.zh).toContain(words);
  expect(said.zh).toContain('前向总经理申诉一次（/api/v1/standings/he-ying/file-appeal）');
  expect(said.en).toContain('Appeal: before');
  expect(said.en).toContain('to the general manager, once');
});

test('[D19] it says where a transfer leads to', () => {
  const file = openedCase(1, 'D19.three-months');
  const ordered = laterOf(file)('TransferOrdered', {
    case: 1,
    department: 'repair',
    from: '2026-04-01',
  });
  const said = documentOf(file, decided(file, ['transfer']), ordered)!;
  expect(said.zh).toContain('调往：维修部，自 2026-04-01 起');
  expect(said.zh).not.toContain('0 分');
  expect(said.en).toContain('from 2026-04-01 on');
});

test('[D14] it says which act it takes back, as figures were corrected', () => {
  const file = openedCase(3, 'D14.year', { evaluated: true, replaces: 2 });
  const said = documentOf(file, decided(file, []))!;
  expect(said.zh).toContain('决定：撤回所更正的处理，更正第 2 案（');
  expect(said.en).toContain(
    'Decision: the act that it corrects is taken back, which corrects case 2 (',
  );
});

test('[R2] before a decision there is none', () => {
  expect(documentOf(openedCase(1, 'D26.disobeys'))).toBeUndefined();
});
