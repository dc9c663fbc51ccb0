import { rule } from '@app/policy';
import { takesForNothing, type Collection } from '../visit/collection.js';

/** V23: once a visit is over, only what was done is charged; where nothing of the quote was done, nothing. */
export const workDoneIsCharged = rule<Collection>(
  'V23',
  'nothing-done-to-charge',
  {
    zh: '报价中的项目一项也没有做，无可收费',
    en: 'nothing of the quote was done, and nothing can be charged',
    whenFound: {
      zh: '报价中的项目一项也没有做，仍已收费',
      en: 'money was collected though nothing of the quote was done',
    },
  },
  takesForNothing,
);
