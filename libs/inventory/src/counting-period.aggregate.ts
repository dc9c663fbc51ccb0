import { aggregate, changes, internal, shared } from '@app/aggregates';
import { chinese, plainAccount, when } from '@app/audit/src/words/index.js';
import { findingSentences } from '@app/findings/src/account/index.js';
import { managers } from '@app/identity';
import type { Bilingual } from '@app/kernel';
import { rangeInWords } from './account/stocktake-account.js';
import { periodEvents, type PeriodEvent, type PeriodId } from './domain/period/period.events.js';
import { found, neverCounted, periodDecider, periodStreams } from './domain/period/period.js';
import {
  CountingPeriodBody,
  ReopenPeriodVerdictDto,
  ReviewPeriodFindingDto,
} from './http/period.dto.js';
import { readInventory } from './permissions.js';

export const periods = aggregate({
  streams: periodStreams,
  decider: periodDecider,
  events: periodEvents,
  path: 'counting-periods',
  id: 'subject',
  commands: {
    CompleteCount: internal,
    FindCountMissed: internal,
    ReviewFinding: shared(changes(ReviewPeriodFindingDto, managers)),
    ReopenVerdict: shared(changes(ReopenPeriodVerdictDto, ['general-manager'])),
  },
  shows: {
    at: ':kind/:subject',
    as: CountingPeriodBody,
    summary: 'When a location or a class of tools is to be counted again (R16).',
    to: readInventory,
    unknown: neverCounted,
    body: (period) => {
      if (!period) throw neverCounted();
      const { findings: _, ...shown } = period;
      return shown;
    },
  },
  account: plainAccount<PeriodEvent>(
    {
      CountCompleted: ({ data, occurredAt }) => {
        const next = when(data.due, occurredAt);
        return {
          zh: chinese`${subjectOf(data).zh}经盘点${data.stocktake}核对完毕，下次盘点须在${next.zh}前完成。`,
          en: `${subjectOf(data).en} was counted in stocktake ${data.stocktake}; the next count is due by ${next.en}.`,
        };
      },
      CountPartCompleted: ({ data }) => {
        const range = rangeInWords(data) ?? { zh: '', en: '' };
        return {
          zh: chinese`${subjectOf(data).zh}的一部分（${range.zh}）经盘点${data.stocktake}核对完毕。`,
          en: `A part of ${lowered(subjectOf(data).en)} (${range.en}) was counted in stocktake ${data.stocktake}.`,
        };
      },
      CountMissed: ({ data, occurredAt }) => {
        const due = when(data.missed, occurredAt);
        return {
          zh: chinese`${subjectOf(data).zh}应在${due.zh}前盘点而未盘点。`,
          en: `${subjectOf(data).en} was to be counted by ${due.en}, and was not.`,
        };
      },
      ...findingSentences(found),
    },
    ['person'],
  ),
});

function subjectOf({ kind, subject }: PeriodId): Bilingual {
  if (kind === 'location') return { zh: chinese`库位${subject}`, en: `Location ${subject}` };
  return { zh: chinese`${subject}类工具`, en: `The class of tools ${subject}` };
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
