import { describe, expect, test } from '@jest/globals';
import { closed, left, repaired, resolved, visitCompleted } from '../../testing/past.js';
import {
  CHARGEABLE,
  collected,
  entitled,
  externalCause,
  quoteSigned,
  readyToWork,
  receiptIssued,
  refunded,
  SIGNATURE,
  onSite,
  working,
} from '../../testing/on-site.past.js';
import {
  at,
  command,
  DISPATCHER,
  event,
  givenFor,
  HOTLINE,
  ticketAfter,
} from '../../testing/ticket.builders.js';
import { ticketDecider } from '../ticket/ticket.decider.js';
import type { ChargeBasis, QuoteLine } from '../ticket/ticket.values.js';

const given = givenFor(ticketDecider.decide);
const signature = { ...SIGNATURE, signedAt: at('10:00') };
const quote = (...lines: QuoteLine[]) =>
  command('AcknowledgeCharge', { visit: 1, quote: { lines }, signature }, '10:05');
const line = (amount: string, basis: ChargeBasis, what = '检修'): QuoteLine => ({
  item: 'parts',
  what,
  amount,
  basis,
});
const signed = (total: string, ...lines: QuoteLine[]) =>
  event('ChargeAcknowledged', { visit: 1, quote: { lines }, total, signature });

describe('each line of a quote is free or charged for itself', () => {
  test('[B2] within the warranty the company’s product is not charged for', () => {
    given(...working)
      .when(quote(line('300.00', 'out-of-cover')))
      .thenRefusedUnder('B2', 'cover-bears-it');
  });

  test('[B2] three years after the acceptance the same is charged', () => {
    const late = line('300.00', 'out-of-cover', '控制器');
    given(...onSite, entitled(CHARGEABLE))
      .when(quote(late))
      .then(signed('300.00', late));
  });

  test('[V17] a camera in warranty and a cable that the customer cut: the cable is charged', () => {
    const lines = [line('600.00', 'covered', '摄像机'), line('45.00', 'external-cause', '线缆')];
    given(...working, externalCause())
      .when(quote(...lines))
      .then(signed('45.00', ...lines));
  });

  test('[V17] an external cause is charged where one was found', () => {
    given(...working)
      .when(quote(line('45.00', 'external-cause')))
      .thenRefusedUnder('V17', 'external-charge-without-cause');
  });

  test('[V23] where nothing covers it, no technician makes a line free', () => {
    given(...onSite, entitled(CHARGEABLE))
      .when(quote(line('45.00', 'covered')))
      .thenRefusedUnder('V23', 'free-without-cover');
  });

  test.each(['extra-service', 'outside-conditions'] as const)(
    'whatever covers the rest, %s is charged, and says what it is',
    (basis) => {
      given(...working)
        .when(quote(line('90.00', basis, '安装防盗器')))
        .then(signed('90.00', line('90.00', basis, '安装防盗器')));
      const { what: _, ...unnamed } = line('90.00', basis);
      expect(() => ticketDecider.decide(quote(unnamed), ticketAfter(...working))).toThrow(
        expect.objectContaining({ code: 'line-unexplained', pointer: '/quote/lines/0/what' }),
      );
    },
  );

  test('[V17] extra service that was signed says nothing of what the repair will cost', () => {
    const start = command('StartWork', { visit: 1 }, '10:10');
    given(...readyToWork, externalCause(), quoteSigned('90.00', 'extra-service'))
      .when(start)
      .thenRefusedUnder('V17', 'charge-not-signed');
  });

  test('[B2] cover that was found afterwards bears what was signed before', () => {
    const collect = command('CollectCharge', { visit: 1, amount: '1.00', method: 'cash' }, '11:00');
    given(...onSite, entitled(CHARGEABLE), quoteSigned('300.00', 'out-of-cover'), entitled())
      .when(collect)
      .thenRefusedUnder('B2', 'cover-bears-it');
  });
});

const owing = [
  ...working,
  externalCause(),
  quoteSigned('500.00'),
  repaired(),
  collected('1.00'),
  receiptIssued('1.00'),
  left(),
  visitCompleted(),
  resolved(),
];

describe('what is not paid stays owed', () => {
  test('[V23] a ticket that closes says what is still owed', () => {
    given(...owing)
      .when(command('CloseTicket', {}, '16:00', { by: DISPATCHER }))
      .then(event('TicketClosed', { findings: [], owed: '499.00' }));
  });

  test('[V23] a closed ticket takes it from the office, with its receipt', () => {
    const pay = (receipt?: string) =>
      command(
        'CollectCharge',
        { visit: 1, amount: '499.00', method: 'transfer', ...(receipt && { receipt }) },
        '17:00',
        { by: HOTLINE },
      );
    given(...owing, closed())
      .when(pay('R-9'))
      .then(
        event('ChargeCollected', {
          visit: 1,
          amount: '499.00',
          method: 'transfer',
          collectedBy: HOTLINE.id,
        }),
        event('ReceiptIssued', { visit: 1, number: 'R-9', amount: '499.00' }),
      );
    given(...owing, closed())
      .when(pay())
      .thenRefusedUnder('V23', 'charge-without-receipt');
  });
});

test('[V23] a ticket with money on it is cancelled when it was given back', () => {
  const cancel = command('CancelTicket', { reason: '客户撤回' }, '15:00', {
    known: { receivedAt: at('15:00') },
  });
  const paid = [...onSite, quoteSigned(), collected(), receiptIssued(), left()];
  given(...paid)
    .when(cancel)
    .thenRefusedUnder('V23', 'money-not-refunded');
  given(...paid, refunded())
    .when(cancel)
    .then(event('TicketCancelled', { reason: '客户撤回', openFindings: [] }));
});
