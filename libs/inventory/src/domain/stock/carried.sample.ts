import type { StockState } from './stock.books.js';

const of = { sku: 'CAP-35', place: 'main' };
const slip = 'S-1';
const at = '2026-03-02T01:00:00.000Z';
const lots = [{ lot: 'L-2603', thousandths: 1000, expires: '2027-03-31' }];

/** The books of a material at a place with all that they may hold, as they are stored. */
export const carriedSample: StockState = {
  ...of,
  thousandths: 2000,
  value: '24.00',
  lots,
  dates: [{ lot: 'L-2603', expires: '2027-03-31' }],
  latest: at,
  movements: [
    { at, change: 2000, of: { ticket: 'T-1', entry: 1 }, lots },
    { at, change: 2000, lots, came: { left: at, slip: 'S-0', by: 'he-jun' } },
  ],
  forgotten: at,
  ways: [
    {
      ...{ slip, to: 'hands-li-wei', thousandths: 1000, value: '12.00', issuedAt: at },
      ticket: 'T-1',
      serials: ['SN-1'],
      lots,
      enteredLateBy: 'he-jun',
      serves: [{ slip: 'YL-1', thousandths: 1000 }],
    },
  ],
  handedOut: [{ slip, to: 'hands-li-wei', ticket: 'T-1', at, value: '12.00' }],
  arrived: ['S-0'],
  reservations: [
    {
      slip: 'YL-1',
      thousandths: 1000,
      customer: 'lanting',
      system: 'HT-2025-021',
      ticket: 'T-1',
      priority: 'ordinary',
      since: at,
      until: at,
      ended: true,
    },
  ],
  requests: [
    {
      ...{ slip, to: 'hands-li-wei', thousandths: 1000, by: 'li-wei', enteredBy: 'he-jun' },
      at,
      until: at,
      approved: true,
    },
  ],
  receipts: [
    {
      ...{ slip, thousandths: 2000, unitCost: '12.00', at, later: 1000 },
      lacking: { thousandths: 1000, value: '1.00' },
    },
  ],
  sales: [
    {
      slip,
      thousandths: 1000,
      value: '12.00',
      seller: 'wu-ting',
      at,
      paid: '24.00',
      owed: '2.00',
      lots,
    },
  ],
  uses: [{ ticket: 'T-1', entry: 1, thousandths: 1000, value: '12.00', lots }],
  uncovered: [
    { ticket: 'T-1', visit: 1, entry: 1, serial: 'SN-2', lot: 'L-2603', thousandths: 1000, at },
  ],
  findings: [
    {
      finding: 1,
      article: 'R12',
      code: 'issue-not-approved',
      person: 'he-jun',
      foundAt: at,
      causedBy: ['he-jun'],
      status: 'open',
      judgedBy: [],
    },
  ],
  since: 0,
};

/** What came back of a sale, for less than it was sold. */
export const takenBackSample = {
  seller: 'wu-ting',
  refund: '48.00',
  paid: '50.00',
  reason: '包装破损',
};
