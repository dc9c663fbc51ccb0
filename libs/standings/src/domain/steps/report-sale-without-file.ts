import { enforce } from '@app/kernel';
import { clauseIfInForce } from '../case/clause-if-in-force.js';
import type { Facts } from '../case/facts.js';
import { dismissedTakeNoFurtherActs } from '../rules/dismissed-take-no-further-acts.js';
import type { ReportSaleWithoutFile } from '../standing.commands.js';
import type { StandingEvent } from '../standing.events.js';
import { isDismissed, type Standing } from '../standing.state.js';
import { opened } from './open-case.js';

const D25 = { article: 'D25', clause: 'no-customer-file' } as const;

/**
 * D25: goods were sold to somebody of whom there was no customer file when the day of the sale was over: a
 * case of whoever sold them, to be verified; one for a slip, however many goods stand on it.
 *
 * @throws Refused D7: they were dismissed
 */
export function reportSaleWithoutFile(
  command: ReportSaleWithoutFile,
  standing: Standing,
): readonly StandingEvent[] {
  const { slip: matter, at: happenedAt } = command.data;
  const { known } = command;
  const inForce = clauseIfInForce(D25, known);
  const isReported = standing.cases.some(
    ({ opened: { article, matter: of } }) => article === D25.article && of === matter,
  );
  if (!inForce || known.file === 'on-file' || isReported) return [];
  enforce([dismissedTakeNoFurtherActs], { dismissed: known.dismissed || isDismissed(standing) });
  const facts: Facts = {
    ...D25,
    facts: `销售单 ${matter} 的客户当日没有建立客户档案 / no customer file was there by the end of the day for the customer of sale ${matter}`,
    matter,
    happenedAt,
    evidence: [],
  };
  return [opened(command, standing, { facts, ...inForce, known })];
}
