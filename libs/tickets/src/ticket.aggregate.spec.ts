import { expect, test } from '@jest/globals';
import { changes, type Commands } from '@app/aggregates';
import type { DecisionContext } from '@app/event-store';
import { onSite } from '@app/identity';
import type { TicketDecisionContext } from './application/decision-context.js';
import type { TicketCommand } from './domain/ticket/ticket.commands.js';
import type { Ticket } from './domain/ticket/ticket.state.js';
import { LeaveCardDto } from './http/dto/paper.dto.js';
import { ResumeWorkDto, StartWorkDto, SuspendWorkDto } from './http/dto/work.dto.js';
import { tickets } from './ticket.aggregate.js';

type Declared = Commands<TicketCommand, 'ticket'>;

/* Each hole is left here on purpose: the compiler must complain, or the check of types fails. */

test('a command without roles does not compile', () => {
  // @ts-expect-error nobody may leave a card
  expect(changes(LeaveCardDto).roles).toBeUndefined();
});

test('a command with the form of another does not compile, whichever of the two says more', () => {
  // @ts-expect-error the reason is missing, and when work goes on
  const less: Declared['SuspendWork'] = changes(ResumeWorkDto, onSite);
  // @ts-expect-error to start takes no reason
  const more: Declared['StartWork'] = changes(SuspendWorkDto, onSite);
  const own: Declared['SuspendWork'] = changes(SuspendWorkDto, onSite);
  const start: Declared['StartWork'] = changes(StartWorkDto, onSite);
  expect([less, more, own, start]).toHaveLength(4);
});

test('a command that is not declared does not compile', () => {
  const most = {} as Omit<Declared, 'LeaveCard'>;
  // @ts-expect-error how a card is left is not said
  const all: Declared = most;
  expect(all).toBe(most);
});

test('a command that is told nothing of what it must know does not compile', () => {
  const most = {} as Omit<TicketDecisionContext, 'prepareVisit'>;
  // @ts-expect-error nobody finds out which tools are in hand
  const all: DecisionContext<TicketCommand, Ticket> = most;
  expect(all).toBe(most);
  // @ts-expect-error nobody finds out anything
  expect(tickets.handledBy()).toHaveLength(1);
});
