import { Invalid, NotPossible } from '@app/kernel';
import { expect, test } from '@jest/globals';
import { repaired } from '../../testing/past.js';
import { SIGNATURE, working } from '../../testing/on-site.past.js';
import {
  at,
  command,
  event,
  givenFor,
  inBatch,
  ticketAfter,
} from '../../testing/ticket.builders.js';
import { numberCommands } from '../number/number.commands.js';
import { findExternalCause } from './find-external-cause.js';

const given = givenFor(findExternalCause);
const signature = { ...SIGNATURE, signedAt: at('09:54') };
const cause = { visit: 1, cause: '电压不稳', noted: true, signature };

test('[V17] a cause that is not the company’s stands on the service order', () => {
  given(...working)
    .when(command('FindExternalCause', cause, '09:55'))
    .then(event('ExternalCauseFound', cause));
});

test('[V17] refuses an external cause that was not noted', () => {
  given(...working)
    .when(command('FindExternalCause', { ...cause, noted: false }, '09:55'))
    .thenRefusedUnder('V17', 'external-cause-not-noted');
});

test('[V17] it is not found when the work is done, for then nobody could agree to the charge', () => {
  given(...working, repaired())
    .when(command('FindExternalCause', cause, '10:35'))
    .thenThrows(NotPossible, 'repair-completed');
  given(...working, repaired({ restored: false }))
    .when(command('FindExternalCause', cause, '10:35'))
    .then(event('ExternalCauseFound', cause));
});

test('[V17] the customer signs the cause for itself; told late without it, it is found', () => {
  const unsigned = command(
    'FindExternalCause',
    { visit: 1, cause: '电压不稳', noted: true },
    '09:55',
  );
  given(...working)
    .when(unsigned)
    .thenRefusedUnder('V17', 'external-cause-not-signed');
  const told = findExternalCause(inBatch(unsigned), ticketAfter(...working));
  expect(told).toMatchObject([
    { type: 'ExternalCauseFound' },
    { type: 'FindingRecorded', data: { code: 'external-cause-not-signed' } },
  ]);
});

test('[V17] what is signed later than the step was not signed then', () => {
  given(...working)
    .when(
      command(
        'FindExternalCause',
        { ...cause, signature: { ...signature, signedAt: at('10:30') } },
        '09:55',
      ),
    )
    .thenThrows(Invalid, 'signed-ahead');
});

test('[V17] [V22] the signature under the cause is used once', () => {
  const events = [event('ExternalCauseFound', cause)];
  const taken = numberCommands(events, ticketAfter(...working), { commandId: 'c' });
  expect(taken.map(({ stream }) => stream)).toEqual([`number-signature:${SIGNATURE.image}`]);
});
