import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { storageContract } from '@app/aggregates/src/testing/storage-contract.js';
import type { Language } from '@app/kernel';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { findingFixtures } from './finding-fixtures.js';
import { ladders } from './ladder.aggregate.js';
import { past, review, use } from './ladder.builders.js';

storageContract([join(import.meta.dirname, 'fixtures'), findingFixtures], ladders);

test('its findings are reviewed where a supervisor or manager asks for it', () => {
  expect(ladders.routed.get('ReviewFinding')).toMatchObject({
    operation: 'reviewFindingOfLadder',
    permission: { action: 'review-finding', roles: ['supervisor', 'general-manager'] },
  });
});

test('its account tells what was found, of whom by name, and what the supervisor said', () => {
  const events = past(use(), review({ finding: 1, verdict: 'excused', reason: '地面平整' }));
  const told = (language: Language) =>
    [
      ...ladders.account.tell(
        recorded('ladder-L-1', events) as never,
        language,
        new Map([['li-wei', '李伟']]),
      ),
    ].map((line) => line?.text.replace(/^.*?\d\d:\d\d\s*/, ''));
  expect(told('zh')).toEqual([
    '员工李伟使用了梯子。',
    '记录偏差 1：梯子未固定（员工李伟），见[V5]“物品准备”。',
    '主管 chen-gang 审核偏差 1，予以谅解，理由：“地面平整”。[V5、R13]',
  ]);
  expect(told('en')).toEqual([
    'Employee 李伟 used the ladder.',
    'Recorded finding 1: the ladder was not secured (employee 李伟), see [V5] “Things to bring”.',
    'Supervisor chen-gang reviewed finding 1 and excused it: “地面平整”. [V5, R13]',
  ]);
});
