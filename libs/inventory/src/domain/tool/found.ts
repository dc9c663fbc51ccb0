import { mayBeFound } from '@app/findings';
import { toolComesBackFromWhoeverLeaves } from './rules/tool-comes-back-from-whoever-leaves.js';
import { toolComesBackInTime } from './rules/tool-comes-back-in-time.js';
import { toolIsCalibrated } from './rules/tool-is-calibrated.js';
import { toolIsKept } from './rules/tool-is-kept.js';
import { toolIsWhole } from './rules/tool-is-whole.js';

/** The rules of tools whose breaking is written down and not refused. */
export const found = mayBeFound({
  toolComesBackFromWhoeverLeaves,
  toolComesBackInTime,
  toolIsCalibrated,
  toolIsKept,
  toolIsWhole,
});
