import { aggregate, changes, internal, onlyOf } from '@app/aggregates';
import { chinese, list, plainAccount, when, where, who } from '@app/audit/src/words/index.js';
import { findingSentences } from '@app/findings/src/account/index.js';
import { appeals, reviews } from '@app/findings/src/http/reviews.js';
import { staff } from '@app/identity';
import { rosterInForce } from './application/roster-in-force.js';
import { emergencyDecider, unknownEmergency } from './domain/emergency.js';
import {
  emergencyEvents,
  type EmergencyEvent,
  type Resolution,
} from './domain/emergency.events.js';
import { emergencyStreams } from './domain/emergency.state.js';
import { found } from './domain/found.js';
import { AcknowledgeEmergencyDto, EmergencyBody } from './http/emergency.dto.js';
import { readEmergency } from './permissions.js';

const RESOLVED: Readonly<Record<Resolution, { readonly zh: string; readonly en: string }>> = {
  restored: { zh: '服务已恢复', en: 'the service is restored' },
  'ticket-resolved': { zh: '工单已解决', en: 'the ticket is resolved' },
  'ticket-cancelled': { zh: '工单已取消', en: 'the ticket is cancelled' },
};

export const emergencies = aggregate({
  streams: emergencyStreams,
  decider: emergencyDecider,
  events: emergencyEvents,
  path: 'emergencies',
  id: 'ticket',
  commands: {
    RaiseEmergency: internal,
    RaiseEmergencyAgain: internal,
    CallNextRung: internal,
    CallWhoIsOnCall: internal,
    ResolveEmergency: internal,
    AcknowledgeEmergency: onlyOf(
      changes(AcknowledgeEmergencyDto, staff),
      'who stands on a rung of a roster that was climbed for the emergency, called yet or not, and any general manager (B3)',
    ),
    ReviewFinding: reviews,
    ReopenVerdict: appeals,
  },
  known: {
    raiseEmergency: rosterInForce,
    raiseEmergencyAgain: rosterInForce,
    callNextRung: rosterInForce,
    callWhoIsOnCall: rosterInForce,
    acknowledgeEmergency: rosterInForce,
  },
  shows: {
    as: EmergencyBody,
    summary: 'An emergency: how far the ladder was climbed, and who has taken it (B3).',
    to: readEmergency,
    unknown: unknownEmergency,
    body: (emergency) => {
      const { findings: _, ...shown } = emergency;
      if (shown.status === 'none') return shown;
      const { formerEditions: __, managerCalledAt: ___, ...stands } = shown;
      return stands;
    },
  },
  account: plainAccount<EmergencyEvent>(
    {
      EmergencyRaised: ({ data: { ticket, edition } }) => {
        const none = where(
          edition === undefined,
          '，当时没有生效的值班表',
          ', with no on-call roster in force',
        );
        return {
          zh: chinese`工单${ticket}列为紧急情况${none.zh}。`,
          en: `Ticket ${ticket} was raised to an emergency${none.en}.`,
        };
      },
      EscalationRungCalled: ({ data: { rung, name, employees } }) => {
        const people = list(employees, { zh: '无人值班', en: 'nobody is on call' });
        return {
          zh: chinese`呼叫第${rung}级“${name}”：${people.zh}。`,
          en: `Rung ${rung}, “${name}”, was called: ${people.en}.`,
        };
      },
      GeneralManagerCalled: ({ data: { round, employee } }) => ({
        zh: chinese`各级均未接手，呼叫总经理${employee}，并从第一级起第${round}次呼叫。`,
        en: `Nobody took it: general manager ${employee} was called, and the ladder begins for the ${ordinal(round)} time.`,
      }),
      OnCallAwaited: ({ data: { next }, occurredAt }) => {
        const then = when(next, occurredAt);
        return {
          zh: chinese`各级均无人可呼叫，${then.zh}再看值班表。`,
          en: `Nobody can be called: the on-call roster is looked at again at ${then.en}.`,
        };
      },
      LadderTakenUp: ({ data: { edition } }) => ({
        zh: chinese`改按值班表第${edition}版逐级呼叫。`,
        en: `From here on the ladder of edition ${edition} of the on-call roster is climbed.`,
      }),
      EmergencyAcknowledged: ({ data: { employee, first }, actor }) => {
        const by = who(actor);
        const after = where(
          first !== employee,
          chinese`，${first}已先接手`,
          `; ${first} had been first`,
        );
        return {
          zh: chinese`${by.zh}接手紧急情况${after.zh}。`,
          en: `${by.en} acknowledged the emergency${after.en}.`,
        };
      },
      EmergencyResolved: ({ data: { by } }) => ({
        zh: chinese`紧急情况解除：${RESOLVED[by].zh}。`,
        en: `The emergency is over: ${RESOLVED[by].en}.`,
      }),
      ...findingSentences(found),
    },
    ['employee', 'person', 'employees', 'first'],
  ),
});

/** `2nd`, `3rd`, `11th`. */
function ordinal(count: number): string {
  const rule = new Intl.PluralRules('en', { type: 'ordinal' }).select(count);
  return `${count}${{ one: 'st', two: 'nd', few: 'rd', other: 'th', many: 'th', zero: 'th' }[rule]}`;
}
