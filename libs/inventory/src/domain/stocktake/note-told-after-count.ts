import { happened } from '@app/policy';
import type { NoteToldAfterCount } from './stocktake.commands.js';
import type { StocktakeEvent } from './stocktake.events.js';
import type { OpenStocktake } from './stocktake.state.js';

/** R16: what is told late of the time before a count changes the explanation of what differed, and not the count. */
export function noteToldAfterCount(
  command: NoteToldAfterCount,
  { stocktake }: OpenStocktake,
): readonly StocktakeEvent[] {
  return [happened(command, 'MovementToldAfterCount', { stocktake, ...command.data }, ['R16'])];
}
