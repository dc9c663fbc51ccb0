import { rule, type ArticleId } from '@app/policy';

/** D20, D35: 干部协同部属: somebody who leads others, and who did it with those whom they lead. */
export const supervisorWasWithSubordinates = (article: ArticleId) =>
  rule<{ readonly supervisor: boolean; readonly subordinates: readonly string[] }>(
    article,
    'no-supervisor-with-subordinates',
    {
      zh: '仅适用于协同部属的干部',
      en: 'it applies to a supervisor who did it together with subordinates',
    },
    ({ supervisor, subordinates }) => !supervisor || subordinates.length === 0,
  );
