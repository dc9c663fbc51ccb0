import { Invalid, type Bilingual } from '@app/kernel';
import { happened } from '@app/policy';
import { everOn } from '../visit/crew.js';
import { withMoney } from '../visit/visit.preconditions.js';
import type { StateEarners } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/**
 * Who earned the extra service of a visit, in which proportion, and of which parts it was made (D30).
 * Stated anew, it takes the place of what was stated before, also after a share was paid.
 *
 * @throws Invalid `earner-twice`, `earner-not-on-visit`, `no-such-part`, pointing at the item
 */
export function stateEarners(command: StateEarners, ticket: Ticket): readonly TicketEvent[] {
  const { open, visit } = withMoney(command, ticket);
  const { earners, parts } = command.data;
  const crew = everOn(visit);
  earners.forEach(({ employee }, index) => {
    const pointer = `/earners/${index}/employee`;
    if (earners.findIndex((each) => each.employee === employee) !== index)
      throw invalid('earner-twice', pointer, {
        zh: `${employee} 列了两次`,
        en: `${employee} is named twice`,
      });
    if (!crew.includes(employee))
      throw invalid('earner-not-on-visit', pointer, {
        zh: `${employee} 没有参加这次上门`,
        en: `${employee} was not on this visit`,
      });
  });
  (parts ?? []).forEach((number, index) => {
    const isMeant = open.entries.some(
      ({ entry, kind, visit: of, withdrawn }) =>
        entry === number && kind === 'part' && of === visit.visit && !withdrawn,
    );
    if (!isMeant)
      throw invalid('no-such-part', `/parts/${index}`, {
        zh: `这次上门没有第 ${number} 项配件`,
        en: `entry ${number} is no part of this visit`,
      });
  });
  const stated = {
    visit: visit.visit,
    earners: earners.map(({ employee }) => employee),
    weights: earners.map(({ weight }) => weight),
    ...(parts && { parts }),
  };
  return [happened(command, 'EarnersStated', stated, ['D30'])];
}

function invalid(code: string, pointer: string, says: Bilingual): Invalid {
  return new Invalid(code, says, pointer);
}
