import { Forbidden, type Actor } from '@app/kernel';

/** Whether the employee whom it is about does it, and nobody in their place. */
export function isOwn(
  { actor }: { readonly actor: Actor },
  { employee }: { readonly employee: string },
): boolean {
  return actor.id === employee && actor.onBehalfOf === undefined;
}

/**
 * What is done to a case for the employee is done by those who judge cases.
 *
 * @throws Forbidden `judges-only`
 */
export function whoJudges({ actor }: { readonly actor: Actor }): void {
  if (actor.role === 'supervisor' || actor.role === 'general-manager') return;
  throw new Forbidden('judges-only', {
    zh: '由本人或主管、总经理办理',
    en: 'the employee does this, or a supervisor or the general manager',
  });
}
