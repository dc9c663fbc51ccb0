import { badgeIsWorn } from '../rules/badge-is-worn.js';
import { partsAreListed } from '../rules/parts-are-listed.js';
import { toolsAreListed } from '../rules/tools-are-listed.js';
import { uniformIsWorn } from '../rules/uniform-is-worn.js';

/** Chapter 2 of the on-site policy: how a technician is to set out. */
export const preparationRules = [partsAreListed, badgeIsWorn, uniformIsWorn, toolsAreListed];
