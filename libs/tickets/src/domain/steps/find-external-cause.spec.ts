import { NotPossible } from '@app/kernel';
import { test } from '@jest/globals';
import { repaired } from '../../testing/past.js';
import { working } from '../../testing/on-site.past.js';
import { command, event, givenFor } from '../../testing/ticket.builders.js';
import { findExternalCause } from './find-external-cause.js';

const given = givenFor(findExternalCause);
const cause = { visit: 1, cause: '电压不稳', noted: true };

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
