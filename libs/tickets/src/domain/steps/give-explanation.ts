import { recordDeeds } from '@app/findings';
import { broken } from '@app/kernel';
import { happened, type ArticleId } from '@app/policy';
import { found } from '../ticket/found.js';
import { aboutVisit, atWork } from '../visit/visit.preconditions.js';
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

/** The customer is told and advised (V14), of what is public (V15), in words that they know (V16). */
export function giveExplanation(command: GiveExplanation, ticket: Ticket): readonly TicketEvent[] {
  const { data } = command;
  const { open, visit } = atWork(command, ticket);
  const rules = [found.secretsAreKept, found.publicQuestionsAreAnswered, found.plainWordsAreUsed];
  return [
    happened(command, 'ExplanationGiven', data, ARTICLES[data.subject]),
    ...recordDeeds(command, open, broken(rules, data), aboutVisit(visit, command)),
  ];
}
