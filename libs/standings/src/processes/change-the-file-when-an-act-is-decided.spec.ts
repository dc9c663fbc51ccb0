import { test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import { decided, EMPLOYEE, laterOf, openedCase, YEAR } from '../testing/cases.js';
import { changeTheFileWhenAnActIsDecided } from './change-the-file-when-an-act-is-decided.js';

const { given } = processOf(changeTheFileWhenAnActIsDecided);

const stream = `standing-${EMPLOYEE}:${YEAR}`;
const because = { employee: EMPLOYEE, year: YEAR, case: 1 };
const toFile = (type: string, data: object = { because }) => ({
  category: 'employee',
  id: EMPLOYEE,
  type,
  data,
});
const months = openedCase(1, 'D19.three-months');
const later = laterOf(months);
const dismissed = decided(months, ['dismissal']);
const transferred = [
  decided(months, ['transfer']),
  later('TransferOrdered', { case: 1, department: 'repair', from: '2026-03-02' }),
];
const leaves = toFile('RecordEmployeeLeft', { reason: '解雇 / dismissed' });
const waits = { deadline: 'leave-1', at: at('00:00', 15), send: leaves };
const undone = [
  { withdraw: 'leave-1' },
  { withdraw: 'transfer-1' },
  toFile('UndoActOnEmployee'),
] as const;
const dismisses = [toFile('DismissEmployee'), waits] as const;

test('[D7] a dismissal ends the employment when the term of appeal is over', () => {
  given(...recorded(stream, [dismissed])).thenCommands(...dismisses);
  given(...recorded(stream, [decided(openedCase(1, 'D26.talks-back'))])).thenNothing();
});

test('[D7] appealed against, it ends once the appeal is rejected', () => {
  const filed = later('AppealFiled', { case: 1, grounds: '…' });
  const rejected = later('AppealRejected', { case: 1, reason: '…' });
  given(...recorded(stream, [dismissed, filed, rejected])).thenCommands(
    ...dismisses,
    { withdraw: 'leave-1' },
    leaves,
  );
});

test('[D19] [D34] a transfer changes the department from its day on', () => {
  const transfer = toFile('TransferEmployee', { because, department: 'repair' });
  given(...recorded(stream, transferred)).thenCommands(transfer);
  const inApril = later('TransferOrdered', { case: 1, department: 'repair', from: '2026-04-01' });
  given(...recorded(stream, [decided(months, ['transfer']), inApril])).thenCommands({
    deadline: 'transfer-1',
    at: '2026-03-31T16:00:00.000Z',
    send: transfer,
  });
});

test('[D20] [D35] a removal from post names who succeeds', () => {
  const file = openedCase(1, 'D20.with-subordinates');
  const named = laterOf(file)('SuccessorNamed', { case: 1, successor: 'sun-hong' });
  given(...recorded(stream, [decided(file), named])).thenCommands(
    toFile('RemoveFromPost', { because, successor: 'sun-hong' }),
  );
});

test('[D8] revoked, or reduced to something else, it is undone, and nothing else is', () => {
  const revoked = later('ActRevoked', { case: 1, reason: '…' });
  given(...recorded(stream, [dismissed, revoked])).thenCommands(...dismisses, ...undone);
  const reduced = later('ActReduced', { case: 1, measures: ['transfer'], points: 0, reason: '…' });
  given(...recorded(stream, [dismissed, reduced, transferred[1]!])).thenCommands(
    ...dismisses,
    ...undone,
    toFile('TransferEmployee', { because, department: 'repair' }),
  );
  const demerit = openedCase(1, 'D26.talks-back');
  given(...recorded(stream, [decided(demerit), revoked])).thenNothing();
});
