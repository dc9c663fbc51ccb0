import { fen } from '@app/kernel';
import { happened } from '@app/policy';
import { clauseIfInForce } from '../case/clause-if-in-force.js';
import type { RecordShortage } from '../standing.commands.js';
import type { StandingEvent } from '../standing.events.js';
import { evolve } from '../standing.evolve.js';
import type { Standing } from '../standing.state.js';
import { caseOfShortage, D22 } from './judge-shortage.js';

/**
 * What was missing of the goods in a sales representative's charge, and nobody explained, is kept; where it
 * is huge or repeated by the edition's thresholds, of shortages that no case has had yet, it makes a case.
 * Below them there is no act (D22). Whose fault it is, is what is verified. Where the count turns out
 * otherwise, so does its case.
 *
 * @throws Refused D7, D8 as `openCase`
 */
export function recordShortage(
  command: RecordShortage,
  standing: Standing,
): readonly StandingEvent[] {
  const { stocktake, amount } = command.data;
  const inForce = clauseIfInForce(D22, command.known);
  if (!inForce) return [];
  const said = standing.shortages?.find((each) => each.stocktake === stocktake);
  if (fen(said?.amount ?? '0.00') === fen(amount)) return [];
  const recorded = happened(command, 'ShortageRecorded', command.data, ['D22']);
  return [recorded, ...caseOfShortage(command, evolve(standing, recorded), inForce)];
}
