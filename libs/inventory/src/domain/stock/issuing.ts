import { enforceOrFind, recordDeeds } from '@app/findings';
import { byAnEmployee, notBefore, partiesOf, type Command, type Yuan } from '@app/kernel';
import { happened, policyAt, toldLate } from '@app/policy';
import { handsAt } from '../location/location.js';
import { found } from './found.js';
import { takenOut } from './going-out.js';
import { isKeptBy, isStores } from './keepers.js';
import { expiredOf } from './named-lots.js';
import { thousandthsOf } from './quantity.js';
import { keptFromOthers, servedBy } from './reserving.js';
import { mayAskForMore, waitingAt, waitsUntil } from './requests.js';
import { everyOther, unusedSlip } from './slips.js';
import type { Requested, Stock } from './stock.books.js';
import type {
  ApproveMaterialRequest,
  ExpireMaterialRequest,
  IssueMaterial,
  RequestMaterial,
  WithdrawMaterialRequest,
} from './stock.commands.js';
import {
  asOtherThanAsked,
  neverStocked,
  noSuchSlip,
  notTheGiver,
  notYourRequest,
  ownRequest,
  samePlace,
} from './stock.errors.js';
import type { StockEvent } from './stock.events.js';
import { handedOutWith } from './stock.issues.js';

/** Somebody asks for material (R12). @throws NotPossible `too-many-requests` */
export function requestMaterial(command: RequestMaterial, stock: Stock): readonly StockEvent[] {
  const { data, known } = command;
  if (!stock) throw neverStocked();
  thousandthsOf(data.quantity, known.decimals);
  if (data.to === data.place) throw samePlace();
  const slip = unusedSlip(command, stock);
  mayAskForMore(stock.requests, partiesOf(command.actor), command.occurredAt);
  const requested = { ...data, slip, until: waitsUntil(command.occurredAt) };
  return [happened(command, 'MaterialRequested', requested, ['R12'])];
}

/** By whoever asked, entered that or is to have it, or by the stores. @throws Forbidden `not-your-request` */
export function withdrawMaterialRequest(
  command: WithdrawMaterialRequest,
  stock: Stock,
): readonly StockEvent[] {
  const request = requestNamed(command, stock);
  const isTheirs = partiesOf(command.actor).some((party) => concernedBy(request).includes(party));
  if (!isStores(command) && !isTheirs) throw notYourRequest(request.by);
  notBefore(command, request.at);
  return [happened(command, 'MaterialRequestWithdrawn', command.data, ['R12'])];
}

/** Its term is over; one that was issued or withdrawn before has nothing to end. */
export function expireMaterialRequest(
  command: ExpireMaterialRequest,
  stock: Stock,
): readonly StockEvent[] {
  const { sku, place, slip } = command.data;
  const request = stock?.requests.find((each) => each.slip === slip);
  if (!request || command.occurredAt < request.until) return [];
  return [happened(command, 'MaterialRequestExpired', { sku, place, slip }, ['R12'])];
}

function requestNamed(
  { data: { slip }, occurredAt }: Command<string, { readonly slip: string }>,
  stock: Stock,
): Requested {
  const request = waitingAt(stock?.requests ?? [], occurredAt).find((each) => each.slip === slip);
  if (!request) throw noSuchSlip(slip);
  return request;
}

/** Who asked, who entered it, and who is to have it. */
function concernedBy({ by, enteredBy, to }: Requested): readonly (string | undefined)[] {
  return [by, enteredBy, handsAt(to)];
}

/** By somebody else than who asked, who entered that, and who is to have it: nobody acts in another's place here. */
export function approveMaterialRequest(
  command: ApproveMaterialRequest,
  stock: Stock,
): readonly StockEvent[] {
  const request = requestNamed(command, stock);
  const concerned = concernedBy(request);
  byAnEmployee(command);
  if (partiesOf(command.actor).some((party) => concerned.includes(party))) throw ownRequest();
  notBefore(command, request.at);
  if (request.approved) return [];
  return [happened(command, 'MaterialRequestApproved', command.data, ['R12'])];
}

/** It leaves the place, and is on its way until the receiver says that it has arrived (R12). */
export function issueMaterial(command: IssueMaterial, stock: Stock): readonly StockEvent[] {
  const { reservation: _, ...data } = command.data;
  if (data.to === data.place) throw samePlace();
  if (!isKeptBy(command, data.place)) throw notTheGiver(data.place);
  const taken = takenOut(command, stock);
  const missed = [
    ...outOfDate(command, taken),
    ...unapproved(command, taken, stock),
    ...keptFromOthers(command, stock),
  ];
  const slip = unusedSlip(command, stock, everyOther);
  const late = toldLate(command) && { enteredLateBy: command.actor.id };
  return [
    happened(command, 'MaterialIssued', { ...data, ...taken, slip, ...late }, ['R12']),
    ...servedBy(command, slip, stock),
    ...recordDeeds(command, stock ?? { findings: [] }, missed, {
      person: doerOf(command),
      remark: slip,
    }),
  ];
}

/**
 * The request that an issue answers, if there is one.
 *
 * @throws Invalid `not-as-requested` it goes to somebody else, or is more than was asked for
 */
function requestOf({ data, occurredAt }: IssueMaterial, stock: Stock): Requested | undefined {
  const request = waitingAt(stock?.requests ?? [], occurredAt).find(
    ({ slip }) => slip === data.slip,
  );
  const asked = Math.round(data.quantity * 1000);
  if (request && (request.to !== data.to || asked > request.thousandths)) throw asOtherThanAsked();
  return request;
}

/** Back into a store goes also what has expired; into hands, and into a van that takes it along, it does not. */
function outOfDate(command: IssueMaterial, taken: ReturnType<typeof takenOut>) {
  const { data, known } = command;
  if (handsAt(data.to) === undefined && !known.intoVan) return [];
  const expired = expiredOf(taken, command.occurredAt);
  return enforceOrFind(command, [found.expiredLotIsNotHandedOut], expired);
}

/** Told in time what needs an approval, with what went before it on that day, and has none is not issued; told late it was, and that is found. */
function unapproved(command: IssueMaterial, taken: { readonly value: Yuan }, stock: Stock) {
  const { data, occurredAt: at } = command;
  const request = requestOf(command, stock);
  // Between stores and vans nobody takes anything into their own hands.
  if (handsAt(data.to) === undefined) return [];
  const { approvalAbove } = policyAt(at).materials;
  const approved = request?.approved ?? false;
  const value = handedOutWith(stock, { ...data, at, ...taken });
  return enforceOrFind(command, [found.costlyIssueIsApproved], { value, approvalAbove, approved });
}

function doerOf({ actor }: Pick<Command, 'actor'>): string {
  return actor.onBehalfOf ?? actor.id;
}
