import { Forbidden, type Actor } from '@app/kernel';
import { specification } from '@app/kernel/src/testing/specification.js';
import { expect, test } from '@jest/globals';
import { onSite } from '../../testing/on-site.past.js';
import { command, LI_WEI, SUPERVISOR, WANG_FANG } from '../../testing/ticket.builders.js';
import type { TicketCommand } from '../ticket/ticket.commands.js';
import { ticketDecider } from '../ticket/ticket.decider.js';

const asked = (step: TicketCommand) => specification(ticketDecider)(...onSite).when(step);
const greeting = { visit: 1, introduced: true, credentialsShown: true };
const greetedBy = (by: Actor) => asked(command('GreetCustomer', greeting, '09:31', { by }));
const actorsOf = ({ events }: ReturnType<typeof asked>) => events().map(({ actor }) => actor);

test('[R10] what somebody of the office enters of a visit was done by its technician', () => {
  const forLiWei = { ...SUPERVISOR, onBehalfOf: LI_WEI.id };
  expect(actorsOf(greetedBy(SUPERVISOR))).toEqual([forLiWei]);
  expect(actorsOf(greetedBy(forLiWei))).toEqual([forLiWei]);
});

test('[R10] a supervisor who makes the visit themselves acts in nobody’s place', () => {
  const themselves = { ...LI_WEI, role: 'supervisor' };
  expect(actorsOf(greetedBy(themselves))).toEqual([themselves]);
});

test('[R10] nothing is entered in the place of somebody whose visit it is not', () => {
  greetedBy({ ...SUPERVISOR, onBehalfOf: WANG_FANG.id }).thenThrows(Forbidden, 'not-their-visit');
});

test('[V11] what a supervisor decides is recorded as theirs alone', () => {
  const override = { entitlement: { kind: 'chargeable' }, reason: '保修外' } as const;
  const decision = { visit: 1, override };
  const decided = asked(command('CheckEntitlement', decision, '09:32', { by: SUPERVISOR }));
  expect(actorsOf(decided)).toEqual([SUPERVISOR]);
});
