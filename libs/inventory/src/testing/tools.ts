import { LI_WEI, STOREKEEPER, WANG_FANG } from '@app/kernel/src/testing/actors.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import type { LocalTime } from '@app/kernel';
import { at } from '@app/kernel/src/testing/instants.js';
import { toolDecider } from '../domain/tool/tool.decider.js';
import type { ToolEvent } from '../domain/tool/tool.events.js';

export const tool = 'TOOL-1';
export const meter = { tool, name: '万用表', serial: 'FLK-87-0042', class: 'meter' };

const OF_REGISTER = new Set([
  'ToolRegistered',
  'ToolSerialCorrected',
  'ToolDamaged',
  'ToolRepaired',
  'ToolReportedLost',
  'ToolFound',
  'ToolRetired',
]);

/** What each event of a tool answers to. */
export function articlesOf(type: ToolEvent['type'], data: ToolEvent['data']): readonly string[] {
  if (type === 'ToolCalibrated') return ['R11', 'V5'];
  if ('article' in data)
    return type === 'FindingWithdrawn' ? [data.article, 'R13'] : [data.article];
  return OF_REGISTER.has(type) ? ['R11'] : ['R12'];
}

export const { given, ask, event } = specify(toolDecider, STOREKEEPER, articlesOf);

/** A registered tool that was handed out at eight, due at noon, and is in Li Wei's hands. */
export const registered = event('ToolRegistered', meter, '07:00');
export const due = at('12:00');
export const onItsWay = event(
  'ToolCheckedOut',
  { tool, employee: LI_WEI.id, ticket: 'T-1', due },
  '08:00',
);
export const accepted = event('ToolAccepted', { tool, employee: LI_WEI.id }, '08:05', LI_WEI);
export const inHand: ToolEvent[] = [registered, onItsWay, accepted];
export const offered = event(
  'ToolOffered',
  { tool, employee: WANG_FANG.id, from: LI_WEI.id },
  '09:00',
  LI_WEI,
);
export const overdue = event(
  'FindingRecorded',
  { finding: 1, article: 'R12', code: 'tool-overdue', person: LI_WEI.id },
  '12:00',
);
export const returnedAt = (time: LocalTime) =>
  event('ToolReturned', { tool, employee: LI_WEI.id, condition: 'good' }, time);
