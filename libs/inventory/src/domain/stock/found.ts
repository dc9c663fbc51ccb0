import { mayBeFound } from '@app/findings';
import { costlyIssueIsApproved } from './rules/costly-issue-is-approved.js';
import { issueIsRecordedBeforeUse } from './rules/issue-is-recorded-before-use.js';
import { materialComesBackFromWhoeverLeaves } from './rules/material-comes-back-from-whoever-leaves.js';
import { movementIsToldBeforeCount } from './rules/movement-is-told-before-count.js';
import { reservedIsForItsOwner } from './rules/reserved-is-for-its-owner.js';
import { expiredLotIsNotHandedOut } from './rules/expired-lot-is-not-handed-out.js';
import { costlyScrapIsAManagers } from './rules/costly-scrap-is-a-managers.js';

/** The rules of stock whose breaking is written down where it is told only afterwards. */
export const found = mayBeFound({
  costlyIssueIsApproved,
  costlyScrapIsAManagers,
  expiredLotIsNotHandedOut,
  issueIsRecordedBeforeUse,
  materialComesBackFromWhoeverLeaves,
  movementIsToldBeforeCount,
  reservedIsForItsOwner,
});
