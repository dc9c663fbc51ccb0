import { plusMinutes } from '@app/kernel';
import {
  at,
  DISPATCHER,
  HOTLINE,
  LI_WEI,
  span,
  SUPERVISOR,
} from '../../testing/ticket.builders.js';
import type { TicketRecord } from '../account.js';
import { beforeTheVisit } from './before-the-visit.js';
import { recorder } from './recorder.js';

const happened = [...beforeTheVisit];
const hotline = recorder(happened, HOTLINE);
const dispatcher = recorder(happened, DISPATCHER);
const technician = recorder(happened, LI_WEI);
const supervisor = recorder(happened, SUPERVISOR);

const signature = {
  name: '孙丽',
  role: 'customer' as const,
  signedAt: at('11:20'),
  image: 'a'.repeat(64),
};

technician('09:10', 'TechnicianDeparted', { visit: 1 });
technician(
  '09:10',
  'FindingRecorded',
  { finding: 2, article: 'V6', code: 'file-not-reviewed', visit: 1, person: LI_WEI.id },
  ['V6'],
);
technician('10:20', 'TechnicianArrived', { visit: 1 }, ['V7']);
technician(
  '10:20',
  'FindingRecorded',
  { finding: 3, article: 'V7', code: 'late-arrival', visit: 1, person: LI_WEI.id },
  ['V7'],
);
technician('10:21', 'CustomerGreeted', { visit: 1, introduced: true, credentialsShown: true }, [
  'V8',
]);
technician(
  '10:23',
  'EntitlementChecked',
  {
    visit: 1,
    by: 'document',
    reference: 'W-2023-118',
    entitlement: { kind: 'chargeable', reference: 'W-2023-118' },
  },
  ['V11'],
);
technician('10:24', 'ConsentGiven', { visit: 1, by: '孙丽' }, ['V11']);
technician(
  '10:28',
  'IntegrityInspected',
  { visit: 1, partsComplete: true, tamperingSigns: false, photos: ['b'.repeat(64)] },
  ['V13'],
);
technician(
  '10:30',
  'ExplanationGiven',
  {
    visit: 1,
    subject: 'fee',
    advice: '已过保修期，本次维修收费',
    confidential: false,
    declined: false,
    customerUnfamiliar: true,
    plainWords: true,
  },
  ['V14', 'V17'],
);
technician(
  '10:32',
  'ChargeAcknowledged',
  {
    visit: 1,
    quote: {
      lines: [
        { item: 'labour', amount: '80.00', basis: 'out-of-cover' },
        { item: 'parts', amount: '48.00', basis: 'out-of-cover' },
      ],
    },
    total: '128.00',
    signature,
  },
  ['V17'],
);
technician('10:35', 'WorkStarted', { visit: 1 }, ['R10']);
technician(
  '11:10',
  'PartConsumed',
  { visit: 1, entry: 1, technician: LI_WEI.id, sku: 'CAP-35', quantity: 1, serial: 'C-7781' },
  ['R12'],
);
technician(
  '11:10',
  'LabourLogged',
  {
    visit: 1,
    entry: 2,
    technician: LI_WEI.id,
    workType: '更换电容',
    span: span('10:35', '11:10'),
    hours: '0.58',
  },
  ['R10'],
);
technician(
  '11:12',
  'RepairCompleted',
  { visit: 1, cause: 'no-fault', testResult: '出风 12 度', restored: true, photos: [] },
  ['R10'],
);
technician('11:15', 'SiteCleaned', { visit: 1 }, ['V21']);
technician(
  '11:20',
  'ServiceRecordSigned',
  { visit: 1, signature, satisfaction: 4, suggestions: '来前请打电话', record: 'c'.repeat(64) },
  ['V22'],
);
technician(
  '11:22',
  'ChargeCollected',
  { visit: 1, amount: '128.00', method: 'wechat', collectedBy: LI_WEI.id },
  ['V23'],
);
technician('11:23', 'ReceiptIssued', { visit: 1, number: 'S-0042', amount: '128.00' }, ['V23']);
technician(
  '11:25',
  'FarewellMade',
  { visit: 1, responsiblePersonsAsked: true, customerContent: true },
  ['V26'],
);
technician('11:26', 'TechnicianLeft', { visit: 1 }, ['R10']);
technician('11:40', 'VisitCompleted', { visit: 1, openFindings: [1, 2, 3] }, ['R10']);
dispatcher(
  '15:00',
  'TicketResolved',
  { summary: '更换电容，恢复制冷', outcome: 'restored', givenUp: [], openFindings: [1, 2, 3] },
  ['R10'],
);
supervisor('16:00', 'FindingUpheld', { finding: 1, article: 'V4' }, ['V4', 'R13']);
supervisor('16:01', 'FindingExcused', { finding: 2, article: 'V6', reason: '同一客户上周刚去过' }, [
  'V6',
  'R13',
]);
supervisor('16:02', 'FindingUpheld', { finding: 3, article: 'V7', remark: '应提前打电话' }, [
  'V7',
  'R13',
]);
dispatcher('16:10', 'TicketClosed', { findings: [1, 2, 3] }, ['R10']);
hotline(
  at('10:00', 7),
  'FollowUpMade',
  { channel: 'phone', sampled: true, satisfied: true, answer: '一切正常' },
  ['R6'],
);

/** What was recorded when the technician had a signal again, from the basement on. */
const offline = { from: at('10:24'), until: at('11:15'), sentAt: at('11:19') };

/** One ticket from the call to the follow-up: late, chargeable, and partly recorded from a basement. */
export const fullTicket: readonly TicketRecord[] = happened.map((each, index) => {
  const inBasement = each.occurredAt >= offline.from && each.occurredAt <= offline.until;
  const recordedAt = inBasement ? offline.sentAt : plusMinutes(each.occurredAt, 0.05);
  return { ...each, version: index + 1, recordedAt };
});
