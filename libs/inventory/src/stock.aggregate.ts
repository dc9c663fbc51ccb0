import { aggregate, changes, internal, shared } from '@app/aggregates';
import { managers, staff, stores } from '@app/identity';
import { stockAccount } from './account/stock-account.js';
import { knownGoing, knownGoingTo } from './application/known-going.js';
import { knownFromPaper, knownMaterial } from './application/known-material.js';
import { knownOwner } from './application/known-receiver.js';
import { stockDecider } from './domain/stock/stock.decider.js';
import { neverStocked } from './domain/stock/stock.errors.js';
import { stockEvents } from './domain/stock/stock.events.js';
import { stockStreams } from './domain/stock/stock.state.js';
import { ReleaseReservationDto, ReserveMaterialDto } from './http/reservation.dto.js';
import {
  AcceptMaterialDto,
  ApproveMaterialRequestDto,
  CorrectReceiptPriceDto,
  DeclineMaterialDto,
  EnterOpeningStockDto,
  IssueMaterialDto,
  ReceiveMaterialDto,
  RequestMaterialDto,
  ReopenStockVerdictDto,
  ReturnMaterialDto,
  ReviewStockFindingDto,
  ScrapMaterialDto,
  SellMaterialDto,
  StockBody,
  TakeBackMaterialDto,
  WithdrawMaterialRequestDto,
} from './http/stock.dto.js';
import { readInventory } from './permissions.js';
import { stockShown } from './stock-shown.js';

export const stocks = aggregate({
  streams: stockStreams,
  decider: stockDecider,
  events: stockEvents,
  carriedBy: 'StockCarriedForward',
  path: 'stock',
  id: 'sku',
  commands: {
    EnterOpeningStock: changes(EnterOpeningStockDto, ['general-manager']),
    ReceiveMaterial: changes(ReceiveMaterialDto, stores),
    RequestMaterial: changes(RequestMaterialDto, staff),
    ApproveMaterialRequest: changes(ApproveMaterialRequestDto, managers),
    WithdrawMaterialRequest: changes(WithdrawMaterialRequestDto, staff),
    ExpireMaterialRequest: internal,
    ReserveMaterial: changes(ReserveMaterialDto, [...stores, 'dispatcher']),
    ReleaseReservation: changes(ReleaseReservationDto, [...stores, 'dispatcher']),
    EndReservation: internal,
    IssueMaterial: changes(IssueMaterialDto, staff),
    AcceptMaterial: changes(AcceptMaterialDto, staff),
    DeclineMaterial: changes(DeclineMaterialDto, staff),
    ReturnMaterial: changes(ReturnMaterialDto, stores),
    SellMaterial: changes(SellMaterialDto, ['sales', ...stores]),
    TakeBackMaterial: changes(TakeBackMaterialDto, ['sales', ...stores]),
    ScrapMaterial: changes(ScrapMaterialDto, [...stores, 'general-manager']),
    CorrectReceiptPrice: changes(CorrectReceiptPriceDto, managers),
    TakeIn: internal,
    UseMaterial: internal,
    TakeUseBack: internal,
    NoteCount: internal,
    AdjustStock: internal,
    AskForMaterial: internal,
    ReviewFinding: shared(changes(ReviewStockFindingDto, managers)),
    ReopenVerdict: shared(changes(ReopenStockVerdictDto, ['general-manager'])),
  },
  known: {
    enterOpeningStock: knownFromPaper,
    receiveMaterial: knownMaterial,
    requestMaterial: knownMaterial,
    reserveMaterial: knownOwner,
    issueMaterial: knownGoingTo,
    returnMaterial: knownGoing,
    sellMaterial: knownGoing,
    takeBackMaterial: knownMaterial,
    scrapMaterial: knownGoing,
  },
  shows: {
    at: ':sku/at/:place',
    as: StockBody,
    summary: 'How much of a material is at a place, and what it is worth (R11, R12, R15).',
    to: readInventory,
    unknown: neverStocked,
    body: (stock) => {
      if (!stock) throw neverStocked();
      return stockShown(stock);
    },
  },
  account: stockAccount,
});
