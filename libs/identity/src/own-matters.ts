import { Forbidden, type Instant } from '@app/kernel';

/**
 * What is anybody's own: their case, statement and appeal, their figures and notices, and the steps that their
 * phone still holds, with the files that belong to them. It is all that is left to whoever is dismissed until
 * the term of appeal is over, and to whoever was removed from the post that was their only role.
 */
export const ownMatters: ReadonlySet<string> = new Set([
  'read-standing',
  'read-cases',
  'read-appraisal',
  'hear-employee',
  'file-appeal',
  'confirm-report',
  'read-own-notices',
  'acknowledge-notice',
  'send-steps',
  'store-file',
  'change-password',
]);

/** The refusal of everything else. */
export function dismissed(): Forbidden {
  return new Forbidden('dismissed', {
    zh: '您已被解雇：申诉期内只能查看本人案件、数字和通知，陈述、申诉，并补报手机中尚存的步骤',
    en: 'you were dismissed: until the term of appeal is over you may see your own case, figures and notices, be heard, appeal, and send the steps that your phone still holds',
  });
}

/**
 * A step that somebody has done is taken after their dismissal too, if they did it before.
 *
 * @throws Forbidden `done-after-dismissal`
 */
export function doneBeforeDismissal(occurredAt: Instant, dismissedAt: Instant | undefined): void {
  if (dismissedAt === undefined || occurredAt <= dismissedAt) return;
  throw new Forbidden('done-after-dismissal', {
    zh: '该步骤发生于解雇之后',
    en: 'the step was done after the dismissal',
  });
}
