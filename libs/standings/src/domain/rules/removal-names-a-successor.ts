import { rule, type ArticleId } from '@app/policy';
import type { Measure } from '../edition/clause.js';
import type { KnownSuccessor } from '../standing.commands.js';

/** D20, D35: 解职: those whom the supervisor led, and what waits for them, pass to a named successor. */
export const removalNamesASuccessor = (article: ArticleId) =>
  rule<{ readonly measures: readonly Measure[]; readonly successor?: KnownSuccessor }>(
    article,
    'removal-without-successor',
    {
      zh: '解职须指定接任者：在职主管，且不是本人或其下属',
      en: 'a removal from post names a successor: an active supervisor, neither the same person nor below them',
    },
    ({ measures, successor }) =>
      measures.includes('removal') && !(successor?.leads && !successor.below),
  );
