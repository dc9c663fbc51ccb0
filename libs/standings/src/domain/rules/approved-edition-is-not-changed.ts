import { rule } from '@app/policy';

/** D42: what was approved is changed by a new edition, which is approved as well. */
export const approvedEditionIsNotChanged = rule<{ readonly inForceFrom?: string } | undefined>(
  'D42',
  'edition-already-approved',
  {
    zh: '该版本已批准，不得更改；请另拟新版本',
    en: 'the edition was approved and is not changed; draft a new one',
  },
  (edition) => edition?.inForceFrom !== undefined,
);
