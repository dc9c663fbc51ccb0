import { aggregate, internal } from '@app/aggregates';
import { inRole, plainAccount } from '@app/audit/src/words/index.js';
import { reportingLinesDecider, reportingStreams } from './domain/reporting-lines.js';
import {
  reportingLinesEventTypes,
  type ReportingLinesEvent,
} from './domain/reporting-lines.events.js';

/** Who reports to whom: it is written along with employees' files, and nobody writes to it alone. */
export const reportingLines = aggregate({
  streams: reportingStreams,
  decider: reportingLinesDecider,
  events: reportingLinesEventTypes,
  carriedBy: 'ReportingLinesCarriedForward',
  commands: internal,
  account: plainAccount<ReportingLinesEvent>(
    {
      SuperiorNamed: ({ data: { employee, reportsTo } }) => {
        const who = inRole(employee);
        if (reportsTo === undefined)
          return { zh: `${who.zh}不再有直属主管。`, en: `${who.en} reports to nobody any more.` };
        const to = inRole(reportsTo);
        return { zh: `${who.zh}的直属主管为${to.zh}。`, en: `${who.en} reports to ${to.en}.` };
      },
      ReportingLinesCarriedForward: ({ data: { lines } }) => ({
        zh: `直属关系结转，共 ${lines.length} 人。`,
        en: `The reporting lines of ${lines.length} people were carried forward.`,
      }),
    },
    ['employee', 'reportsTo'],
  ),
});
