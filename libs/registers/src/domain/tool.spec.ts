import { fold } from '@app/kernel';
import { expect, test } from '@jest/globals';
import { holderAt, toolDecider, type ToolEvent } from './tool.js';

const at = (time: string) => `2026-03-02T${time}:00.000Z`;
const actor = { id: 'zhao-min', role: 'storekeeper' };
const event = (type: ToolEvent['type'], time: string, employee = 'li-wei') =>
  ({
    type,
    data: type === 'ToolRegistered' ? { tool: 'T-1', name: '万用表' } : { tool: 'T-1', employee },
    occurredAt: at(time),
    actor,
    articles: ['R12'],
  }) as ToolEvent;

test('[R12] [V5] in whose hands a tool was is judged as of when it was', () => {
  const tool = fold(toolDecider, [
    event('ToolRegistered', '01:00'),
    event('ToolCheckedOut', '02:00'),
    event('ToolReturned', '03:00'),
    event('ToolCheckedOut', '04:00', 'wang-fang'),
  ]);
  const holders = ['01:30', '02:00', '03:00', '05:00'].map((time) => holderAt(tool, at(time)));
  expect(holders).toEqual([undefined, 'li-wei', undefined, 'wang-fang']);
  expect(tool).toMatchObject({ holder: 'wang-fang' });
});
