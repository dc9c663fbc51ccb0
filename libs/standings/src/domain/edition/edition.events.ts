import { eventTable, none, type DomainEvent, type Instant } from '@app/kernel';
import { policy, type ServiceSettings } from '@app/policy';
import type { EditionText } from './edition.js';

/* These names and shapes are stored for ever; a change of shape is a new schema version. */

/** `edition` is the version by which everything that it judges names it. */
export type EditionDrafted = DomainEvent<
  'EditionDrafted',
  { readonly edition: string; readonly text: EditionText }
>;
/** Of the service settings, whole. */
export type SettingsDrafted = DomainEvent<
  'SettingsDrafted',
  { readonly edition: string; readonly settings: ServiceSettings }
>;
export type EditionApproved = DomainEvent<
  'EditionApproved',
  { readonly edition: string; readonly inForceFrom: Instant }
>;
export type EditionEvent = EditionDrafted | SettingsDrafted | EditionApproved;

/** One, for the samples of what is stored. */
export const editionSample: EditionText = {
  points: {
    commendation: 1,
    merit: 3,
    'major-merit': 9,
    warning: -1,
    demerit: -3,
    'major-demerit': -9,
  },
  meritsToMajor: 3,
  demeritsToMajor: 3,
  majorsToDismissal: 3,
  order: 'convert-then-offset',
  hearingDays: 3,
  appealDays: 10,
  clauses: [
    {
      article: 'D23',
      clause: 'discord',
      says: { zh: '泄漏职务机密', en: 'secrets were leaked' },
      department: 'sales',
      trigger: 'report',
      verified: true,
      period: 'month',
      thresholds: {
        profit: '100000.00',
        months: 12,
        atLeast: 120,
        below: 150,
        periods: 3,
        shortage: '10000.00',
        shortages: 3,
        share: 20,
      },
      outcomes: [{ measures: ['major-demerit'] }, { measures: ['dismissal'], grave: true }],
      absolute: true,
    },
  ],
};

const { version: _version, inForceFrom: _inForceFrom, ...settings } = policy;

export const editionEvents = eventTable<EditionEvent>(
  {
    EditionDrafted: { edition: '2026.1', text: editionSample },
    SettingsDrafted: { edition: '2027.1', settings },
    EditionApproved: { edition: '2026.1', inForceFrom: '2026-03-02T01:00:00.000Z' },
  },
  none('EditionDrafted', 'SettingsDrafted', 'EditionApproved'),
);
