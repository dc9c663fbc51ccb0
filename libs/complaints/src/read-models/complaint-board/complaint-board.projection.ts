import { customerEventTypes, type PersonKeysDestroyed } from '@app/customers';
import { only, phoneWords, type Projection } from '@app/projections';
import { complaintEventTypes, type StoryEvent } from '../../contract.js';
import { evolve } from '../../domain/complaint.evolve.js';
import {
  complainedOf,
  initialState,
  type Begun,
  type Complaint,
} from '../../domain/complaint.state.js';
import { stageOf } from '../../domain/stage.js';
import { ComplaintRow } from './complaint-board.row.js';

/** Every complaint, as its stream folds, with what it is looked for by. */
export const complaintBoard: Projection<ComplaintRow, StoryEvent | PersonKeysDestroyed> = {
  name: 'complaint-board',
  version: 1,
  row: ComplaintRow,
  derived: {
    search: {
      type: 'tsvector',
      of: ({ complaint, name, phone }) => [complaint, name ?? '', phoneWords(phone ?? '')],
    },
  },
  handles: { ...complaintEventTypes, ...only(customerEventTypes, ['PersonKeysDestroyed']) },
  forgetsAt: 'PersonKeysDestroyed',
  begins: ['ComplaintReceived'],
  keysOf: ({ type, data }) =>
    type === 'PersonKeysDestroyed' ? (data.complaints ?? []) : [data.complaint],
  evolve(row, event) {
    // What is found of the row is made anew, without what was destroyed.
    if (event.type === 'PersonKeysDestroyed') return row;
    if (event.type === 'ComplaintReceived')
      return rowOf(evolve(initialState(), event) as Begun, event.position.toString());
    return row && rowOf(evolve(row.state as Complaint, event) as Begun, row.recorded);
  },
};

function rowOf(state: Begun, recorded: string): ComplaintRow {
  const { complaint, status, channel, anonymous, complainant, points, receivedAt, round } = state;
  const upheld = points.filter(({ verdict }) => verdict?.upheld);
  return {
    ...{ complaint, status, stage: stageOf(state), channel, anonymous, receivedAt, round },
    ...{ name: complainant?.name ?? null, phone: complainant?.phone ?? null },
    ...{ customer: state.customer ?? null, ticket: state.ticket ?? null, thing: thingOf(state) },
    causes: eachOnce(points.map(({ about }) => about)),
    upheld: eachOnce(upheld.map(({ about }) => about)),
    employees: complainedOf(state),
    ...doneOf(state),
    nextDue: nextDueOf(state),
    missed: state.missed.map(({ term, round: of }) => `${term}:${of}`),
    ...{ recorded, state },
  };
}

function doneOf({ apology, answer, closed, rating, joinedTo }: Begun) {
  return {
    ...{ acknowledgedAt: orNull(apology?.at), answeredAt: orNull(answer?.at) },
    ...{ closedAt: orNull(closed?.at), ended: orNull(closed?.end) },
    ...{ rating: orNull(rating), joinedTo: orNull(joinedTo) },
  };
}

function orNull<Value>(value: Value | undefined): Value | null {
  return value ?? null;
}

/** Of a term that ran out, and what it ran for is not done yet, too: it is overdue. */
function nextDueOf({ status, terms, apology, answer }: Begun): string | null {
  if (status === 'closed') return null;
  const dues = [...(apology ? [] : [terms.acknowledge]), ...(answer ? [] : [terms.answer])].flatMap(
    (term) => (term?.due !== undefined && term.verdict !== 'ended' ? [term.due] : []),
  );
  return dues.toSorted()[0] ?? null;
}

/** One thing: what others were joined to, else the ticket, else the customer, else nothing but itself. */
function thingOf({ complaint, joinedTo, joined, ticket, customer }: Begun): string {
  if (joinedTo !== undefined) return `complaint:${joinedTo}`;
  if (joined.length > 0) return `complaint:${complaint}`;
  if (ticket !== undefined) return `ticket:${ticket}`;
  return customer === undefined ? `complaint:${complaint}` : `customer:${customer}`;
}

function eachOnce(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
