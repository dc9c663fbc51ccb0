import type { Bilingual } from '@app/kernel';
import { appointmentIsKept } from '../domain/rules/appointment-is-kept.js';
import { arrivesWhenExpected } from '../domain/rules/arrives-when-expected.js';
import { badgeIsWorn } from '../domain/rules/badge-is-worn.js';
import { belongingsAreLeftAlone } from '../domain/rules/belongings-are-left-alone.js';
import { cardIsLeft } from '../domain/rules/card-is-left.js';
import { companyApologises } from '../domain/rules/company-apologises.js';
import { credentialsAreShown } from '../domain/rules/credentials-are-shown.js';
import { customerCopyIsHandedOver } from '../domain/rules/customer-copy-is-handed-over.js';
import { customerFileWasReviewed } from '../domain/rules/customer-file-was-reviewed.js';
import { customerIsContent } from '../domain/rules/customer-is-content.js';
import { customerIsGreeted } from '../domain/rules/customer-is-greeted.js';
import { customerSigns } from '../domain/rules/customer-signs.js';
import { delayIsApologisedFor } from '../domain/rules/delay-is-apologised-for.js';
import { delayIsExplained } from '../domain/rules/delay-is-explained.js';
import { discrepancyIsExplained } from '../domain/rules/discrepancy-is-explained.js';
import { externalCauseIsExplained } from '../domain/rules/external-cause-is-explained.js';
import { farewellIsMade } from '../domain/rules/farewell-is-made.js';
import { faultWasAnalysed } from '../domain/rules/fault-was-analysed.js';
import { feeIsExplained } from '../domain/rules/fee-is-explained.js';
import { noGiftIsTaken } from '../domain/rules/no-gift-is-taken.js';
import { nobodyGossips } from '../domain/rules/nobody-gossips.js';
import { noticeIsRecordedInTime } from '../domain/rules/notice-is-recorded-in-time.js';
import { partsAreListed } from '../domain/rules/parts-are-listed.js';
import { plainWordsAreUsed } from '../domain/rules/plain-words-are-used.js';
import { publicQuestionsAreAnswered } from '../domain/rules/public-questions-are-answered.js';
import { responsiblePersonsAreAsked } from '../domain/rules/responsible-persons-are-asked.js';
import { secretsAreKept } from '../domain/rules/secrets-are-kept.js';
import { siteIsCleaned } from '../domain/rules/site-is-cleaned.js';
import { technicianIntroducesThemself } from '../domain/rules/technician-introduces-themself.js';
import { technicianStaysWhereShown } from '../domain/rules/technician-stays-where-shown.js';
import { thingsAreHandledGently } from '../domain/rules/things-are-handled-gently.js';
import { toolsAreListed } from '../domain/rules/tools-are-listed.js';
import { uniformIsWorn } from '../domain/rules/uniform-is-worn.js';

/** The rules whose breaking is written down as a finding. */
const rules = [
  appointmentIsKept,
  arrivesWhenExpected,
  badgeIsWorn,
  belongingsAreLeftAlone,
  cardIsLeft,
  companyApologises,
  credentialsAreShown,
  customerCopyIsHandedOver,
  customerFileWasReviewed,
  customerIsContent,
  customerIsGreeted,
  customerSigns,
  delayIsApologisedFor,
  delayIsExplained,
  discrepancyIsExplained,
  externalCauseIsExplained,
  farewellIsMade,
  faultWasAnalysed,
  feeIsExplained,
  noGiftIsTaken,
  nobodyGossips,
  noticeIsRecordedInTime,
  partsAreListed,
  plainWordsAreUsed,
  publicQuestionsAreAnswered,
  responsiblePersonsAreAsked,
  secretsAreKept,
  siteIsCleaned,
  technicianIntroducesThemself,
  technicianStaysWhereShown,
  thingsAreHandledGently,
  toolsAreListed,
  uniformIsWorn,
];

const byCode: ReadonlyMap<string, Bilingual> = new Map(rules.map(({ code, says }) => [code, says]));

/** What the rule of a finding says; undefined for a code that is no longer among the rules. */
export function saysOfFinding(code: string): Bilingual | undefined {
  return byCode.get(code);
}
