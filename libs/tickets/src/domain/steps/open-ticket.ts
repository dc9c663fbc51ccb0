import { enforce, Invalid, NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { clocksFor, deadlineSet } from '../clocks/setting.js';
import { callerIsIdentified } from '../rules/caller-is-identified.js';
import { landmarkIsAskedFor } from '../rules/landmark-is-asked-for.js';
import { requireKnownSite } from '../ticket/known-site.js';
import { landmarkOf } from '../ticket/landmark.js';
import { signedInTime } from '../visit/signature-time.js';
import type { OpenTicket } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/** The call is taken down and its clocks start: from the call, not from when it was typed in (B2). What the caller says goes before what the site's file says. */
export function openTicket(command: OpenTicket, ticket: Ticket): readonly TicketEvent[] {
  const { data, known } = command;
  if (ticket.status !== 'none') {
    throw new NotPossible('ticket-exists', {
      zh: '工单已存在',
      en: 'the ticket was opened before',
    });
  }
  const site = requireKnownSite(data, known.site);
  const { name = '', phone = '', address = '', landmark } = { ...site, ...stated(data) };
  enforce([callerIsIdentified, landmarkIsAskedFor], { name, phone, address, landmark });
  signedAtTheCounter(command);
  const opened = {
    ...data,
    emergency: data.source === 'emergency',
    name,
    phone,
    address,
    landmark: landmarkOf(landmark),
    quietHours: known.site?.quietHours ?? known.defaultQuietHours,
  };
  return [
    happened(command, 'TicketOpened', opened, ['N12']),
    ...clocksFor({ lineFault: true, ...data }, known.sla).map((clock) =>
      deadlineSet(command, clock, known.sla, { round: 1, from: command.occurredAt }),
    ),
  ];
}

/** N12.4: who comes in person may be asked to sign; nobody else is there to. */
function signedAtTheCounter({ data, ...command }: OpenTicket): void {
  const { source, signature } = data;
  if (!signature) return;
  if (source !== 'walk-in') {
    throw new Invalid(
      'nobody-there-to-sign',
      { zh: '只有来访的客户能当场签名', en: 'only a customer who came in person can sign' },
      '/signature',
    );
  }
  signedInTime({ ...command, data: { signature } }, undefined);
}

/** What the caller said of themself, without what was left out. */
function stated({ name, phone, address, landmark }: OpenTicket['data']) {
  return Object.fromEntries(
    Object.entries({ name, phone, address, landmark }).filter(([, value]) => value !== undefined),
  ) as Pick<OpenTicket['data'], 'name' | 'phone' | 'address' | 'landmark'>;
}
