import type { Decider } from '@app/kernel';
import { approveStocktake, cancelStocktake, closeStocktake, explainDifference } from './closing.js';
import { askForRecount, countStock, countTool } from './counting.js';
import { noteToldAfterCount } from './note-told-after-count.js';
import { startStocktake } from './starting.js';
import type { StocktakeCommand } from './stocktake.commands.js';
import { unknownStocktake } from './stocktake.errors.js';
import type { StocktakeEvent } from './stocktake.events.js';
import { evolveStocktake, type Stocktake } from './stocktake.state.js';

export const stocktakeDecider: Decider<StocktakeCommand, Stocktake, StocktakeEvent> = {
  initialState: () => ({ status: 'none' }),
  evolve: evolveStocktake,
  decide,
};

function decide(command: StocktakeCommand, stocktake: Stocktake): readonly StocktakeEvent[] {
  if (command.type === 'StartStocktake') return startStocktake(command, stocktake);
  if (stocktake.status === 'none') throw unknownStocktake();
  switch (command.type) {
    case 'CountStock':
      return countStock(command, stocktake);
    case 'CountTool':
      return countTool(command, stocktake);
    case 'AskForRecount':
      return askForRecount(command, stocktake);
    case 'CloseStocktake':
      return closeStocktake(command, stocktake);
    case 'ExplainDifference':
      return explainDifference(command, stocktake);
    case 'ApproveStocktake':
      return approveStocktake(command, stocktake);
    case 'NoteToldAfterCount':
      return noteToldAfterCount(command, stocktake);
    case 'CancelStocktake':
      return cancelStocktake(command, stocktake);
  }
}
