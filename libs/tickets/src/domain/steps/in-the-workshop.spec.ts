import { test } from '@jest/globals';
import { Forbidden, type Actor } from '@app/kernel';
import { specification } from '@app/kernel/src/testing/specification.js';
import { readyToWork, suspended, working } from '../../testing/on-site.past.js';
import * as past from '../../testing/past.js';
import {
  command,
  event,
  inBatch,
  LI_WEI,
  span,
  SUPERVISOR,
  WANG_FANG,
} from '../../testing/ticket.builders.js';
import { ticketDecider } from '../ticket/ticket.decider.js';

/* Li Wei took the air conditioner along at 10:00; Wang Fang of the workshop repairs it. */

const given = specification(ticketDecider);
const broughtIn = [...working, past.productTakenIn(), past.left('10:30')];
const forWangFang: Actor = { ...SUPERVISOR, onBehalfOf: WANG_FANG.id };
const capacitor = { visit: 1, sku: 'CAP-35', quantity: 1 };
const repair = {
  visit: 1,
  cause: 'company-product' as const,
  testResult: '出风 12 度',
  restored: true,
  photos: [],
};

const consume = (by: Actor, time = '14:00', inHand = 1) =>
  command('ConsumePart', capacitor, time, { by, known: { inHand } });
const complete = (by: Actor, time = '15:00') => command('CompleteRepair', repair, time, { by });
const log = (by: Actor, from: string, until: string) =>
  command('LogLabour', { visit: 1, workType: '维修', span: span(from, until) }, '18:00', {
    by,
    known: { logged: [] },
  });
const used = (by: Actor, technician = WANG_FANG.id, time = '14:00') =>
  event('PartConsumed', { ...capacitor, entry: 1, technician }, time, by);
const logged = (by: Actor, technician = WANG_FANG.id) =>
  event(
    'LabourLogged',
    {
      ...{ visit: 1, entry: 1, technician, workType: '维修' },
      ...{ span: span('13:00', '14:30'), hours: '1.50' },
    },
    '18:00',
    by,
  );
const completed = (by: Actor) => event('RepairCompleted', repair, '15:00', by);
const found = (code: string) =>
  event(
    'FindingRecorded',
    { finding: 1, article: 'R12', code, visit: 1, person: WANG_FANG.id, remark: 'CAP-35 × 1' },
    '14:00',
    WANG_FANG,
  );

test('[V18] whoever repairs in the workshop what another brought in uses parts in their own name', () => {
  given(...broughtIn)
    .when(consume(WANG_FANG))
    .then(used(WANG_FANG));
});

test('[V18] [R12] what they had not in their own hands is found of them, not of whoever brought it in', () => {
  given(...broughtIn)
    .when(consume(WANG_FANG, '14:00', 0))
    .thenRefusedUnder('R12', 'part-not-in-hand');
  given(...broughtIn)
    .when(inBatch(consume(WANG_FANG, '14:00', 0)))
    .then(used(WANG_FANG), found('part-not-in-hand'));
});

test('[V18] they begin the work in the workshop, and say how it ended', () => {
  given(...readyToWork, past.productTakenIn('10:00'), past.left('10:30'))
    .when(command('StartWork', { visit: 1 }, '13:00', { by: WANG_FANG }))
    .then(event('WorkStarted', { visit: 1 }, '13:00', WANG_FANG));
  given(...broughtIn)
    .when(complete(WANG_FANG))
    .then(completed(WANG_FANG));
});

test('[V18] what the office enters for them is theirs, and the office’s to answer for', () => {
  given(...broughtIn)
    .when(log(forWangFang, '13:00', '14:30'))
    .then(logged(forWangFang));
  given(...broughtIn)
    .when(consume(forWangFang))
    .then(used(forWangFang));
  given(...broughtIn)
    .when(complete(forWangFang))
    .then(completed(forWangFang));
});

test('[V18] what the office enters for nobody in particular is whoever’s who brought it in', () => {
  const forLiWei = { ...SUPERVISOR, onBehalfOf: LI_WEI.id };
  given(...broughtIn)
    .when(log(SUPERVISOR, '13:00', '14:30'))
    .then(logged(forLiWei, LI_WEI.id));
});

test('[R10] at the customer’s it is the work of those who were there, whoever enters it', () => {
  for (const step of [consume(WANG_FANG, '09:55'), complete(WANG_FANG, '09:55')]) {
    given(...broughtIn)
      .when(inBatch(step))
      .thenThrows(Forbidden, 'not-your-visit');
  }
  given(...working, past.left('10:30'))
    .when(inBatch(complete(WANG_FANG, '10:20')))
    .thenThrows(Forbidden, 'not-your-visit');
  for (const step of [log(forWangFang, '09:51', '09:59'), consume(forWangFang, '09:55')]) {
    given(...broughtIn)
      .when(inBatch(step))
      .thenThrows(Forbidden, 'not-their-visit');
  }
  given(...broughtIn)
    .when(command('CleanSite', { visit: 1 }, '15:00', { by: forWangFang }))
    .thenThrows(Forbidden, 'not-their-visit');
});

test('[V18] [V19] the customer’s rest does not keep the workshop from its parts', () => {
  given(...working, suspended({}, '09:55'), past.productTakenIn(), past.left('10:30'))
    .when(consume(WANG_FANG, '13:00'))
    .then(used(WANG_FANG, WANG_FANG.id, '13:00'));
});

test('[V18] the workshop tells at once what it did, also when the paper of the visit is complete', () => {
  const onPaper = [...broughtIn, past.visitCompleted('10:40')];
  given(...onPaper)
    .when(log(WANG_FANG, '13:00', '14:30'))
    .then(logged(WANG_FANG));
  given(...onPaper)
    .when(consume(WANG_FANG))
    .then(used(WANG_FANG));
  given(...onPaper)
    .when(complete(WANG_FANG))
    .then(completed(WANG_FANG));
});
