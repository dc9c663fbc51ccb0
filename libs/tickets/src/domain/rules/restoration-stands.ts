import { rule } from '@app/policy';
import type { OpenedTicket } from '../ticket/ticket.state.js';

/** R10 records finished work: what a later visit found broken again is not closed as restored. */
export const restorationStands = rule<
  Pick<OpenedTicket, 'outcome' | 'visited' | 'restored' | 'stepsAt'>
>(
  'R10',
  'restoration-disproved',
  {
    zh: '其后一次上门查明故障仍在，不能按“已恢复”关闭；请重新打开工单',
    en: 'a later visit found the fault again; the ticket cannot be closed as restored, and is to be reopened',
  },
  ({ outcome, visited, restored, stepsAt }) =>
    outcome === 'restored' &&
    visited.length > 0 &&
    stepsAt.RepairCompleted !== undefined &&
    !restored,
);
