import { mayBeFound } from '@app/findings';
import { appointmentIsKept } from '../rules/appointment-is-kept.js';
import {
  arrivesOutsideRestHours,
  resumesOutsideRestHours,
  worksOutsideRestHours,
} from '../rules/customer-is-not-disturbed.js';
import { arrivesWhenExpected } from '../rules/arrives-when-expected.js';
import { arrivesNotTooEarly } from '../rules/arrives-not-too-early.js';
import { badgeIsWorn } from '../rules/badge-is-worn.js';
import { belongingsAreLeftAlone } from '../rules/belongings-are-left-alone.js';
import { cardIsLeft } from '../rules/card-is-left.js';
import { changeIsAnnounced } from '../rules/change-is-announced.js';
import { changeIsToldInTime } from '../rules/change-is-told-in-time.js';
import { chargeIsCollected } from '../rules/charge-is-collected.js';
import { cleaningFollowsTheWork } from '../rules/cleaning-follows-the-work.js';
import { companyApologises } from '../rules/company-apologises.js';
import { copyFollowsTheSignature } from '../rules/copy-follows-the-signature.js';
import { copyFollowsTheWork } from '../rules/copy-follows-the-work.js';
import { credentialsAreShown } from '../rules/credentials-are-shown.js';
import { customerCopyIsHandedOver } from '../rules/customer-copy-is-handed-over.js';
import { customerFileWasReviewed } from '../rules/customer-file-was-reviewed.js';
import { customerIsContent } from '../rules/customer-is-content.js';
import { customerIsGreeted } from '../rules/customer-is-greeted.js';
import { customerSigns } from '../rules/customer-signs.js';
import { customersHoursAreAsked } from '../rules/customers-hours-are-asked.js';
import { delayIsApologisedFor } from '../rules/delay-is-apologised-for.js';
import { delayIsExplained } from '../rules/delay-is-explained.js';
import { discrepancyIsExplained } from '../rules/discrepancy-is-explained.js';
import { externalCauseIsExplained } from '../rules/external-cause-is-explained.js';
import { farewellFollowsTheWork } from '../rules/farewell-follows-the-work.js';
import { farewellIsMade } from '../rules/farewell-is-made.js';
import { faultWasAnalysed } from '../rules/fault-was-analysed.js';
import { feeIsExplained } from '../rules/fee-is-explained.js';
import { interruptionIsApologisedFor } from '../rules/interruption-is-apologised-for.js';
import { noGiftIsTaken } from '../rules/no-gift-is-taken.js';
import { nobodyGossips } from '../rules/nobody-gossips.js';
import { noticeIsRecordedInTime } from '../rules/notice-is-recorded-in-time.js';
import { partsAreListed } from '../rules/parts-are-listed.js';
import { plainWordsAreUsed } from '../rules/plain-words-are-used.js';
import { publicQuestionsAreAnswered } from '../rules/public-questions-are-answered.js';
import { responsiblePersonsAreAsked } from '../rules/responsible-persons-are-asked.js';
import { secretsAreKept } from '../rules/secrets-are-kept.js';
import { siteIsCleaned } from '../rules/site-is-cleaned.js';
import { technicianIntroducesThemself } from '../rules/technician-introduces-themself.js';
import { technicianIsInOnePlace } from '../rules/technician-is-in-one-place.js';
import { technicianStaysWhereShown } from '../rules/technician-stays-where-shown.js';
import { thingsAreHandledGently } from '../rules/things-are-handled-gently.js';
import { toolsAreListed } from '../rules/tools-are-listed.js';
import { uniformIsWorn } from '../rules/uniform-is-worn.js';

/** The rules whose breaking is written down on the ticket, for a supervisor to review. */
export const found = mayBeFound({
  appointmentIsKept,
  arrivesNotTooEarly,
  arrivesOutsideRestHours,
  arrivesWhenExpected,
  badgeIsWorn,
  belongingsAreLeftAlone,
  cardIsLeft,
  changeIsAnnounced,
  changeIsToldInTime,
  chargeIsCollected,
  cleaningFollowsTheWork,
  companyApologises,
  copyFollowsTheSignature,
  copyFollowsTheWork,
  credentialsAreShown,
  customerCopyIsHandedOver,
  customerFileWasReviewed,
  customerIsContent,
  customerIsGreeted,
  customerSigns,
  customersHoursAreAsked,
  delayIsApologisedFor,
  delayIsExplained,
  discrepancyIsExplained,
  externalCauseIsExplained,
  farewellFollowsTheWork,
  farewellIsMade,
  faultWasAnalysed,
  feeIsExplained,
  interruptionIsApologisedFor,
  noGiftIsTaken,
  nobodyGossips,
  noticeIsRecordedInTime,
  partsAreListed,
  plainWordsAreUsed,
  publicQuestionsAreAnswered,
  responsiblePersonsAreAsked,
  resumesOutsideRestHours,
  secretsAreKept,
  siteIsCleaned,
  technicianIntroducesThemself,
  technicianIsInOnePlace,
  technicianStaysWhereShown,
  thingsAreHandledGently,
  toolsAreListed,
  uniformIsWorn,
  worksOutsideRestHours,
});
