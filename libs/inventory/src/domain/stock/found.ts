import { mayBeFound } from '@app/findings';
import { costlyIssueIsApproved } from './rules/costly-issue-is-approved.js';
import { costlyScrapIsAManagers } from './rules/costly-scrap-is-a-managers.js';

/** The rules of stock whose breaking is written down where it is told only afterwards. */
export const found = mayBeFound({ costlyIssueIsApproved, costlyScrapIsAManagers });
