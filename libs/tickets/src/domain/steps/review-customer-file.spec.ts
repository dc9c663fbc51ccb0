import { Forbidden, NotFound, NotPossible } from '@app/kernel';
import { test } from '@jest/globals';
import { closed, fileReviewed, opened, resolved, scheduled } from '../../testing/past.js';
import { command, DISPATCHER, event, givenFor, WANG_FANG } from '../../testing/ticket.builders.js';
import { reviewCustomerFile } from './review-customer-file.js';

const given = givenFor(reviewCustomerFile);

test('[V6] the customer file is reviewed before anybody goes there', () => {
  given(opened(), scheduled())
    .when(command('ReviewCustomerFile', { notes: '家中有老人' }))
    .then(event('CustomerFileReviewed', { notes: '家中有老人' }));
});

test('it is reviewed again only to note something more', () => {
  const past = [opened(), scheduled(), fileReviewed()];
  given(...past)
    .when(command('ReviewCustomerFile', {}))
    .thenThrows(NotPossible, 'file-already-reviewed');
  given(...past)
    .when(command('ReviewCustomerFile', { notes: '门禁码见合同' }))
    .then(event('CustomerFileReviewed', { notes: '门禁码见合同' }));
});

test('[V6] a technician reads the file only where a visit is theirs; the office reads any', () => {
  const review = (by = WANG_FANG) => command('ReviewCustomerFile', {}, '09:00', { by });
  given(opened(), scheduled()).when(review()).thenThrows(Forbidden, 'not-your-ticket');
  given(opened(), scheduled({ technician: WANG_FANG.id }))
    .when(review())
    .then(event('CustomerFileReviewed', {}));
  given(opened()).when(review(DISPATCHER)).then(event('CustomerFileReviewed', {}));
});

test('no ticket, nothing to review', () => {
  given().when(command('ReviewCustomerFile', {})).thenThrows(NotFound, 'unknown-ticket');
});

test('[R10] a closed ticket takes nothing but a reopening', () => {
  given(opened(), resolved(), closed())
    .when(command('ReviewCustomerFile', {}))
    .thenRefusedUnder('R10');
});

test('a resolved ticket is reopened first', () => {
  given(opened(), resolved())
    .when(command('ReviewCustomerFile', {}))
    .thenThrows(NotPossible, 'ticket-resolved');
});
