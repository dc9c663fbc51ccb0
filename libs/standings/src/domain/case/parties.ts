import { Forbidden, type Actor } from '@app/kernel';

export { partiesOf } from '@app/kernel';

/**
 * Whoever verifies, hears or decides is an employee: whose part another user takes cannot be seen. No
 * employee's id has a colon.
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
