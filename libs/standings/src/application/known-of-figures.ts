import type { Contexts } from '@app/event-store';
import { monthsOf } from '../domain/case/figures.js';
import { targetOf } from '../domain/edition/clause.js';
import {
  approved,
  clauseNamed,
  DOCUMENT_2,
  editionStreams,
} from '../domain/edition/edition-line.js';
import type { KnownOfFigures } from '../domain/figures/figures.commands.js';
import type { OfStanding } from '../domain/standing.commands.js';
import { standingStreams } from '../domain/standing.state.js';

/** What must be known to set targets of an employee's year: what was judged by them. */
export async function knownOfFigures(
  { data: { employee, year } }: { readonly data: OfStanding },
  contexts: Contexts,
): Promise<KnownOfFigures> {
  const [line, { evaluated }] = await Promise.all([
    contexts.read(editionStreams, { line: DOCUMENT_2 }),
    contexts.read(standingStreams, { employee, year }),
  ]);
  const texts = approved(line).map(({ text }) => text);
  const judged = Object.entries(evaluated).flatMap(([period, by]) => {
    const clauses = by.flatMap(({ clause }) =>
      texts.flatMap((text) => clauseNamed(text, clause) ?? []),
    );
    const targets = [...new Set(clauses.map(targetOf))];
    return targets.flatMap((of) => monthsOf(period).map((month) => ({ of, month, period })));
  });
  return { judged };
}
