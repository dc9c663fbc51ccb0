import { reopenVerdict, reviewFinding } from '@app/findings';
import type { Decider } from '@app/kernel';
import { happened } from '@app/policy';
import { enterOpeningStock, receiveMaterial, takeBackMaterial, takeIn } from './coming-in.js';
import { withinBounds } from './bounds.js';
import { adjustStock, noteCount, upholdingCounts } from './counting.js';
import { askForMaterial } from './ask-for-material.js';
import { correctReceiptPrice } from './correct-receipt-price.js';
import { takeUseBack } from './take-use-back.js';
import { returnMaterial, scrapMaterial, sellMaterial, useMaterial } from './going-out.js';
import { acceptMaterial, declineMaterial } from './arriving.js';
import {
  approveMaterialRequest,
  expireMaterialRequest,
  issueMaterial,
  requestMaterial,
  withdrawMaterialRequest,
} from './issuing.js';
import { endReservation, releaseReservation, reserveMaterial } from './reserving.js';
import type { Stock } from './stock.books.js';
import type { StockCommand } from './stock.commands.js';
import type { StockEvent } from './stock.events.js';
import { evolveStock } from './stock.state.js';

/** After so many events the state is carried forward (ADR 24). It is no number of the policy. */
const CARRIED_EVERY = 32;

export const stockDecider: Decider<StockCommand, Stock, StockEvent> = {
  initialState: () => undefined,
  evolve: evolveStock,
  decide(command, stock) {
    const events = upholdingCounts(command, stock, decided(command, stock));
    const after = events.reduce(evolveStock, stock);
    withinBounds(events, after);
    if (!after || events.length === 0 || after.since < CARRIED_EVERY) return events;
    // As of a time before anything that it carries, it has not happened.
    const last = { ...command, occurredAt: after.latest };
    return [...events, happened(last, 'StockCarriedForward', { ...after, since: 0 }, ['R15'])];
  },
};

const NOTHING_FOUND = { findings: [] };

function decided(command: StockCommand, stock: Stock): readonly StockEvent[] {
  switch (command.type) {
    case 'EnterOpeningStock':
      return enterOpeningStock(command, stock);
    case 'ReceiveMaterial':
      return receiveMaterial(command, stock);
    case 'RequestMaterial':
      return requestMaterial(command, stock);
    case 'ReserveMaterial':
      return reserveMaterial(command, stock);
    case 'ReleaseReservation':
      return releaseReservation(command, stock);
    case 'EndReservation':
      return endReservation(command, stock);
    case 'ApproveMaterialRequest':
      return approveMaterialRequest(command, stock);
    case 'WithdrawMaterialRequest':
      return withdrawMaterialRequest(command, stock);
    case 'ExpireMaterialRequest':
      return expireMaterialRequest(command, stock);
    case 'IssueMaterial':
      return issueMaterial(command, stock);
    case 'AcceptMaterial':
      return acceptMaterial(command, stock);
    case 'DeclineMaterial':
      return declineMaterial(command, stock);
    case 'ReturnMaterial':
      return returnMaterial(command, stock);
    case 'SellMaterial':
      return sellMaterial(command, stock);
    case 'TakeBackMaterial':
      return takeBackMaterial(command, stock);
    case 'ScrapMaterial':
      return scrapMaterial(command, stock);
    case 'CorrectReceiptPrice':
      return correctReceiptPrice(command, stock);
    case 'TakeIn':
      return takeIn(command, stock);
    case 'UseMaterial':
      return useMaterial(command, stock);
    case 'TakeUseBack':
      return takeUseBack(command, stock);
    case 'NoteCount':
      return noteCount(command, stock);
    case 'AdjustStock':
      return adjustStock(command, stock);
    case 'AskForMaterial':
      return askForMaterial(command, stock);
    case 'ReviewFinding':
      return reviewFinding(command, stock ?? NOTHING_FOUND);
    case 'ReopenVerdict':
      return reopenVerdict(command, stock ?? NOTHING_FOUND);
  }
}
