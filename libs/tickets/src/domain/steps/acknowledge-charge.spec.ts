import { Invalid, type LocalTime } from '@app/kernel';
import { describe, expect, test } from '@jest/globals';
import { left, repaired } from '../../testing/past.js';
import {
  CHARGEABLE,
  collected,
  consented,
  entitled,
  inspected,
  labourQuote,
  onSite,
  quoteSigned,
  SIGNATURE,
  working,
} from '../../testing/on-site.past.js';
import type { AcknowledgeCharge } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { ChargeBasis } from '../ticket/ticket.values.js';
import { at, command, event, givenFor, LI_WEI, SUPERVISOR } from '../../testing/ticket.builders.js';
import { acknowledgeCharge } from './acknowledge-charge.js';

const given = givenFor(acknowledgeCharge);
const signed = (labour: string, parts: string, time: LocalTime = '10:00') => ({
  visit: 1,
  quote: {
    lines: [
      { item: 'labour' as const, what: '检修', amount: labour, basis: 'extra-service' as const },
      { item: 'parts' as const, what: '配件', amount: parts, basis: 'extra-service' as const },
    ],
  },
  signature: { ...SIGNATURE, signedAt: at(time) },
});

test('[V17] the customer signs what labour and parts will cost together', () => {
  given(...onSite)
    .when(command('AcknowledgeCharge', signed('80.00', '45.50'), '10:05'))
    .then(event('ChargeAcknowledged', { ...signed('80.00', '45.50'), total: '125.50' }));
});

describe('[B2] after the warranty', () => {
  const basis = 'out-of-cover' as const;
  const quote = (labour: string, parts: string) => ({
    visit: 1,
    quote: {
      lines: [
        { item: 'labour' as const, hours: '1.50', amount: labour, basis },
        { item: 'parts' as const, sku: 'CAP', quantity: 2, amount: parts, basis },
        { item: 'call-out' as const, amount: '500.00', basis },
      ],
    },
    signature: { ...SIGNATURE, signedAt: at('10:00') },
  });
  const charge = (labour: string, parts: string, time: LocalTime = '10:05') => ({
    ...command('AcknowledgeCharge', quote(labour, parts), time),
    known: { costs: [undefined, '24.00', undefined] },
  });
  const chargeable = [...onSite, entitled(CHARGEABLE), consented(), inspected()];

  test('each line of the quote says what its amount comes from', () => {
    const [signed] = given(...chargeable)
      .when(charge('90.00', '24.00'))
      .events();
    expect(signed?.data).toMatchObject({
      total: '614.00',
      quote: {
        lines: [
          { amount: '90.00', origin: { from: 'labour-fee', perHour: '60.00', most: '90.00' } },
          { amount: '24.00', origin: { from: 'stock-cost', most: '24.00' } },
          { amount: '500.00' },
        ],
      },
    });
    expect(signed).not.toHaveProperty('data.quote.lines.2.origin');
  });

  test.each([
    ['90.01', '24.00'],
    ['90.00', '24.01'],
  ])('refuses parts above their cost and work above its fee: %s, %s', (labour, parts) => {
    given(...chargeable)
      .when(charge(labour, parts))
      .thenRefusedUnder('B2', 'charged-above-cost');
  });

  test('less may be asked for, and what was signed and is told late is found', () => {
    expect(
      given(...chargeable)
        .when(charge('0.01', '0.01'))
        .events(),
    ).toHaveLength(1);
    const late = { ...charge('90.01', '24.00'), receivedAt: at('16:00') };
    expect(
      given(...chargeable)
        .when(late)
        .events(),
    ).toMatchObject([
      { type: 'ChargeAcknowledged' },
      { type: 'FindingRecorded', data: { article: 'B2', code: 'charged-above-cost' } },
    ]);
  });
});

test('[V17] a higher amount is signed anew, also after leaving', () => {
  const higher = signed('180.00', '45.50', '11:20');
  given(...working, quoteSigned('125.50'), left())
    .when(command('AcknowledgeCharge', higher, '11:30'))
    .then(event('ChargeAcknowledged', { ...higher, total: '225.50' }));
});

test.each<[string, LocalTime]>([
  ['as the last', '10:00'],
  ['before the last', '09:59'],
])('[V17] refuses a new quote that was signed %s', (_, time) => {
  given(...working, quoteSigned('125.50'))
    .when(command('AcknowledgeCharge', signed('180.00', '45.50', time), '10:30'))
    .thenRefusedUnder('V17', 'quote-not-signed-anew');
});

test('[V17] refuses a quote that was signed before the technician came', () => {
  given(...onSite)
    .when(command('AcknowledgeCharge', signed('80.00', '45.50', '09:29'), '09:45'))
    .thenRefusedUnder('V17', 'quote-not-signed-anew');
});

test('[V17] refuses a signature that is said to come after the step', () => {
  given(...onSite)
    .when(command('AcknowledgeCharge', signed('80.00', '45.50', '09:48'), '09:45'))
    .thenThrows(Invalid, 'signed-ahead');
});

test('[V23] refuses a quote below what was collected, whoever asks', () => {
  given(...working, quoteSigned('180.00'), collected('120.00'))
    .when(
      command('AcknowledgeCharge', signed('119.99', '0.00', '10:20'), '10:30', { by: SUPERVISOR }),
    )
    .thenRefusedUnder('V23', 'quote-below-collected');
});

test('[V23] after the repair, a technician does not lower what is due', () => {
  const lower = signed('179.99', '0.00', '10:40');
  given(...working, quoteSigned('180.00'), repaired())
    .when(command('AcknowledgeCharge', lower, '10:45', { by: LI_WEI }))
    .thenRefusedUnder('V23', 'quote-lowered-without-supervisor');
  given(...working, quoteSigned('180.00'), repaired())
    .when(command('AcknowledgeCharge', lower, '10:45', { by: SUPERVISOR }))
    .then(event('ChargeAcknowledged', { ...lower, total: '179.99' }, '10:45', SUPERVISOR));
});

test('[V23] before the repair, a lower quote is signed as any other', () => {
  const lower = signed('80.00', '0.00', '10:10');
  given(...working, quoteSigned('180.00'))
    .when(command('AcknowledgeCharge', lower, '10:15'))
    .then(event('ChargeAcknowledged', { ...lower, total: '80.00' }));
});

test('[V17] a quote may be signed as the technician comes in', () => {
  const atOnce = signed('80.00', '0.00', '09:30');
  given(...onSite)
    .when(command('AcknowledgeCharge', atOnce, '09:45'))
    .then(event('ChargeAcknowledged', { ...atOnce, total: '80.00' }));
});

test('[V23] a quote may come down to what was collected', () => {
  const same = signed('120.00', '0.00', '10:20');
  given(...working, quoteSigned('180.00'), collected('120.00'))
    .when(command('AcknowledgeCharge', same, '10:30'))
    .then(event('ChargeAcknowledged', { ...same, total: '120.00' }));
});

test.each(['180.00', '180.01'])(
  '[V23] after the repair, a technician may have %s signed again',
  (labour) => {
    const again = signed(labour, '0.00', '10:40');
    given(...working, quoteSigned('180.00'), repaired())
      .when(command('AcknowledgeCharge', again, '10:45'))
      .then(event('ChargeAcknowledged', { ...again, total: labour }));
  },
);

test('[V23] a first quote after the repair lowers nothing', () => {
  const first = signed('80.00', '0.00', '10:40');
  given(...working, repaired())
    .when(command('AcknowledgeCharge', first, '10:45'))
    .then(event('ChargeAcknowledged', { ...first, total: '80.00' }));
});

/** As a device tells it in the evening. */
const inTheEvening = (data: AcknowledgeCharge['data'], time: LocalTime) => ({
  ...command('AcknowledgeCharge', data, time),
  receivedAt: at('18:00'),
});

const charging = (basis: ChargeBasis) => ({
  visit: 1,
  quote: labourQuote('80.00', basis),
  signature: { ...SIGNATURE, signedAt: at('10:00') },
});

interface Wrong {
  readonly article: string;
  readonly code: string;
  readonly past: readonly TicketEvent[];
  readonly data: AcknowledgeCharge['data'];
  readonly time: LocalTime;
}

test.each<Wrong>([
  {
    ...{ article: 'B2', code: 'cover-bears-it', past: working },
    ...{ data: charging('out-of-cover'), time: '10:05' },
  },
  {
    ...{ article: 'V23', code: 'free-without-cover', time: '10:05' },
    past: [...onSite, entitled(CHARGEABLE), consented(), inspected()],
    data: charging('covered'),
  },
  {
    ...{ article: 'V17', code: 'external-charge-without-cause', past: working },
    ...{ data: charging('external-cause'), time: '10:05' },
  },
  {
    ...{ article: 'V23', code: 'quote-below-collected', time: '10:30' },
    past: [...working, quoteSigned('180.00'), collected('120.00')],
    data: signed('119.99', '0.00', '10:20'),
  },
  {
    ...{ article: 'V23', code: 'quote-lowered-without-supervisor', time: '10:45' },
    past: [...working, quoteSigned('180.00'), repaired()],
    data: signed('179.99', '0.00', '10:40'),
  },
])(
  '[$article] what was signed all the same is kept when it is told late, and found: $code',
  ({ article, code, past, data, time }) => {
    given(...past)
      .when(command('AcknowledgeCharge', data, time))
      .thenRefusedUnder(article, code);
    const told = given(...past).when(inTheEvening(data, time));
    expect(told.events()).toMatchObject([
      { type: 'ChargeAcknowledged', data },
      { type: 'FindingRecorded', articles: [article], data: { code } },
    ]);
  },
);
