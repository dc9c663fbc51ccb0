import type { Bilingual } from '@app/kernel';
import type { DocumentId } from './article.js';

/** The titles of the five policy documents, in the order of the source. */
export const documents: Readonly<Record<DocumentId, Bilingual>> = {
  V: { zh: '售后上门服务制度', en: 'On-site service policy' },
  D: {
    zh: '售后服务中心员工奖惩制度实施细则',
    en: 'Implementing rules on rewards and discipline for service centre staff',
  },
  N: { zh: '售后服务准则', en: 'After-sales service standards' },
  R: { zh: '公司售后服务科职责', en: 'Duties of the after-sales service department' },
  B: {
    zh: '大厦弱电系统工程的培训及售后服务',
    en: 'Training and after-sales service for low-voltage systems in buildings',
  },
};
