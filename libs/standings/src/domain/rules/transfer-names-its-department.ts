import { rule, type ArticleId } from '@app/policy';
import type { Measure } from '../edition/clause.js';
import type { PersonThen } from '../case/facts.js';

/** D19, D34: 调离: to which other department must be said with the decision. */
export const transferNamesItsDepartment = (article: ArticleId) =>
  rule<{
    readonly measures: readonly Measure[];
    readonly transfer?: { readonly department: PersonThen['department'] };
    readonly department: PersonThen['department'];
  }>(
    article,
    'transfer-without-department',
    {
      zh: '调离须指明调往的另一部门',
      en: 'a transfer names the other department that it leads to',
    },
    ({ measures, transfer, department }) =>
      measures.includes('transfer') && (!transfer || transfer.department === department),
  );
