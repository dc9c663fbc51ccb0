import { chinese, period } from '@app/audit/src/words/index.js';
import type { Bilingual } from '@app/kernel';
import type { NoticeAbout } from './domain/notice.events.js';

/** What a notice says, without whom and of which ticket. */
export function wordsOf(about: NoticeAbout): Bilingual {
  switch (about.kind) {
    case 'rung-called':
      return {
        zh: chinese`紧急情况，呼叫第${about.rung}级“${about.name}”`,
        en: `an emergency calls rung ${about.rung}, “${about.name}”`,
      };
    case 'general-manager-called':
      return {
        zh: '紧急情况各级均未接手，呼叫总经理',
        en: 'nobody on the ladder took an emergency, which calls the general manager',
      };
    case 'visit-unassigned':
      return {
        zh: chinese`第${about.visit}次上门的技术员已被解雇，须另行安排`,
        en: `a technician of visit ${about.visit} was dismissed, and somebody else is to be found`,
      };
    case 'visit-assigned': {
      const window = period(about.window);
      return {
        zh: chinese`安排第${about.visit}次上门，${window.zh}`,
        en: `visit ${about.visit} is to be made, ${window.en}`,
      };
    }
  }
}
