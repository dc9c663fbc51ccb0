import { aggregate, changes, internal } from '@app/aggregates';
import { chinese, inRole, plainAccount, quoted, who } from '@app/audit/src/words/index.js';
import { yearDecider } from './domain/year/year.decider.js';
import { yearEvents, type YearEvent } from './domain/year/year.events.js';
import { yearStreams } from './domain/year/year.state.js';
import * as dto from './http/year.dto.js';

export const years = aggregate({
  streams: yearStreams,
  decider: yearDecider,
  events: yearEvents,
  // It says that the year was open: all that the stream folds to.
  carriedBy: 'CentreYearTouched',
  path: 'years',
  id: 'year',
  commands: {
    CloseYear: changes(dto.CloseYearDto, ['general-manager']),
    ReopenYear: changes(dto.ReopenYearDto, ['general-manager']),
    TouchYear: internal,
  },
  account: plainAccount<YearEvent>(
    {
      CentreYearClosed: ({ data, actor }) => ({
        zh: chinese`${who(actor).zh}结算${data.year}年度，所有员工。`,
        en: `${who(actor).en} closed the year ${data.year} for everybody.`,
      }),
      CentreYearReopened: ({ data, actor }) => ({
        zh: chinese`${who(actor).zh}重开${data.year}年度：${quoted(data.reason)}。`,
        en: `${who(actor).en} reopened the year ${data.year}: ${quoted(data.reason)}.`,
      }),
      CentreYearTouched: ({ data }) => ({
        zh: chinese`年末之后，${inRole(data.employee).zh}${data.year}年度的奖惩有变动。`,
        en: `After its end, something of the year ${data.year} of ${inRole(data.employee).en} changed.`,
      }),
    },
    ['employee'],
  ),
});
