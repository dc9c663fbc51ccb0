import { rule } from '@app/policy';
import type { ExplanationGiven } from '../ticket/ticket.events.js';

/** V15: what is public gets a clear and positive answer. */
export const publicQuestionsAreAnswered = rule<
  Pick<ExplanationGiven['data'], 'confidential' | 'declined'>
>(
  'V15',
  'public-question-declined',
  {
    zh: '属于公开范围的问题未予答复',
    en: 'a question on a public matter was declined',
  },
  ({ confidential, declined }) => !confidential && declined,
);
