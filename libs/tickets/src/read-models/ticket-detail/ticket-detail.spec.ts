import { describe, expect, test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { rowsOf } from '@app/projections/src/testing/given-events.js';
import type { TicketEvent } from '../../contract.js';
import {
  collected,
  collectedInCash,
  handedOver,
  labourLogged,
  labourQuote,
  partConsumed,
  quoteSigned,
  refunded,
  waived,
} from '../../testing/on-site.past.js';
import {
  arrived,
  cancelled,
  closed,
  excused,
  faultAnalysed,
  fileReviewed,
  found,
  left,
  opened,
  productReturned,
  productTakenIn,
  reopened,
  repaired,
  rescheduled,
  resolved,
  scheduled,
} from '../../testing/past.js';
import { clockSet, clocksSet } from '../../testing/clocks.past.js';
import {
  at,
  event,
  HOTLINE,
  LI_WEI,
  span,
  SUPERVISOR,
  TICKET,
} from '../../testing/ticket.builders.js';
import { ticketDetail } from './ticket-detail.projection.js';

const given = (...events: TicketEvent[]) =>
  rowsOf(ticketDetail, recorded(`ticket-${TICKET}`, events)).get(TICKET);

const signature = {
  name: '孙丽',
  role: 'customer' as const,
  signedAt: at('10:40'),
  image: 'a'.repeat(64),
};

describe("a ticket's detail", () => {
  test('begins with the call, and who took it', () => {
    const row = given(opened());
    expect(row).toMatchObject({ ticket: TICKET, version: 1, position: '1' });
    expect(row?.detail).toMatchObject({
      status: 'open',
      landmark: '人民公园东门',
      opened: { at: at('08:00'), by: HOTLINE },
      visits: [],
      agreement: null,
    });
  });

  test('has the version of the stream after every event of it', () => {
    const studied = given(opened(), fileReviewed(), faultAnalysed());
    expect(studied?.version).toBe(3);
    expect(studied?.detail).toMatchObject({ fileReview: { visit: 1 }, analysis: { visit: 1 } });
  });

  test('has the deadline last set for each clock [B2]', () => {
    const other = clockSet('restoration', { terms: 'C-2026-7', minutes: 360 });
    const { detail } = given(opened(), ...clocksSet, other)!;
    expect(detail.deadlines).toMatchObject({
      response: { due: at('10:00'), terms: 'default' },
      restoration: { due: at('14:00'), terms: 'C-2026-7', minutes: 360, verdict: 'running' },
    });
    expect(detail.earlierDeadlines).toEqual([]);
  });

  test('a visit ends when the last of them leaves', () => {
    const alone = (time: '10:30' | '11:20') =>
      event('TechnicianLeft', { visit: 1, technician: 'wang-fang' }, time);
    const leftAt = (...leaving: ReturnType<typeof left>[]) =>
      given(opened(), scheduled(), arrived(), ...leaving)?.detail.visits[0]?.leftAt;
    expect(leftAt(left(), alone('11:20'))).toBe(at('11:20'));
    expect(leftAt(left(), alone('10:30'))).toBe(at('11:00'));
    expect(leftAt(alone('10:30'))).toBeNull();
  });

  test('lists the steps of a visit in order, each with its time, its person and what it says', () => {
    const visit = given(opened(), scheduled(), arrived(), repaired(), left())?.detail.visits[0];
    expect(visit).toMatchObject({ progress: 'left', arrivedAt: at('09:30'), leftAt: at('11:00') });
    expect(visit?.steps.map(({ step }) => step)).toEqual([
      'VisitScheduled',
      'TechnicianArrived',
      'RepairCompleted',
      'TechnicianLeft',
    ]);
    expect(visit?.steps[2]).toMatchObject({
      by: LI_WEI,
      at: at('10:30'),
      version: 4,
      data: { testResult: '出风 12 度' },
    });
  });

  test('keeps the steps of different visits apart', () => {
    const visits = given(opened(), scheduled(), scheduled({ visit: 2 }), arrived('09:30', 2))
      ?.detail.visits;
    expect(visits?.map(({ steps }) => steps.length)).toEqual([1, 2]);
  });

  test('follows a visit to its new time', () => {
    const window = span('15:00', '17:00');
    expect(given(opened(), scheduled(), rescheduled(window))?.detail.visits[0]).toMatchObject({
      window,
    });
  });

  test('has the quote signed last, what was collected and its receipt [V17] [V23]', () => {
    const quote = labourQuote('128.00');
    const visit = given(
      opened(),
      scheduled(),
      event('ChargeAcknowledged', { visit: 1, quote, total: '128.00', signature }, '10:00'),
      event(
        'ChargeCollected',
        { visit: 1, amount: '128.00', method: 'wechat', collectedBy: LI_WEI.id },
        '10:50',
      ),
      event('ReceiptIssued', { visit: 1, number: 'R-1', amount: '128.00' }, '10:55'),
    )?.detail.visits[0];
    expect(visit?.charge).toEqual({
      quote,
      total: '128.00',
      due: ['128.00'],
      collected: [{ at: at('10:50'), by: LI_WEI, amount: '128.00', method: 'wechat' }],
      receipts: [{ number: 'R-1', amount: '128.00' }],
      waivers: [],
      refunds: [],
      handovers: [],
      demands: [],
    });
    expect(visit?.signatures).toEqual([{ ...signature, under: 'quote' }]);
  });

  test('has hours and parts as they have been set right [R10] [R12]', () => {
    const visit = given(
      opened(),
      scheduled(),
      labourLogged('09:50', '10:20'),
      partConsumed({ entry: 2 }),
      event(
        'PartWithdrawn',
        {
          visit: 1,
          entry: 2,
          technician: 'li-wei',
          before: { sku: 'CAP-35', quantity: 2 },
          reason: '没有用上',
        },
        '10:30',
      ),
    )?.detail.visits[0];
    expect(visit?.entries).toEqual([
      {
        entry: 1,
        kind: 'labour',
        technician: 'li-wei',
        at: at('10:20'),
        changedAt: at('10:20'),
        withdrawn: false,
        workType: '维修',
        span: span('09:50', '10:20'),
        hours: '0.50',
      },
      {
        entry: 2,
        kind: 'part',
        technician: 'li-wei',
        at: at('10:10'),
        changedAt: at('10:30'),
        withdrawn: true,
        sku: 'CAP-35',
        quantity: 2,
      },
    ]);
    expect(visit?.money.work).toEqual([{ entry: 1, hours: '0.50', seconds: 1800 }]);
  });

  test('has what was handed over of it, demanded and kept [D40]', () => {
    const of = { visit: 1, employee: LI_WEI.id };
    const [collectedAt, demandedAt] = [at('10:46'), at('16:00')];
    const demand = event('MoneyDemanded', { ...of, amount: '80.00', collectedAt }, demandedAt);
    const found = event('MoneyKept', { ...of, amount: '70.00', demandedAt }, '18:00');
    const past = [opened(), scheduled(), collectedInCash(), demand, handedOver('110.00')];
    const charge = (...events: TicketEvent[]) => given(...events)?.detail.visits[0]?.charge;
    const demanded = { at: demandedAt, employee: LI_WEI.id, amount: '80.00' };
    expect(charge(...past)).toMatchObject({
      handovers: [{ employee: LI_WEI.id, amount: '110.00' }],
      demands: [{ ...demanded, kept: null }],
    });
    expect(charge(...past, found)?.demands).toEqual([{ ...demanded, kept: '70.00' }]);
  });

  test('has what was waived, given back and is still owed [V23]', () => {
    const money = [quoteSigned('500.00'), collected('200.00'), waived('100.00'), refunded('50.00')];
    const detail = given(opened(), scheduled(), ...money)?.detail;
    expect(detail).toMatchObject({
      owed: '200.00',
      visits: [
        {
          money: {
            charged: '500.00',
            waived: '100.00',
            collected: '200.00',
            refunded: '50.00',
          },
          charge: {
            waivers: [{ amount: '100.00', reason: '客户等候两周' }],
            refunds: [{ amount: '50.00', receipt: 'TK-1' }],
          },
        },
      ],
    });
    expect(given(opened(), scheduled(), ...money, cancelled())?.detail.owed).toBe('0.00');
  });

  test('has the signature under the service record, with what it says [V22]', () => {
    const record = 'd'.repeat(64);
    const data = { visit: 1, signature, satisfaction: 5 as const, record };
    const signed = event('ServiceRecordSigned', data, '10:45');
    expect(given(opened(), scheduled(), signed)?.detail.visits[0]).toMatchObject({
      satisfaction: 5,
      signatures: [{ under: 'service-record', image: signature.image }],
    });
  });

  test('has findings with their review', () => {
    const findings = given(
      opened(),
      scheduled(),
      found(1, 'V21', 'site-not-cleaned'),
      excused(1, 'V21'),
    )?.detail.findings;
    expect(findings).toMatchObject([
      {
        finding: 1,
        article: 'V21',
        status: 'excused',
        review: { by: SUPERVISOR, words: '客户要求' },
      },
    ]);
  });

  test('tells of a finding when it was recorded, not when it happened', () => {
    const recordedAt = at('18:00', 2);
    const events = recorded(`ticket-${TICKET}`, [
      opened(),
      scheduled(),
      found(1, 'V21', 'site-not-cleaned'),
    ]).map((each) => ({ ...each, recordedAt }));
    const row = rowsOf(ticketDetail, events).get(TICKET);
    expect(row?.detail.findings[0]).toMatchObject({ recordedAt });
  });

  test('shows what is in custody, and what went back to whom [V18]', () => {
    const taken = [opened(), scheduled(), productTakenIn()];
    expect(given(...taken)?.detail.custody).toMatchObject([
      { product: 'AC-778', custodySlip: 'CS-1', photos: [], returned: null },
    ]);
    expect(given(...taken, productReturned())?.detail.custody).toMatchObject([
      { returned: { receivedBy: '孙丽' } },
    ]);
  });

  test('tells how it ended, and that it began anew', () => {
    expect(given(opened(), resolved(), closed())?.detail).toMatchObject({
      status: 'closed',
      resolution: { summary: '更换电容，恢复制冷' },
    });
    expect(given(opened(), resolved(), closed(), reopened())?.detail).toMatchObject({
      status: 'open',
      resolution: null,
      closed: null,
      reopenings: [{ reason: '故障再次出现' }],
    });
    expect(given(opened(), cancelled())?.detail).toMatchObject({
      cancellation: { reason: '客户撤回' },
    });
  });
});
