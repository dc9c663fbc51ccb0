import { send, type Process, type Send } from '@app/processes';
import { ladderEvents, type LadderEvent } from '../domain/emergency.events.js';
import { emergencyStreams } from '../domain/emergency.state.js';
import { rosterEvents, type RosterEvent } from '../domain/roster.events.js';
import { MAIN_ROSTER } from '../domain/roster.js';

type Handled = LadderEvent | RosterEvent;

interface State {
  /** Tickets of emergencies for which nobody can be called. */
  readonly waiting: readonly string[];
}

const NOBODY: State = { waiting: [] };

/**
 * An emergency for which nobody could be called, as nobody was on call or there was no roster, calls as
 * soon as the roster changes that (B3). Whoever comes on call by the roster as it stood is called by a
 * deadline. It also looks at each at once, as the roster may have changed while it was being raised.
 */
export const callWhoeverComesOnCall: Process<State, Handled> = {
  name: 'call-whoever-comes-on-call',
  startsAt: 'first-event',
  handles: { ...ladderEvents, ...rosterEvents },
  // One change of the roster bears on all that wait.
  keyOf: () => MAIN_ROSTER,
  initialState: NOBODY,
  evolve({ waiting }, event) {
    const { ticket } = event.data as { readonly ticket?: string };
    if (ticket === undefined) return { waiting };
    const others = waiting.filter((each) => each !== ticket);
    if (awaits(event)) return { waiting: [...others, ticket] };
    return goesOn(event) ? { waiting: others } : { waiting };
  },
  react(event, { waiting }) {
    if (event.type === 'OnCallRosterSet' || event.type === 'OnCallExceptionMade')
      return event.data.roster === MAIN_ROSTER ? waiting.map(look) : [];
    return awaits(event) ? [look(event.data.ticket)] : [];
  },
};

/** Nobody can be called. */
function awaits({ type, data }: Handled): boolean {
  return type === 'OnCallAwaited' || (type === 'EmergencyRaised' && data.edition === undefined);
}

/** Somebody is waited for, or it is taken or over. A rung on which nobody is on call, and what leads to another, changes nothing. */
function goesOn({ type, data }: Handled): boolean {
  if (type === 'EscalationRungCalled') return data.employees.length > 0;
  return ['EmergencyRaised', 'EmergencyAcknowledged', 'EmergencyResolved'].includes(type);
}

function look(ticket: string): Send {
  return send(emergencyStreams, ticket, 'CallWhoIsOnCall');
}
