import { begun } from '@app/audit/src/words/index.js';
import type { Bilingual } from '@app/kernel';
import type { TicketEvent } from '../domain/ticket/ticket.events.js';
import { clockSentences } from './telling/clocks.js';
import { correctionSentences } from './telling/corrections.js';
import { farewellSentences } from './telling/farewell.js';
import { intakeSentences } from './telling/intake.js';
import { onSiteSentences } from './telling/on-site.js';
import { planningSentences } from './telling/planning.js';
import { ticketSentences } from './telling/ticket.js';
import { workSentences } from './telling/work.js';
import { inTheirRole, type SentenceContext, type Sentences } from './sentence-context.js';

/** A sentence for every event that a ticket can hold. */
export const sentences: Sentences<TicketEvent['type']> = {
  ...intakeSentences,
  ...ticketSentences,
  ...clockSentences,
  ...planningSentences,
  ...onSiteSentences,
  ...workSentences,
  ...correctionSentences,
  ...farewellSentences,
};

/** What an event says, in both languages; a type that this software does not know says its name. */
export function sentenceOf(event: TicketEvent, context: SentenceContext): Bilingual {
  const sentence = Object.hasOwn(sentences, event.type)
    ? (sentences[event.type] as (event: TicketEvent, context: SentenceContext) => Bilingual)
    : undefined;
  const told = { ...event, actor: inTheirRole(event, context) };
  const { zh, en } = sentence?.(told, context) ?? { zh: `${event.type}。`, en: `${event.type}.` };
  return { zh, en: begun(en, event.data) };
}
