import type { ClockEvent } from '../../domain/clocks/clock.events.js';
import { at } from '../../testing/ticket.builders.js';

const clock = { clock: 'restoration', round: 1 } as const;
const by = { type: 'WorkSuspended', occurredAt: at('10:00') };
const pause = { since: at('10:00'), until: at('11:30'), why: 'work-suspended', by } as const;
const reading = { due: at('14:30'), warnAt: at('13:30'), paused: 90, pauses: [pause] };

/** What each type of event about the clocks may say. */
export const ofTheClocks: { readonly [E in ClockEvent as E['type']]: E['data'] } = {
  SlaDeadlineSet: {
    ...clock,
    from: at('09:00'),
    terms: 'C-2026-7',
    edition: at('00:00'),
    minutes: 240,
    warnPercent: 75,
    working: {
      hours: [{ days: [1, 2, 3, 4, 5], from: '08:30', until: '17:30' }],
      years: [
        {
          year: '2026',
          edition: 1,
          restDays: [6, 7],
          holidays: [{ date: '2026-10-01' }],
          makeUpDays: [{ date: '2026-10-10' }],
        },
      ],
    },
    ...reading,
    reason: '合同已续签',
  },
  SlaPaused: { ...clock, ...reading, pause: { ...pause, words: '先吃午饭' }, remaining: 150 },
  SlaResumed: { ...clock, ...reading, why: 'work-suspended' },
  SlaWarned: { ...clock, due: at('14:30') },
  SlaMet: { ...clock, ...reading, by: { type: 'RepairCompleted', occurredAt: at('14:00') } },
  SlaBreached: { ...clock, ...reading },
  SlaCorrected: {
    ...clock,
    ...reading,
    corrects: { type: 'SlaBreached', occurredAt: at('14:30') },
    verdict: 'ended',
    shownBy: { type: 'TicketCancelled', occurredAt: at('14:00') },
  },
};
