import { Forbidden, NotFound, NotPossible } from '@app/kernel';
import { expect, test } from '@jest/globals';
import { closed, fileReviewed, left, opened, resolved, scheduled } from '../../testing/past.js';
import {
  command,
  DISPATCHER,
  event,
  givenFor,
  inBatch,
  LI_WEI,
  WANG_FANG,
} from '../../testing/ticket.builders.js';
import { ticketDecider } from '../ticket/ticket.decider.js';
import { reviewCustomerFile } from './review-customer-file.js';

const given = givenFor(reviewCustomerFile);
/** Li Wei's, for the visit that he is to make. */
const own = { visit: 1, technician: LI_WEI.id };

test('[V6] the customer file is reviewed before anybody goes there', () => {
  given(opened(), scheduled())
    .when(command('ReviewCustomerFile', { notes: '家中有老人' }))
    .then(event('CustomerFileReviewed', { ...own, notes: '家中有老人' }));
});

test('it is reviewed again only to note something more', () => {
  const past = [opened(), scheduled(), fileReviewed()];
  given(...past)
    .when(command('ReviewCustomerFile', {}))
    .thenThrows(NotPossible, 'file-already-reviewed');
  given(...past)
    .when(command('ReviewCustomerFile', { notes: '门禁码见合同' }))
    .then(event('CustomerFileReviewed', { ...own, notes: '门禁码见合同' }));
});

test('[V6] a technician reads the file only where a visit is theirs; the office reads any', () => {
  const review = (by = WANG_FANG) => command('ReviewCustomerFile', {}, '09:00', { by });
  given(opened(), scheduled()).when(review()).thenThrows(Forbidden, 'not-your-ticket');
  given(opened(), scheduled({ technician: WANG_FANG.id }))
    .when(review())
    .then(event('CustomerFileReviewed', { visit: 1, technician: WANG_FANG.id }));
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

test('[V6] it is read for each visit anew, also by the same technician', () => {
  const again = scheduled({ visit: 2 });
  const past = [opened(), scheduled(), fileReviewed('08:30'), left(), again];
  given(...past)
    .when(command('ReviewCustomerFile', {}, '11:30'))
    .then(event('CustomerFileReviewed', { ...own, visit: 2 }));
  given(...past)
    .when(command('ReviewCustomerFile', { visit: 1 }, '11:30'))
    .thenThrows(NotPossible, 'file-already-reviewed');
});

test('[V6] told late, it was read for the visit that was planned by then', () => {
  const second = scheduled({ visit: 2 }, '13:00');
  given(opened(), scheduled(), left(), second)
    .when(inBatch(command('ReviewCustomerFile', {}, '08:30')))
    .then(event('CustomerFileReviewed', own));
});

test('[V6] the office reads for itself, or puts down in whose place it was done', () => {
  const office = (data: { visit?: number }) =>
    command('ReviewCustomerFile', data, '08:30', { by: DISPATCHER });
  const decide = givenFor(ticketDecider.decide);
  decide(opened(), scheduled()).when(office({})).then(event('CustomerFileReviewed', {}));
  const [read] = decide(opened(), scheduled())
    .when(office({ visit: 1 }))
    .events();
  expect(read).toMatchObject({ data: own, actor: { onBehalfOf: LI_WEI.id } });
  decide(opened(), event('CustomerFileReviewed', {}, '08:10'), scheduled())
    .when(office({}))
    .thenThrows(NotPossible, 'file-already-reviewed');
});
