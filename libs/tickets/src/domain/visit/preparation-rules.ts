import { found } from '../ticket/found.js';

/** Chapter 2 of the on-site policy: how a technician is to set out. */
export const preparationRules = [
  found.partsAreListed,
  found.badgeIsWorn,
  found.uniformIsWorn,
  found.toolsAreListed,
];
