import { test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import type { DomainEvent } from '@app/kernel';
import { LI_WEI, WANG_FANG } from '@app/kernel/src/testing/actors.js';
import { at, span } from '@app/kernel/src/testing/instants.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import type { TicketEvent } from '@app/tickets';
import { openCaseWhenARepairHasNoRecord } from './open-case-when-a-repair-has-no-record.js';

const { given } = processOf(openCaseWhenARepairHasNoRecord);
const event = eventOf<TicketEvent>(LI_WEI);
const of = (...events: readonly TicketEvent[]) =>
  recorded('ticket-T-1', events as readonly DomainEvent[]);

const started = event('WorkStarted', { visit: 1 });
const logged = event('LabourLogged', {
  visit: 1,
  entry: 1,
  technician: WANG_FANG.id,
  workType: '检修',
  span: span('09:00', '10:00'),
  hours: '1.00',
});
const signature = { name: '孙丽', role: 'customer', image: 'a'.repeat(64), kind: 'signature' };
const signed = event('ServiceRecordSigned', {
  visit: 1,
  signature: signature as never,
  satisfaction: 5,
  record: 'b'.repeat(64),
});
const refused = event('SignatureRefused', { visit: 1, reason: '…', record: 'b'.repeat(64) });
const resolved = event(
  'TicketResolved',
  { summary: '…', outcome: 'restored', givenUp: [], openFindings: [] },
  '11:00',
);
const opens = (employee: string) => ({
  category: 'standing',
  id: employee,
  type: 'OpenCase',
  data: {
    employee,
    year: '2026',
    article: 'D37',
    clause: 'no-repair-file',
    facts:
      '工单 T-1 已维修并办结，服务记录既未签字也无拒签记录 / ticket T-1 was worked on and resolved, and its record neither signed nor refused',
    matter: 'T-1',
    happenedAt: at('11:00'),
  },
});

test('[D37] a case of each who worked on a ticket that was resolved without a record', () => {
  given(...of(started, logged, resolved)).thenCommands(opens(LI_WEI.id), opens(WANG_FANG.id));
  given(...of(logged, resolved)).thenCommands(opens(WANG_FANG.id));
});

test('[D37] none where it was signed, or that was refused, or where nobody worked', () => {
  given(...of(started, signed, resolved)).thenNothing();
  given(...of(started, refused, resolved)).thenNothing();
  given(...of(resolved)).thenNothing();
});

test('[D37] resolved a second time, it makes no second case', () => {
  given(...of(started, resolved, resolved)).thenCommands(opens(LI_WEI.id));
});

test('[D37] a signature or refusal of before the resolving that is told late withdraws the cases', () => {
  const withdraws = (employee: string) => ({
    category: 'standing',
    id: employee,
    type: 'WithdrawCase',
    data: { employee, year: '2026', article: 'D37', matter: 'T-1', happenedAt: at('11:00') },
  });
  const all = [LI_WEI.id, WANG_FANG.id];
  for (const late of [signed, refused]) {
    const before = { ...late, occurredAt: at('10:05') };
    given(...of(started, logged, resolved, before)).thenCommands(
      ...all.map(opens),
      ...all.map(withdraws),
    );
    given(...of(started, logged, resolved, before, before)).thenCommands(
      ...all.map(opens),
      ...all.map(withdraws),
    );
    const after = { ...late, occurredAt: at('11:01') };
    given(...of(started, logged, resolved, after)).thenCommands(...all.map(opens));
  }
});
