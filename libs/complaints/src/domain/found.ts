import { mayBeFound } from '@app/findings';
import { answeredInTime, acknowledgedInTime } from './rules/terms-are-kept.js';
import { apologyBeforeInvestigation, wordsBeforeAll } from './rules/customer-is-heard-first.js';
import { judgedBeforeAnswer } from './rules/customer-is-answered.js';
import { withinAuthority } from './rules/granted-within-authority.js';

/** What is written down of a complaint where it could not be prevented any more. */
export const found = mayBeFound({
  acknowledgedInTime,
  answeredInTime,
  wordsBeforeAll,
  apologyBeforeInvestigation,
  judgedBeforeAnswer,
  withinAuthority,
});
