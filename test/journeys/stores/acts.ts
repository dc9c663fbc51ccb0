import type { Make } from './act.js';
import { comingIn } from './coming-in.js';
import { counting } from './counting.js';
import { handingOver } from './handing-over.js';
import { movingOut } from './moving-out.js';
import { onTheTicket } from './on-the-ticket.js';
import { reserving } from './reserving.js';
import type { Kind } from './wishes.js';

/** What people do in the stores. */
export const acts: Readonly<Record<Kind, Make>> = {
  ...comingIn,
  ...movingOut,
  ...reserving,
  ...onTheTicket,
  ...counting,
  ...handingOver,
};
