import { mayBeFound } from '@app/findings';
import { adviceIsGiven } from '../rules/advice-is-given.js';
import { appointmentIsKept } from '../rules/appointment-is-kept.js';
import { arrivesNotTooEarly } from '../rules/arrives-not-too-early.js';
import { arrivesWhenExpected } from '../rules/arrives-when-expected.js';
import { badgeIsWorn } from '../rules/badge-is-worn.js';
import { barcodeIsOnFile } from '../rules/barcode-is-on-file.js';
import { belongingsAreLeftAlone } from '../rules/belongings-are-left-alone.js';
import { calledOffVisitIsNotMade } from '../rules/called-off-visit-is-not-made.js';
import { cardIsLeft } from '../rules/card-is-left.js';
import { causeIsExplained } from '../rules/cause-is-explained.js';
import { changeIsAnnounced } from '../rules/change-is-announced.js';
import { changeIsRecordedInTime } from '../rules/change-is-recorded-in-time.js';
import { changeIsToldInTime } from '../rules/change-is-told-in-time.js';
import { cleaningFollowsTheWork } from '../rules/cleaning-follows-the-work.js';
import { companyApologises } from '../rules/company-apologises.js';
import { consentComesBeforeWork } from '../rules/consent-comes-before-work.js';
import { consentIsForThisCall } from '../rules/consent-is-for-this-call.js';
import { copyFollowsTheSignature } from '../rules/copy-follows-the-signature.js';
import { copyFollowsTheWork } from '../rules/copy-follows-the-work.js';
import { credentialsAreShown } from '../rules/credentials-are-shown.js';
import { customerAgreesToTakeIn } from '../rules/customer-agrees-to-take-in.js';
import { customerCopyIsHandedOver } from '../rules/customer-copy-is-handed-over.js';
import { customerFileWasReviewed } from '../rules/customer-file-was-reviewed.js';
import { customerGetsCustodySlip } from '../rules/customer-gets-custody-slip.js';
import { customerIsAskedAboutFault } from '../rules/customer-is-asked-about-fault.js';
import { customerIsContent } from '../rules/customer-is-content.js';
import { customerIsGreeted } from '../rules/customer-is-greeted.js';
import {
  arrivesOutsideRestHours,
  resumesOutsideRestHours,
  worksOutsideRestHours,
} from '../rules/customer-is-not-disturbed.js';
import { customerSigns } from '../rules/customer-signs.js';
import { customersHoursAreAsked } from '../rules/customers-hours-are-asked.js';
import { delayIsApologisedFor } from '../rules/delay-is-apologised-for.js';
import { delayIsExplained } from '../rules/delay-is-explained.js';
import { discrepancyIsAcknowledged } from '../rules/discrepancy-is-acknowledged.js';
import { discrepancyIsAnswered } from '../rules/discrepancy-is-answered.js';
import { discrepancyIsExplained } from '../rules/discrepancy-is-explained.js';
import { discrepancyIsNoted } from '../rules/discrepancy-is-noted.js';
import { entitlementIsChecked } from '../rules/entitlement-is-checked.js';
import { entitlementIsOfTheProduct } from '../rules/entitlement-is-of-the-product.js';
import { entitlementIsTheCustomers } from '../rules/entitlement-is-the-customers.js';
import { entitlementStandsOnceWorkStarted } from '../rules/entitlement-stands-once-work-started.js';
import { externalCauseIsExplained } from '../rules/external-cause-is-explained.js';
import { externalCauseIsNoted } from '../rules/external-cause-is-noted.js';
import { externalCauseIsSigned } from '../rules/external-cause-is-signed.js';
import { externalRepairHasItsCause } from '../rules/external-repair-has-its-cause.js';
import { farewellFollowsTheWork } from '../rules/farewell-follows-the-work.js';
import { farewellIsMade } from '../rules/farewell-is-made.js';
import { faultWasAnalysed } from '../rules/fault-was-analysed.js';
import { giverOfTheProductSigns } from '../rules/giver-of-the-product-signs.js';
import { greetingComesFirst } from '../rules/greeting-comes-first.js';
import { handOverIsRecordedBeforeUse } from '../rules/hand-over-is-recorded-before-use.js';
import { integrityIsInspected } from '../rules/integrity-is-inspected.js';
import { interruptionIsApologisedFor } from '../rules/interruption-is-apologised-for.js';
import { neededPartsArePacked } from '../rules/needed-parts-are-packed.js';
import { neededToolsArePacked } from '../rules/needed-tools-are-packed.js';
import { noGiftIsTaken } from '../rules/no-gift-is-taken.js';
import { customerIsTreatedCourteously } from '../rules/customer-is-treated-courteously.js';
import { customersRoomsAreRespected } from '../rules/customers-rooms-are-respected.js';
import { nobodyGossips } from '../rules/nobody-gossips.js';
import { nothingIsForgotten } from '../rules/nothing-is-forgotten.js';
import { nothingIsKnockedOver } from '../rules/nothing-is-knocked-over.js';
import { oneVisitAtATime } from '../rules/one-visit-at-a-time.js';
import { noticeIsRecordedInTime } from '../rules/notice-is-recorded-in-time.js';
import { documentIsAskedForFirst } from '../rules/document-is-asked-for-first.js';
import { partIsInDate } from '../rules/part-is-in-date.js';
import { partIsUsedOnce } from '../rules/part-is-used-once.js';
import { documentIsOnFile } from '../rules/document-is-on-file.js';
import { partsAreInHand } from '../rules/parts-are-in-hand.js';
import { partsAreListed } from '../rules/parts-are-listed.js';
import { plainWordsAreUsed } from '../rules/plain-words-are-used.js';
import { productIsInspectedFirst } from '../rules/product-is-inspected-first.js';
import { publicQuestionsAreAnswered } from '../rules/public-questions-are-answered.js';
import { quietHoursAreKept } from '../rules/quiet-hours-are-kept.js';
import { receiverIsTheCustomers } from '../rules/receiver-is-the-customers.js';
import { receiverOfTheProductSigns } from '../rules/receiver-of-the-product-signs.js';
import { receiverSignsThemself } from '../rules/receiver-signs-themself.js';
import { respondsInTime } from '../rules/responds-in-time.js';
import { responsiblePersonsAreAsked } from '../rules/responsible-persons-are-asked.js';
import { restoresInTime } from '../rules/restores-in-time.js';
import { secretsAreKept } from '../rules/secrets-are-kept.js';
import { signatureIsItsOwn } from '../rules/signature-is-its-own.js';
import { siteIsCleaned } from '../rules/site-is-cleaned.js';
import { somethingIsSigned } from '../rules/something-is-signed.js';
import { technicianIntroducesThemself } from '../rules/technician-introduces-themself.js';
import { technicianIsInOnePlace } from '../rules/technician-is-in-one-place.js';
import { technicianStaysWhereShown } from '../rules/technician-stays-where-shown.js';
import { thingsAreHandledGently } from '../rules/things-are-handled-gently.js';
import { toolsAreInHand } from '../rules/tools-are-in-hand.js';
import { toolsAreListed } from '../rules/tools-are-listed.js';
import { uniformIsWorn } from '../rules/uniform-is-worn.js';
import { workHasStarted } from '../rules/work-has-started.js';
import { workResumesInWorkingHours } from '../rules/work-resumes-in-working-hours.js';
import { ofMoney } from './found-of-money.js';

/**
 * The rules whose breaking is written down on the ticket, for a supervisor to review. Those that are
 * guards as well (`enforceOrFind`) refuse what is told in time: they are duties, which are found
 * where they are told late. What cannot be at all stands in no such list.
 */
export const found = mayBeFound({
  ...ofMoney,
  adviceIsGiven,
  appointmentIsKept,
  arrivesNotTooEarly,
  arrivesOutsideRestHours,
  arrivesWhenExpected,
  badgeIsWorn,
  belongingsAreLeftAlone,
  calledOffVisitIsNotMade,
  cardIsLeft,
  causeIsExplained,
  changeIsAnnounced,
  changeIsRecordedInTime,
  changeIsToldInTime,
  cleaningFollowsTheWork,
  companyApologises,
  consentComesBeforeWork,
  consentIsForThisCall,
  copyFollowsTheSignature,
  copyFollowsTheWork,
  credentialsAreShown,
  customerAgreesToTakeIn,
  customerCopyIsHandedOver,
  customerFileWasReviewed,
  customerGetsCustodySlip,
  customerIsAskedAboutFault,
  customerIsContent,
  customerIsGreeted,
  customerSigns,
  customersHoursAreAsked,
  delayIsApologisedFor,
  delayIsExplained,
  discrepancyIsAcknowledged,
  discrepancyIsAnswered,
  discrepancyIsExplained,
  discrepancyIsNoted,
  entitlementIsChecked,
  entitlementStandsOnceWorkStarted,
  externalCauseIsExplained,
  externalCauseIsNoted,
  externalCauseIsSigned,
  externalRepairHasItsCause,
  farewellFollowsTheWork,
  farewellIsMade,
  faultWasAnalysed,
  giverOfTheProductSigns,
  greetingComesFirst,
  handOverIsRecordedBeforeUse,
  integrityIsInspected,
  interruptionIsApologisedFor,
  neededPartsArePacked,
  neededToolsArePacked,
  noGiftIsTaken,
  customerIsTreatedCourteously,
  customersRoomsAreRespected,
  nobodyGossips,
  nothingIsForgotten,
  nothingIsKnockedOver,
  oneVisitAtATime,
  noticeIsRecordedInTime,
  documentIsAskedForFirst,
  partIsInDate,
  partIsUsedOnce,
  documentIsOnFile,
  barcodeIsOnFile,
  entitlementIsOfTheProduct,
  entitlementIsTheCustomers,
  partsAreInHand,
  partsAreListed,
  plainWordsAreUsed,
  productIsInspectedFirst,
  publicQuestionsAreAnswered,
  quietHoursAreKept,
  receiverIsTheCustomers,
  receiverOfTheProductSigns,
  receiverSignsThemself,
  responsiblePersonsAreAsked,
  respondsInTime,
  restoresInTime,
  resumesOutsideRestHours,
  secretsAreKept,
  signatureIsItsOwn,
  siteIsCleaned,
  somethingIsSigned,
  technicianIntroducesThemself,
  technicianIsInOnePlace,
  technicianStaysWhereShown,
  thingsAreHandledGently,
  toolsAreInHand,
  toolsAreListed,
  uniformIsWorn,
  workHasStarted,
  workResumesInWorkingHours,
  worksOutsideRestHours,
});
