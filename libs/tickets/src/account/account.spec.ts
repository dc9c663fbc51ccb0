import { describe, expect, test } from '@jest/globals';
import { plusMinutes } from '@app/kernel';
import { ticketAccount, type TicketRecord } from './account.js';
import { fullTicket } from './testing/full-ticket.js';

const text = (events: readonly TicketRecord[], language: 'zh' | 'en') =>
  ticketAccount(events, language)
    .map(({ text, heading }) => (heading ? `## ${text}` : text))
    .join('\n');

describe('the account', () => {
  test('prints', () => {
    console.log(text(fullTicket, 'zh'));
    console.log(text(fullTicket, 'en'));
    expect(plusMinutes).toBeDefined();
  });
});
