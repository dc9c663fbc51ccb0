import { aggregate, changes, creates, internal } from '@app/aggregates';
import { managers, staff, stores } from '@app/identity';
import { stocktakeAccount } from './account/stocktake-account.js';
import { stocktakeDecider } from './domain/stocktake/stocktake.decider.js';
import { unknownStocktake } from './domain/stocktake/stocktake.errors.js';
import { stocktakeEvents } from './domain/stocktake/stocktake.events.js';
import { stocktakeStreams } from './domain/stocktake/stocktake.state.js';
import {
  ApproveStocktakeDto,
  AskForRecountDto,
  CancelStocktakeDto,
  CloseStocktakeDto,
  CountStockDto,
  CountToolDto,
  ExplainDifferenceDto,
  StartStocktakeDto,
  StocktakeBody,
} from './http/stocktake.dto.js';
import { readInventory, readsCounts } from './permissions.js';
import { stocktakeShown } from './stocktake-shown.js';

export const stocktakes = aggregate({
  streams: stocktakeStreams,
  decider: stocktakeDecider,
  events: stocktakeEvents,
  path: 'stocktakes',
  id: 'stocktake',
  commands: {
    StartStocktake: creates(StartStocktakeDto, [...stores, 'general-manager']),
    CountStock: changes(CountStockDto, staff),
    CountTool: changes(CountToolDto, staff),
    AskForRecount: changes(AskForRecountDto, managers),
    CloseStocktake: changes(CloseStocktakeDto, [...stores, 'general-manager']),
    ExplainDifference: changes(ExplainDifferenceDto, [...stores, 'general-manager']),
    ApproveStocktake: changes(ApproveStocktakeDto, managers),
    NoteToldAfterCount: internal,
    CancelStocktake: changes(CancelStocktakeDto, [...stores, 'general-manager']),
  },
  shows: {
    as: StocktakeBody,
    summary: 'A stocktake: its sheet, and, once counting has ended, what differs (R16).',
    to: readInventory,
    unknown: unknownStocktake,
    body: (stocktake) => {
      if (stocktake.status === 'none') throw unknownStocktake();
      return stocktakeShown(stocktake);
    },
  },
  account: stocktakeAccount,
  // Its history tells what others have counted.
  mayRead: (_, { roles }) => readsCounts(roles),
});
