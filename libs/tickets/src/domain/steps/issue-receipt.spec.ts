import { NotPossible } from '@app/kernel';
import { test } from '@jest/globals';
import { collected, quoteSigned, receiptIssued, working } from '../../testing/on-site.past.js';
import { command, event, givenFor } from '../../testing/ticket.builders.js';
import { issueReceipt } from './issue-receipt.js';

const given = givenFor(issueReceipt);
const issue = command('IssueReceipt', { visit: 1, number: 'R-2' }, '10:47');
const issued = (amount: string) => event('ReceiptIssued', { visit: 1, number: 'R-2', amount });

test('[V23] the customer gets a receipt for what they paid', () => {
  given(...working, quoteSigned(), collected('150.00'))
    .when(issue)
    .then(issued('150.00'));
});

test('[V23] a second receipt is for what was paid since', () => {
  given(...working, quoteSigned('250.00'), collected(), receiptIssued(), collected('70.00'))
    .when(issue)
    .then(issued('70.00'));
});

test('[V23] there is no receipt for nothing', () => {
  given(...working)
    .when(issue)
    .thenThrows(NotPossible, 'nothing-to-receipt');
  given(...working, quoteSigned(), collected(), receiptIssued())
    .when(issue)
    .thenThrows(NotPossible, 'nothing-to-receipt');
});
