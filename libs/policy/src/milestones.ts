import type { Bilingual } from '@app/kernel';

/** What is to be built, in its order, and what people call it; an article that waits names one of these. */
export const milestones = {
  'projections and feeds': { zh: '投影、流程与订阅', en: 'projections, processes and feeds' },
  'customers to department': {
    zh: '客户、合同、投诉、培训与科室',
    en: 'customers, contracts, complaints, training and department',
  },
  inventory: { zh: '工具与材料', en: 'tools and materials' },
  'rewards and discipline': { zh: '奖惩', en: 'rewards and discipline' },
  'console and paper': { zh: '控制台与单据', en: 'console and paper' },
} as const satisfies Record<string, Bilingual>;

export type Milestone = keyof typeof milestones;
