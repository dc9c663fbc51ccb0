import { complaintEventTypes, type StoryEvent } from '@app/complaints';
import { derivedId, type Actor } from '@app/kernel';
import { only, send, type Process, type Recorded, type Send } from '@app/processes';
import type { NoticeAbout } from '../domain/notice.events.js';
import { noticeStreams } from '../domain/notice.js';

const HANDLED = [
  'ComplaintReceived',
  'ComplaintRecorded',
  'ApologyOffered',
  'InvestigatorAssigned',
  'ComplaintUpheld',
  'JoinedComplaintTaken',
  'ComplaintReopened',
  'ComplaintTermWarned',
  'ComplaintTermMissed',
] as const;

type Handled = Extract<StoryEvent, { type: (typeof HANDLED)[number] }>;
type OfTerm = Extract<Handled, { type: 'ComplaintTermWarned' | 'ComplaintTermMissed' }>;

/** Who deals with a complaint, and who must not hear of it. */
interface Dealing {
  /** Who spoke with the customer last; absent: nobody who works here has. */
  readonly clerk?: string;
  readonly investigator?: string;
  readonly assignedBy?: string;
  readonly accused: readonly string[];
}

/**
 * R7, R9: whoever handles a complaint is told that they are to investigate it, and that its customer is to be
 * apologised to or answered soon or should have been; of what was missed their supervisor is told too. Nobody
 * who is complained of is told anything.
 */
export const notifyWhoHandlesAComplaint: Process<Dealing, Handled> = {
  name: 'notify-who-handles-a-complaint',
  startsAt: 'installation',
  handles: only(complaintEventTypes, HANDLED),
  initialState: { accused: [] },
  evolve: dealingAfter,
  react(event, dealing) {
    const { type, data } = event;
    if (type === 'InvestigatorAssigned') {
      const { complaint, investigator } = data;
      return [give(event, investigator, { kind: 'complaint-assigned', complaint })];
    }
    if (type === 'ComplaintTermWarned' || type === 'ComplaintTermMissed')
      return ofTheTerm(event, dealing);
    return [];
  },
};

function ofTheTerm(event: Recorded<OfTerm>, dealing: Dealing): Send[] {
  const { type, data } = event;
  const { complaint, term, due } = data;
  const { clerk, accused } = dealing;
  const warned = type === 'ComplaintTermWarned';
  const kind = warned ? 'complaint-term-warned' : 'complaint-term-missed';
  const about = { kind, complaint, term, due } as const;
  const people = whoHandles(dealing, term);
  const sent = people.map((each) => give(event, each, about));
  const [first] = people;
  if (warned || first === undefined) return sent;
  const notice = derivedId(event.id, 'supervisor');
  // Told already are those who handle it; who is complained of is not to be.
  const except = [...people, ...accused];
  const of = clerk === undefined || accused.includes(clerk) ? first : clerk;
  const above = { notice, about, since: event.occurredAt, of, told: except };
  return [...sent, send(noticeStreams, notice, 'NotifySupervisor', above)];
}

/** The clerk; and until the customer is answered who investigates, and who had them do so. */
function whoHandles(
  { clerk, investigator, assignedBy, accused }: Dealing,
  term: 'acknowledge' | 'answer',
): readonly string[] {
  const named = term === 'answer' ? [clerk, investigator, assignedBy] : [clerk];
  const people = named.flatMap((each) => (each === undefined ? [] : [each]));
  return [...new Set(people)].filter((each) => !accused.includes(each));
}

function dealingAfter(dealing: Dealing, event: Recorded<Handled>): Dealing {
  const { type, data, actor } = event;
  switch (type) {
    case 'ComplaintReceived': {
      const { heardBy } = data;
      return withClerk(
        dealing,
        employeeIn(heardBy === undefined ? actor : { id: heardBy, role: 'office' }),
      );
    }
    case 'ApologyOffered':
      return withClerk(dealing, employeeIn(actor));
    case 'ComplaintRecorded':
      return accusing(withClerk(dealing, employeeIn(actor)), data.points);
    case 'JoinedComplaintTaken':
      return accusing(dealing, data.points);
    case 'ComplaintUpheld':
      return accusing(dealing, [data]);
    case 'ComplaintReopened': {
      const { investigator: _, assignedBy: __, ...rest } = dealing;
      return withClerk(rest, employeeIn(actor));
    }
    case 'InvestigatorAssigned': {
      const assignedBy = employeeIn(actor);
      const { investigator } = data;
      return { ...dealing, investigator, ...(assignedBy !== undefined && { assignedBy }) };
    }
    default:
      return dealing;
  }
}

function withClerk(dealing: Dealing, clerk: string | undefined): Dealing {
  return clerk === undefined ? dealing : { ...dealing, clerk };
}

/** Whom somebody chose who is complained of investigates no more. */
function accusing(
  { investigator, assignedBy, ...rest }: Dealing,
  points: readonly { readonly employee?: string }[],
): Dealing {
  const named = points.flatMap(({ employee }) => employee ?? []);
  const accused = [...new Set([...rest.accused, ...named])];
  if (assignedBy !== undefined && accused.includes(assignedBy)) return { ...rest, accused };
  return {
    ...rest,
    accused,
    ...(investigator !== undefined && { investigator }),
    ...(assignedBy !== undefined && { assignedBy }),
  };
}

/** Whoever acted, where somebody who works here did. */
function employeeIn({ id, role, onBehalfOf }: Actor): string | undefined {
  const employee = onBehalfOf ?? id;
  return role === 'process' || employee.includes(':') ? undefined : employee;
}

function give(event: Recorded<Handled>, employee: string, about: NoticeAbout): Send {
  const notice = derivedId(event.id, employee);
  const data = { notice, employee, about, since: event.occurredAt };
  return send(noticeStreams, notice, 'GiveNotice', data);
}
