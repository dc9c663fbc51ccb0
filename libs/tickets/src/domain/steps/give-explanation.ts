import { recordDeeds } from '@app/findings';
import { broken, Invalid } from '@app/kernel';
import { happened, type ArticleId } from '@app/policy';
import { found } from '../ticket/found.js';
import { aboutVisit, atWork, sinceArrival } from '../visit/visit.preconditions.js';
import type { GiveExplanation } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import type { ExplanationSubject } from '../ticket/ticket.values.js';

/** Which article asks for an explanation of what: V17 has the fee stressed and a foreign cause told. */
const ARTICLES: Record<ExplanationSubject, readonly ArticleId[]> = {
  discrepancy: ['V14'],
  fee: ['V14', 'V17'],
  cause: ['V14', 'V17'],
  usage: ['V14', 'V16'],
  question: ['V14', 'V15'],
};

/**
 * The customer is told and advised (V14), of what is public (V15), in words that they know (V16). Of
 * what was taken along, more turns up in the workshop, and is explained when it does (V18).
 *
 * @throws Invalid `nothing-explained`, pointing at `/explanation`
 */
export function giveExplanation(command: GiveExplanation, ticket: Ticket): readonly TicketEvent[] {
  const { data } = command;
  const { open, visit } = there(command, ticket);
  if ((data.explanation ?? data.advice) === undefined) {
    throw new Invalid(
      'nothing-explained',
      { zh: '须写明解释或建议的内容', en: 'it must say what was explained or advised' },
      '/explanation',
    );
  }
  const rules = [found.secretsAreKept, found.publicQuestionsAreAnswered, found.plainWordsAreUsed];
  return [
    happened(command, 'ExplanationGiven', data, ARTICLES[data.subject]),
    ...recordDeeds(command, open, broken(rules, data), aboutVisit(visit, command)),
  ];
}

/** At the customer's, or wherever they are told of what was taken along, until the paper is complete. */
function there(command: GiveExplanation, ticket: Ticket): ReturnType<typeof atWork> {
  const found = sinceArrival(command, ticket);
  return found.visit.firstAt.ProductTakenIn === undefined ? atWork(command, ticket) : found;
}
