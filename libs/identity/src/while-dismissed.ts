import { Forbidden, type Instant } from '@app/kernel';

/**
 * What is left to whoever is dismissed until the term of appeal is over: their own case and appeal, and the
 * steps that their phone still holds, with the files that belong to them.
 */
export const whileDismissed: ReadonlySet<string> = new Set([
  'read-standing',
  'hear-employee',
  'file-appeal',
  'send-steps',
  'store-file',
]);

/** The refusal of everything else. */
export function dismissed(): Forbidden {
  return new Forbidden('dismissed', {
    zh: '您已被解雇：申诉期内只能查看本人案件、陈述和申诉，并补报手机中尚存的步骤',
    en: 'you were dismissed: until the term of appeal is over you may see your own case, be heard, appeal, and send the steps that your phone still holds',
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
