import { rule } from '@app/policy';
import type { Visit } from '../ticket/ticket.state.js';

/** V26: whoever is responsible there is asked whether anything else is wrong. */
export const responsiblePersonsAreAsked = rule<Pick<Visit, 'farewell'>>(
  'V26',
  'responsible-persons-not-asked',
  {
    zh: '未向有关负责人询问是否还有其他问题',
    en: 'the responsible persons were not asked',
  },
  ({ farewell }) => farewell !== undefined && !farewell.responsiblePersonsAsked,
);
