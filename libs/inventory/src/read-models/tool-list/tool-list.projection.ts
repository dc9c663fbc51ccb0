import type { FindingRecorded } from '@app/findings';
import { type Projection, type Recorded } from '@app/projections';
import { toolEvents, type ToolEvent, type ToolRegistered } from '../../contract.js';
import { ToolRow } from './tool-list.row.js';

/** Every tool, where it is and with whom. */
export const toolList: Projection<ToolRow, ToolEvent> = {
  name: 'tool-list',
  version: 3,
  row: ToolRow,
  derived: {
    search: {
      type: 'tsvector',
      of: ({ tool, name, serial }) => [tool, name, serial],
    },
  },
  handles: toolEvents,
  begins: ['ToolRegistered'],
  keysOf: ({ stream }) => [stream.slice('tool-'.length)],
  evolve(row, event) {
    if (event.type === 'ToolRegistered') return registered(event);
    return row && { ...row, ...changeOf(row, event) };
  },
};

const IN_NO_HANDS = {
  holder: null,
  receiver: null,
  ticket: null,
  due: null,
  overdue: false,
  askedBack: false,
};

function registered({ data, occurredAt: since }: Recorded<ToolRegistered>): ToolRow {
  const { needsCalibration = false, ...entry } = data;
  const fresh = { calibratedUntil: null, condition: 'good', status: 'store', since } as const;
  return { ...entry, needsCalibration, ...fresh, ...IN_NO_HANDS };
}

function changeOf(
  row: ToolRow,
  event: Exclude<Recorded<ToolEvent>, { type: 'ToolRegistered' }>,
): Partial<ToolRow> {
  const { occurredAt: since } = event;
  if ('followedAt' in event.data) return brokenThen(row, event);
  switch (event.type) {
    case 'ToolSerialCorrected':
      return { serial: event.data.serial };
    case 'ToolCheckedOut': {
      const { employee: receiver, ticket = null, due = null } = event.data;
      return { ...IN_NO_HANDS, status: 'on-its-way', receiver, ticket, due, since };
    }
    case 'ToolAccepted':
      return { status: 'in-hand', holder: event.data.employee, receiver: null, since };
    case 'ToolTransferred': {
      const now = { holder: event.data.employee, receiver: null, askedBack: false };
      return { status: 'in-hand', ...now, since };
    }
    case 'ToolOffered':
      return { receiver: event.data.employee };
    case 'ToolDeclined':
      return event.data.from === undefined
        ? { ...IN_NO_HANDS, status: 'store', since }
        : { receiver: null };
    case 'ToolLoanExtended':
      return { due: event.data.due, overdue: false };
    case 'ToolReturned':
      return { ...IN_NO_HANDS, status: 'store', condition: event.data.condition, since };
    case 'ToolDamaged':
      return { condition: 'damaged' };
    case 'ToolRepaired':
      return { condition: 'good' };
    case 'ToolCalibrated':
      return { calibratedUntil: laterOf(row.calibratedUntil, event.data.validUntil) };
    case 'ToolReportedLost':
      return { ...IN_NO_HANDS, status: 'lost', since };
    case 'ToolFound':
      return { ...IN_NO_HANDS, status: 'store', condition: event.data.condition, since };
    case 'ToolRetired':
      return { ...IN_NO_HANDS, status: 'retired', since };
    case 'ToolAskedBack':
      return { askedBack: true };
    case 'FindingRecorded':
      return isOverdue(row, event) ? { overdue: true } : {};
    case 'FindingUpheld':
    case 'FindingExcused':
    case 'FindingWithdrawn':
    case 'VerdictReopened':
      return {};
  }
}

/** What is found of a loan that was over before the one that runs lies before that one's time. */
function isOverdue({ due }: ToolRow, { data, occurredAt }: Recorded<FindingRecorded>): boolean {
  return data.code === 'tool-overdue' && due !== null && due <= occurredAt;
}

/** Told late, between two that had been recorded: where it is stays as it is, and what broke then is broken. */
function brokenThen(row: ToolRow, { type, data }: Recorded<ToolEvent>): Partial<ToolRow> {
  return type === 'ToolReturned' && data.condition === 'damaged' ? { condition: 'damaged' } : {};
}

function laterOf(earlier: string | null, validUntil: string): string {
  return earlier !== null && earlier > validUntil ? earlier : validUntil;
}
