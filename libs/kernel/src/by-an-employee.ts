import { Forbidden } from './errors.js';
import type { Actor } from './message.js';

/**
 * Where one person has to act after another, whoever acts is an employee: a user who is none may be
 * anybody, and whose part they take cannot be seen. No employee's id has a colon.
 *
 * @throws Forbidden `not-an-employee`
 */
export function byAnEmployee({ actor }: { readonly actor: Actor }): void {
  if (!actor.id.includes(':')) return;
  throw new Forbidden('not-an-employee', {
    zh: '须由员工处理，此账号不属于任何员工',
    en: 'an employee does this; this user is none',
  });
}
