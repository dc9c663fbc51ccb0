import { rule } from '@app/policy';

/** D41: the service centre itself makes its rules: who leads it drafts them, and nobody else. */
export const editionIsDraftedByTheCentre = rule<{ readonly role: string }>(
  'D41',
  'edition-not-drafted-by-the-centre',
  { zh: '由售后服务中心的主管或总经理起草', en: 'a supervisor or the general manager drafts it' },
  ({ role }) => role !== 'supervisor' && role !== 'general-manager',
);
