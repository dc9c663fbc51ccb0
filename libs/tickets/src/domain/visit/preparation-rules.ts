import { found } from '../ticket/found.js';

/** What each technician has done in their head before setting out (V6). */
export const studyRules = [found.customerFileWasReviewed, found.faultWasAnalysed];

/** What the analysis of the fault decides of the preparation: whether lists are needed, and what stands on them. */
export const packingRules = [
  found.partsAreListed,
  found.toolsAreListed,
  found.neededToolsArePacked,
  found.neededPartsArePacked,
];

/** Chapter 2 of the on-site policy: how a technician is to set out. */
export const preparationRules = [
  found.partsAreListed,
  found.badgeIsWorn,
  found.uniformIsWorn,
  found.toolsAreListed,
];

/** What each of the others answers for themself of that; the lists are the responsible technician's (V4). */
export const ownPreparationRules = [found.badgeIsWorn, found.uniformIsWorn];
