import { expect, test } from '@jest/globals';
import * as site from '../../testing/on-site.past.js';
import { POLICY_HOURS, POLICY_TERMS } from '../../testing/intake.js';
import { command, givenFor, HOTLINE, inBatch, LI_WEI } from '../../testing/ticket.builders.js';
import { ticketDecider } from '../ticket/ticket.decider.js';
import type { NumberUse } from '../number/number.stream.js';

const given = givenFor(ticketDecider.decide);
const visit = 1;
const before = [...site.onSite, site.tampered()];

/** What comes of a discrepancy that is signed with an image, sent afterwards by a device. */
function signedLate(signatureUse: NumberUse, stamp = false) {
  const signature = { ...site.SIGNATURE, ...(stamp && { stamp }) };
  const known = signatureUse && { signatureUse };
  const sign = command('AcknowledgeDiscrepancy', { visit, signature }, '10:05', { known });
  return given(...before)
    .when(inBatch(sign))
    .events();
}

const repeat = {
  finding: 1,
  article: 'V22',
  code: 'signature-used-before',
  visit,
  person: LI_WEI.id,
};

test('[V22] an image that stands under something else is stored when told late, and found', () => {
  for (const ticket of ['T-2026-0001', 'T-9']) {
    expect(signedLate({ ticket, visit })).toMatchObject([
      { type: 'DiscrepancyAcknowledged' },
      { type: 'FindingRecorded', data: repeat },
    ]);
  }
});

test('[V22] a new image, and a stamp that was one before, are in order', () => {
  const stored = [{ type: 'DiscrepancyAcknowledged' }];
  expect(signedLate(undefined)).toMatchObject(stored);
  expect(signedLate(undefined, true)).toMatchObject(stored);
  const asStamp = signedLate({ ticket: 'T-9', stamp: true }, true);
  expect(asStamp).toHaveLength(1);
});

test('[V22] a signature that is used as a stamp is found, and so is a stamp used as a signature', () => {
  expect(signedLate({ ticket: 'T-9' }, true)).toMatchObject([{}, { data: repeat }]);
  expect(signedLate({ ticket: 'T-9', stamp: true })).toMatchObject([{}, { data: repeat }]);
});

test('[N12] [V22] the signature of a customer who came in person is stored too, and found of who asked for it', () => {
  const call = command(
    'OpenTicket',
    {
      ticket: 'T-2026-0001',
      source: 'walk-in',
      fault: '空调不制冷',
      name: '孙丽',
      phone: '13800000001',
      address: '人民路 8 号',
      landmark: null,
      signature: site.SIGNATURE,
    },
    '10:05',
    {
      by: HOTLINE,
      known: {
        defaultQuietHours: POLICY_HOURS,
        sla: POLICY_TERMS,
        signatureUse: { ticket: 'T-9' },
      },
    },
  );
  const [opened, finding] = given().when(inBatch(call)).events();
  expect(opened).toMatchObject({ type: 'TicketOpened', data: { signature: site.SIGNATURE } });
  const { visit: _, ...ofTicket } = repeat;
  expect(finding?.data).toEqual({ ...ofTicket, person: HOTLINE.id });
});
