import { NotPossible } from '@app/kernel';
import { test } from '@jest/globals';
import * as past from '../../testing/past.js';
import { onSite } from '../../testing/on-site.past.js';
import { command, event, givenFor, HOTLINE, LI_WEI } from '../../testing/ticket.builders.js';
import type { ConductKind } from '../ticket/ticket.values.js';
import { reportConductIncident } from './report-conduct-incident.js';

const given = givenFor(reportConductIncident);
const incident = (kind: ConductKind) => ({
  visit: 1,
  kind,
  description: '打翻花瓶',
  reportedBy: '孙丽',
  photos: [],
});
const report = (kind: ConductKind, time = '10:00') =>
  command('ReportConductIncident', incident(kind), time, { by: HOTLINE });
const remark = '打翻花瓶';

test.each([
  ['V9', 'moved-about'],
  ['V10', 'gift-taken'],
  ['V10', 'belongings-touched'],
  ['V10', 'gossip'],
  ['V20', 'damage'],
  ['V9', 'rooms-disrespected'],
  ['V20', 'things-forgotten'],
  ['V20', 'knocked-over'],
  ['V3', 'rudeness'],
] as const)('[%s] %s is a finding, whoever reports it', (article, kind) => {
  given(...onSite)
    .when(report(kind))
    .then(
      event('ConductIncidentRecorded', { ...incident(kind), technician: LI_WEI.id }),
      past.found(1, article, kind, { remark }),
    );
});

test('[V20] an incident that is heard of after the visit is a finding too', () => {
  given(...onSite, past.left(), past.visitCompleted())
    .when(report('damage', '18:00'))
    .then(
      event('ConductIncidentRecorded', { ...incident('damage'), technician: LI_WEI.id }),
      past.found(1, 'V20', 'damage', { remark }),
    );
});

test('[V20] a second incident of a kind is a second finding, even when the first was excused', () => {
  given(...onSite, past.found(1, 'V20', 'damage'), past.excused(1, 'V20'))
    .when(report('damage'))
    .then(
      event('ConductIncidentRecorded', { ...incident('damage'), technician: LI_WEI.id }),
      past.found(2, 'V20', 'damage', { remark }),
    );
});

test('nobody misbehaves at a customer’s where nobody has been', () => {
  given(past.opened(), past.scheduled())
    .when(report('gossip'))
    .thenThrows(NotPossible, 'not-arrived');
});

test('[R10] a closed ticket takes what is reported afterwards', () => {
  given(...onSite, past.left(), past.resolved(), past.closed())
    .when(report('damage', '18:00'))
    .then(
      event('ConductIncidentRecorded', { ...incident('damage'), technician: LI_WEI.id }),
      past.found(1, 'V20', 'damage', { remark }),
    );
});

const along = event('TechnicianAdded', { visit: 1, technician: 'wu-di' }, '08:30');
const gone = event(
  'TechnicianRemoved',
  { visit: 1, technician: 'wu-di', reason: '另有急修' },
  '10:00',
);
const byWuDi = { ...incident('damage'), technician: 'wu-di' };
const reportOf = (technician: string) =>
  command('ReportConductIncident', { ...byWuDi, technician }, '11:00', { by: HOTLINE });

test('[V20] the finding is against whoever it was, also when they are on the visit no more', () => {
  for (const crew of [[along], [along, gone]]) {
    given(...onSite, ...crew)
      .when(reportOf('wu-di'))
      .then(
        event('ConductIncidentRecorded', byWuDi),
        past.found(1, 'V20', 'damage', { remark, person: 'wu-di' }),
      );
  }
});

test('[V20] nobody answers for a visit that they were never on', () => {
  given(...onSite)
    .when(reportOf('wu-di'))
    .thenThrows(NotPossible, 'technician-not-on-visit');
});
