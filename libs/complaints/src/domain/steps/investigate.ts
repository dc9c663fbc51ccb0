import { enforceOrFind, recordFindings, withdrawFindings } from '@app/findings';
import { byAnEmployee, enforce, partiesOf } from '@app/kernel';
import { happened } from '@app/policy';
import { toldLate } from '@app/policy';
import type {
  AssignInvestigator,
  OfferApology,
  RecordInvestigation,
} from '../complaint.commands.js';
import type { ComplaintEvent } from '../complaint.events.js';
import { complainedOf, type Begun } from '../complaint.state.js';
import { found } from '../found.js';
import { heardOf, notElsewhere, somebodyIsThere, whileOpen } from '../preconditions.js';
import {
  accusedDoesNotInvestigate,
  investigatedByTheAssigned,
} from '../rules/nobody-judges-themself.js';

/** The customer is apologised to earnestly (N13): with that they know that it was received (R7). */
export function offerApology(command: OfferApology, complaint: Begun): ComplaintEvent[] {
  whileOpen(command, complaint);
  somebodyIsThere(complaint);
  const broken = enforceOrFind(command, [found.wordsBeforeAll], heardOf(command, complaint));
  const { complaint: id, round } = complaint;
  const data = { complaint: id, round, ...command.data };
  const offered = happened(command, 'ApologyOffered', data, ['N13', 'R7']);
  const disproved = { rules: [found.apologyBeforeInvestigation], place: { round } };
  return [
    offered,
    ...recordFindings(command, complaint, broken, { round }),
    ...withdrawFindings(command, complaint, disproved, offered),
  ];
}

/**
 * Somebody who is not complained of is to find out what happened; who is assigned later takes the place of
 * whoever was before. Findings name nobody: they would say who investigates.
 */
export function assignInvestigator(
  command: AssignInvestigator,
  complaint: Begun,
): ComplaintEvent[] {
  whileOpen(command, complaint);
  byAnEmployee(command);
  const { employee: investigator } = command.data;
  const accused = complainedOf(complaint);
  enforce([accusedDoesNotInvestigate], { people: [investigator], accused });
  if (complaint.investigator === investigator) return [];
  notElsewhere(complaint);
  const { complaint: id, round } = complaint;
  const duties = [found.wordsBeforeAll, found.apologyBeforeInvestigation];
  const broken = enforceOrFind(command, duties, heardOf(command, complaint));
  const data = { complaint: id, round, investigator };
  return [
    happened(command, 'InvestigatorAssigned', data, ['R9']),
    ...recordFindings(command, complaint, broken, { round }),
  ];
}

/** What was found out, by whoever was assigned; told late, also by whoever was then. */
export function recordInvestigation(
  command: RecordInvestigation,
  complaint: Begun,
): ComplaintEvent[] {
  whileOpen(command, complaint);
  const { investigator, assigned: all } = complaint;
  const now = investigator === undefined ? [] : [investigator];
  const assigned = toldLate(command) ? [...now, ...all] : now;
  enforce([investigatedByTheAssigned], { people: partiesOf(command.actor), assigned });
  const duties = [found.apologyBeforeInvestigation];
  const broken = enforceOrFind(command, duties, heardOf(command, complaint));
  const { complaint: id, round } = complaint;
  const data = { complaint: id, round, ...command.data };
  return [
    happened(command, 'ComplaintInvestigated', data, ['R9']),
    ...recordFindings(command, complaint, broken, { round }),
  ];
}
