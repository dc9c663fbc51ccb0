import type { Instant } from '@app/kernel';
import { rule } from '@app/policy';
import type { KeptTool } from '../tool.state.js';

type Calibration = Pick<KeptTool, 'needsCalibration' | 'calibratedUntil'>;

/** V5: testing tools measure right; a calibration that was made once is not left to lapse either. */
export const toolIsCalibrated = rule<Calibration & { readonly at: Instant }>(
  'V5',
  'tool-out-of-calibration',
  {
    zh: '工具不在校准有效期内',
    en: 'the tool has no calibration that is still valid',
    whenFound: {
      zh: '发出了不在校准有效期内的工具',
      en: 'a tool was handed out without a valid calibration',
    },
  },
  ({ needsCalibration = false, calibratedUntil, at }) =>
    calibratedUntil === undefined ? needsCalibration : calibratedUntil < at,
);
