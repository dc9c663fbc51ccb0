import { plainAccount } from '@app/audit/src/words/index.js';
import { findingSentences } from '@app/findings/src/account/index.js';
import type { ComplaintEvent } from '../domain/complaint.events.js';
import { found } from '../domain/found.js';
import { customerSentences } from './customer-sentences.js';
import { houseSentences } from './house-sentences.js';
import { termSentences } from './term-sentences.js';

/** A complaint told in plain words. */
export const complaintAccount = plainAccount<ComplaintEvent>(
  { ...customerSentences, ...houseSentences, ...termSentences, ...findingSentences(found) },
  ['employee', 'points.employee', 'person', 'investigator'],
);
