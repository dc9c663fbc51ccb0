import { expect, test } from '@jest/globals';
import { fold } from '@app/kernel';
import { at } from '@app/kernel/src/testing/instants.js';
import { commandOf } from '@app/kernel/src/testing/messages.js';
import { SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import type { FiguresCommand } from './figures.commands.js';
import { figuresDecider } from './figures.decider.js';
import type { FiguresEvent } from './figures.events.js';

const of = { employee: 'he-ying', year: '2026' };
const ask = commandOf<FiguresCommand>(SUPERVISOR);
const month = '2026-03';

const worked = (from: string, until: string, amount: string, entry = '1') =>
  ask('CountResult', {
    ...of,
    of: 'hours',
    month,
    amount,
    source: { stream: 'ticket-T-1', entry },
    span: { from: at(from), until: at(until) },
  });
const absent = (from: string, until: string, number = 2) =>
  ask('CountAbsence', { ...of, case: number, span: { from: at(from), until: at(until) } });
const lifted = ask('LiftAbsence', { ...of, case: 2 });

/** The hours of the month after these, one after the other. */
function hours(...commands: readonly FiguresCommand[]): string {
  const events = commands.reduce<readonly FiguresEvent[]>(
    (before, command) => [
      ...before,
      ...figuresDecider.decide(command, fold(figuresDecider, before)),
    ],
    [],
  );
  return fold(figuresDecider, events).results.hours[month] ?? '0.00';
}

/* Worked out by hand: the part of the hours that lies within 09:00–11:00, by time. */
test.each([
  ['all of it', worked('09:00', '11:00', '2.00'), '0.00'],
  ['half of it', worked('08:00', '10:00', '2.00'), '1.00'],
  ['a third of an hour, rounded once', worked('10:40', '11:40', '1.00'), '0.67'],
  ['two thirds of an hour, half a hundredth rounded up', worked('10:20', '11:20', '1.00'), '0.33'],
  ['none of it, as it only touches', worked('11:00', '12:00', '1.00'), '1.00'],
])(
  '[D20] [D35] hours within an absence count for no quota, told before or after it: %s',
  (_, logged, left) => {
    expect(hours(logged, absent('09:00', '11:00'))).toBe(left);
    expect(hours(absent('09:00', '11:00'), logged)).toBe(left);
  },
);

test('[D35] revoked, they count again, also those that were told meanwhile', () => {
  const one = worked('09:00', '10:00', '1.00');
  const other = worked('10:00', '11:00', '1.00', '2');
  expect(hours(one, absent('09:00', '11:00'), other)).toBe('0.00');
  expect(hours(one, absent('09:00', '11:00'), other, lifted)).toBe('2.00');
});

test('[D35] hours that are put right are put right within it too, and an absence counts once', () => {
  const logged = worked('09:00', '11:00', '2.00');
  const off = worked('09:00', '11:00', '-2.00');
  const right = worked('10:00', '12:00', '2.00');
  const absence = absent('09:00', '11:00');
  expect(hours(logged, absence, off, right)).toBe('1.00');
  expect(hours(logged, absence, absence)).toBe('0.00');
});
