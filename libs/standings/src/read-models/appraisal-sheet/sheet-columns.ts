import { csvText, type CsvColumn } from '@app/http';
import type { Sheet } from './sheet.js';

/** A month's sheets as a table: what is asked and what came of it, and the articles of what was found. */
export const sheetColumns: readonly CsvColumn<Sheet>[] = [
  { heading: '员工', cell: ({ employee }) => csvText(employee) },
  { heading: '月份', cell: ({ month }) => month },
  { heading: '考核分', cell: ({ points }) => String(points) },
  { heading: '工时', cell: ({ hours }) => hours },
  { heading: '工时定额', cell: ({ quota }) => quota ?? '' },
  { heading: '完成率%', cell: ({ quotaPercent }) => quotaPercent ?? '' },
  { heading: '基本工时指标', cell: ({ basicHours }) => basicHours ?? '' },
  { heading: '销售额', cell: ({ sales }) => sales },
  { heading: '销售目标', cell: ({ salesTarget }) => salesTarget ?? '' },
  { heading: '请假天数', cell: ({ leaveDays }) => String(leaveDays) },
  { heading: '时限做到', cell: ({ clocks }) => String(clocks.count) },
  { heading: '时限项数', cell: ({ clocks }) => String(clocks.of) },
  { heading: '首次上门修复', cell: ({ firstVisits }) => String(firstVisits.count) },
  { heading: '修复工单', cell: ({ firstVisits }) => String(firstVisits.of) },
  { heading: '回访满意', cell: ({ content }) => String(content.count) },
  { heading: '回访', cell: ({ content }) => String(content.of) },
  { heading: '签字评分', cell: ({ rating }) => rating ?? '' },
  { heading: '认定偏差', cell: ({ findings }) => String(findings) },
  { heading: '偏差条款', cell: ({ entries }) => csvText(articlesOf(entries)) },
  { heading: '属实投诉', cell: ({ complaints }) => String(complaints) },
];

function articlesOf(entries: Sheet['entries']): string {
  return entries
    .filter(({ kind }) => kind === 'finding')
    .map(({ article }) => article ?? '')
    .toSorted()
    .join(' ');
}
