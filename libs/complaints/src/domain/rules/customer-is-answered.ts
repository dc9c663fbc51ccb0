import { rule } from '@app/policy';

/** R9: an answer says what was found; before all points are judged there is none to give. */
export const judgedBeforeAnswer = rule<{ readonly judged: boolean }>(
  'R9',
  'answered-before-judged',
  {
    zh: '各点尚未查明认定，不得答复',
    en: 'there is no answer before each point is upheld or rejected',
    whenFound: { zh: '尚未认定即已答复', en: 'the customer was answered before it was judged' },
  },
  ({ judged }) => !judged,
);

/** R9: no complaint ends without an answer, unless nobody is there to get one, or wants one. */
export const notClosedUnanswered = rule<{ readonly end: string | undefined }>(
  'R9',
  'closed-without-answer',
  {
    zh: '未答复客户，不得结案',
    en: 'a complaint is not closed without an answer to the customer',
  },
  ({ end }) => end === undefined,
);

/** R9: what was offered is taken or declined by the customer before the complaint ends. */
export const remediesAreSettled = rule<{
  readonly remedies: readonly { readonly status: string }[];
}>(
  'R9',
  'remedy-open',
  {
    zh: '所提出的补救办法客户尚未接受或拒绝',
    en: 'what was offered is neither accepted nor declined yet',
  },
  ({ remedies }) => remedies.some(({ status }) => status === 'proposed'),
);
