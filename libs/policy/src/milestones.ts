import type { Bilingual } from '@app/kernel';

/** What is to be built, in its order, and what people call it; an article that waits names one of these. */
export const milestones = {
  'customers to department': {
    zh: '客户、合同、投诉、培训与科室',
    en: 'customers, contracts, complaints, training and department',
  },
  'console and paper': { zh: '控制台与单据', en: 'console and paper' },
} as const satisfies Record<string, Bilingual>;

export type Milestone = keyof typeof milestones;
