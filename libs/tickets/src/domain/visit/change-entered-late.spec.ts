import { expect, test } from '@jest/globals';
import type { LocalTime } from '@app/kernel';
import * as past from '../../testing/past.js';
import {
  at,
  command,
  DISPATCHER,
  LI_WEI,
  span,
  ticketAfter,
} from '../../testing/ticket.builders.js';
import type { TicketCommand } from '../ticket/ticket.commands.js';
import { ticketDecider } from '../ticket/ticket.decider.js';
import type { TicketEvent } from '../ticket/ticket.events.js';

/* Li Wei is to come at 09:00–11:00; the office moves the visit or calls it off, and tells and enters it sooner or later. */

const visit = 1;
const planned = [past.opened({ lineFault: false }), past.scheduled()];
const technician = { employee: LI_WEI.id, active: true };
const LATE = `${DISPATCHER.id} change-recorded-late`;
const TOLD_LATE = `${DISPATCHER.id} change-told-late`;
const UNTOLD = `${DISPATCHER.id} change-not-announced`;

interface Change {
  readonly made: LocalTime;
  readonly told?: LocalTime | undefined;
  readonly entered: LocalTime;
}

/** Both ways to change an appointment, as the server hears of them. */
function changes({ made, told: toldAt, entered }: Change): TicketCommand[] {
  const told = toldAt && {
    told: { channel: 'phone' as const, at: at(toldAt), by: '周敏', apologised: true },
  };
  const receivedAt = at(entered);
  const known = { technician, receivedAt };
  const said = { visit, reason: '人手不足', ...told };
  const moved = { ...said, window: span('15:00', '17:00'), atCustomersWish: false };
  return [
    { ...command('CancelVisit', said, made, { by: DISPATCHER, known }), receivedAt },
    { ...command('RescheduleVisit', moved, made, { by: DISPATCHER, known }), receivedAt },
  ];
}

function found(change: Change, history: readonly TicketEvent[]): string[][] {
  return changes(change).map((asked) =>
    ticketDecider
      .decide(asked, ticketAfter(...history))
      .flatMap(({ type, data }) =>
        type === 'FindingRecorded' ? [`${data.person ?? ''} ${data.code}`] : [],
      ),
  );
}

test.each<[string, Change, string[]]>([
  ['told and entered before it', { made: '08:30', told: '08:28', entered: '08:30' }, []],
  [
    'told before it, entered late before it',
    { made: '08:30', told: '08:28', entered: '09:00' },
    [],
  ],
  [
    'told before it, entered late in it',
    { made: '08:30', told: '08:28', entered: '09:01' },
    [LATE],
  ],
  ['told before it, entered in it at once', { made: '08:55', told: '08:53', entered: '09:10' }, []],
  ['the same a minute later', { made: '08:55', told: '08:53', entered: '09:11' }, [LATE]],
  ['told before it, entered after it', { made: '08:30', told: '08:28', entered: '11:01' }, [LATE]],
  ['told in it, entered at once', { made: '09:10', told: '09:08', entered: '09:12' }, [TOLD_LATE]],
  [
    'told in it, entered late',
    { made: '09:10', told: '09:08', entered: '09:40' },
    [LATE, TOLD_LATE],
  ],
  ['not told, entered before it', { made: '08:30', entered: '08:30' }, [UNTOLD]],
  ['not told, entered late in it', { made: '08:30', entered: '09:30' }, [LATE, UNTOLD]],
  ['not told, made in it', { made: '09:10', entered: '09:10' }, [UNTOLD]],
  [
    'made and told after it',
    { made: '11:05', told: '11:04', entered: '11:05' },
    [`${LI_WEI.id} no-show`, TOLD_LATE],
  ],
])('[V7] of the window that was agreed: %s', (_, change, codes) => {
  expect(found(change, planned)).toEqual([codes, codes]);
});

test('[V7] whom a notice in time told of a later hour waits only from that hour', () => {
  const delayed = [...planned, past.departed(), past.delayNotified('11:30', '10:00')];
  const change = { made: '10:10', told: '10:08', entered: '11:20' } as const;
  expect(found(change, delayed)).toEqual([[], []]);
  expect(found({ ...change, entered: '11:31' }, delayed)).toEqual([[LATE], [LATE]]);
});
