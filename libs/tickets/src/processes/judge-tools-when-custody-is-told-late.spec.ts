import { test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import type { ToolDeed } from '@app/inventory';
import { LI_WEI, STOREKEEPER } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { send } from '@app/processes';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import * as past from '../testing/past.js';
import { event as onTicket } from '../testing/ticket.builders.js';
import { ticketStreams, type TicketEvent } from '../contract.js';
import { judgeToolsWhenCustodyIsToldLate } from './judge-tools-when-custody-is-told-late.js';

const { given } = processOf(judgeToolsWhenCustodyIsToldLate);
const tool = 'T-100';
const ofLiWei = { tool, employee: LI_WEI.id };
const event = eventOf<ToolDeed>(STOREKEEPER);
const out = event('ToolCheckedOut', ofLiWei, '08:00');
const accepted = event('ToolAccepted', ofLiWei, '08:05', LI_WEI);
const back = event('ToolReturned', { ...ofLiWei, condition: 'good' }, '08:20');
const handedOn = event('ToolTransferred', { ...ofLiWei, from: 'wang-fang' }, '08:10', LI_WEI);
const offered = event('ToolOffered', { ...ofLiWei, from: 'wang-fang' }, '08:08');

/** In the order in which they are recorded. */
const told = (...events: readonly (ToolDeed | TicketEvent)[]) =>
  given(
    ...events.flatMap((each) =>
      recorded('tool' in each.data ? `tool-${tool}` : 'ticket-T-7', [each]),
    ),
  );
const judge = ({ type, occurredAt }: ToolDeed, more = {}) =>
  send(ticketStreams, 'T-7', 'JudgeTools', {
    ...{ visit: 1, technician: LI_WEI.id, tool },
    shownBy: { type, occurredAt, stream: `tool-${tool}` },
    ...more,
  });
const foundOf = (person: string) =>
  onTicket(
    'FindingRecorded',
    { finding: 1, article: 'V5', code: 'tool-not-in-hand', visit: 1, person },
    '08:40',
  );
const prepared = { ...past.prepared(), actor: LI_WEI };

test('[V5] whose a tool was is looked at by the visit that had been prepared, where it is told after that', () => {
  told(out, accepted, prepared).thenNothing();
  told(prepared, out, accepted).thenCommands(judge(accepted, { enteredBy: STOREKEEPER.id }));
  told(out, prepared, accepted).thenCommands(judge(accepted, { enteredBy: LI_WEI.id }));
  told(out, accepted, prepared, back).thenCommands(judge(back));
  told(out, accepted, prepared, { ...back, occurredAt: at('08:41') }).thenNothing();
});

test('[V5] handed on from hand to hand: whoever said it late', () => {
  told(prepared, offered, handedOn).thenCommands(judge(handedOn, { enteredBy: STOREKEEPER.id }));
  told(offered, prepared, handedOn).thenCommands(judge(handedOn, { enteredBy: LI_WEI.id }));
});

test('[V5] whoever put down the preparation, it is looked at for whom it was found', () => {
  const entered = { ...past.prepared(), actor: STOREKEEPER };
  told(entered, foundOf(LI_WEI.id), accepted).thenCommands(
    judge(accepted, { enteredBy: LI_WEI.id }),
  );
  told(foundOf('wang-fang'), accepted).thenNothing();
});
