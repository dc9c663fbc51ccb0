import type { Actor } from '@app/kernel';
import { rule } from '@app/policy';

/** D40: 上交: money is handed over to somebody, and that one says so, and not whoever had it. */
export const moneyIsReceivedByAnother = rule<{
  readonly employee: string;
  readonly actor: Actor;
}>(
  'D40',
  'received-from-oneself',
  {
    zh: '上交款项须由他人签收',
    en: 'money is received by somebody else than whoever hands it over',
  },
  ({ employee, actor }) => employee === actor.id || employee === actor.onBehalfOf,
);
