import { enforce, NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { callerIsIdentified } from '../rules/caller-is-identified.js';
import { INTAKE_FIELDS, pick, type Intake } from '../ticket/intake.js';
import type { CorrectIntake } from '../ticket/intake.commands.js';
import { landmarkOf } from '../ticket/landmark.js';
import { inOrder } from '../ticket/order-of-steps.js';
import { requireUnclosedTicket } from '../ticket/preconditions.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/** What the call was put down as is set right (N12); what it said before stays in the history. */
export function correctIntake(command: CorrectIntake, ticket: Ticket): readonly TicketEvent[] {
  const known = requireUnclosedTicket(ticket);
  inOrder(command, known);
  const { reason, landmark, ...said } = command.data;
  const asked = { ...said, ...(landmark !== undefined && { landmark: landmarkOf(landmark) }) };
  const changed = INTAKE_FIELDS.filter(
    (field) => asked[field] !== undefined && asked[field] !== known.intake[field],
  );
  if (changed.length === 0) {
    throw new NotPossible('nothing-corrected', {
      zh: '更正前后的内容相同',
      en: 'this is what the ticket says already',
    });
  }
  const corrected: Partial<Intake> = pick(asked, changed);
  enforce([callerIsIdentified], { ...known.intake, ...corrected });
  const before: Partial<Intake> = pick(known.intake, changed);
  return [happened(command, 'IntakeCorrected', { ...corrected, before, reason }, ['N12'])];
}
