import { csvText, type CsvColumn } from '@app/http';
import { localDate, localTime, type Instant } from '@app/kernel';
import { STATUS } from '../../domain/case/case-of.js';
import { levels } from '../../domain/edition/clause.js';
import { explanationOf } from '../../domain/standing/standing-of-cases.js';
import { countOf } from '../../domain/standing/reckon.js';
import { inWords } from '../../account/measures-in-words.js';
import type { CaseRow } from '../case-board/case-board.read-model.js';
import type { IncomeShareRow, ShareState } from '../income-shares/income-shares.read-model.js';
import { unpacked } from '../standing/packed.js';
import type { StandingRow } from '../standing/standing.row.js';

const DEPARTMENTS = { sales: '零配件营业部', repair: '维修部', office: '办公室' } as const;
const SHARES: Readonly<Record<ShareState, string>> = {
  open: '未决定',
  due: '待发放',
  paid: '已发放',
  'due-back': '应退回',
  dropped: '不成立',
  revoked: '已撤销',
};

/** The standings of a year, in the order of ids: what is left of each level, points, and those of each month. */
export const standingColumns: readonly CsvColumn<StandingRow>[] = [
  { heading: '员工', cell: ({ employee }) => csvText(employee) },
  { heading: '年度', cell: ({ year }) => year },
  { heading: '部门', cell: ({ department }) => (department ? DEPARTMENTS[department] : '') },
  { heading: '分数', cell: ({ points }) => String(points) },
  ...levels.map((level) => ({
    heading: inWords([level]).zh,
    cell: ({ net }: StandingRow) => String(countOf({ net }, level)),
  })),
  ...Array.from({ length: 12 }, (_, index) => ({
    heading: `${index + 1}月分数`,
    cell: ({ year, standing }: StandingRow) => {
      const month = `${year}-${String(index + 1).padStart(2, '0')}`;
      const months = explanationOf(unpacked(standing).cases)?.months ?? [];
      return String(months.find((each) => each.month === month)?.points ?? 0);
    },
  })),
  {
    heading: '版本',
    cell: ({ standing }) => explanationOf(unpacked(standing).cases)?.editions.join('、') ?? '',
  },
];

export const caseColumns: readonly CsvColumn<CaseRow>[] = [
  { heading: '员工', cell: ({ employee }) => csvText(employee) },
  { heading: '年度', cell: ({ year }) => year },
  { heading: '案号', cell: ({ number }) => String(number) },
  { heading: '部门', cell: ({ department }) => csvText(department) },
  { heading: '条款', cell: ({ article, clause }) => csvText(`${article}.${clause}`) },
  { heading: '版本', cell: ({ edition }) => edition },
  { heading: '状态', cell: ({ status }) => STATUS[status].zh },
  { heading: '事实时间', cell: ({ happenedAt }) => moment(happenedAt) },
  { heading: '立案时间', cell: ({ openedAt }) => moment(openedAt) },
  { heading: '现状自', cell: ({ since }) => moment(since) },
  { heading: '陈述期至', cell: ({ hearingUntil }) => moment(hearingUntil) },
  { heading: '申诉期至', cell: ({ appealUntil }) => moment(appealUntil) },
];

export const shareColumns: readonly CsvColumn<IncomeShareRow>[] = [
  { heading: '员工', cell: ({ employee }) => csvText(employee) },
  { heading: '年度', cell: ({ year }) => year },
  { heading: '案号', cell: ({ number }) => String(number) },
  { heading: '上门', cell: ({ matter }) => csvText(matter ?? '') },
  { heading: '创收收入', cell: ({ income }) => income ?? '' },
  { heading: '成本', cell: ({ costs }) => costs ?? '' },
  { heading: '份额', cell: ({ portion }) => portion ?? '' },
  { heading: '奖励', cell: ({ amount }) => amount ?? '' },
  { heading: '更正前已发', cell: ({ paidBefore }) => paidBefore ?? '' },
  { heading: '实发', cell: ({ paid }) => paid ?? '' },
  { heading: '状态', cell: ({ state }) => SHARES[state] },
  { heading: '决定时间', cell: ({ decidedAt }) => moment(decidedAt) },
  { heading: '发放时间', cell: ({ paidAt }) => moment(paidAt) },
  { heading: '发放人', cell: ({ paidBy }) => csvText(paidBy ?? '') },
];

/** Business time; nothing where there is none. */
function moment(at: Instant | Date | null): string {
  if (at === null) return '';
  const instant = at instanceof Date ? at.toISOString() : at;
  return `${localDate(instant)} ${localTime(instant)}`;
}
