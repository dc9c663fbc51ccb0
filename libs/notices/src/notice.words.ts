import { chinese, period, where } from '@app/audit/src/words/index.js';
import type { Bilingual } from '@app/kernel';
import type { NoticeAbout } from './domain/notice.events.js';

/** What a notice says, without whom and of which ticket; of one of the stores all. */
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
    case 'stock-low': {
      const { sku, name, unit, quantity, minimum, leadDays } = about;
      const lead = where(
        leadDays,
        chinese`，订货约需${leadDays ?? 0}天`,
        `; an order takes ${leadDays} days`,
      );
      return {
        zh: chinese`物料${sku}（${name}）只剩${quantity}${unit}，低于最低库存${minimum}${lead.zh}`,
        en: `of material ${sku} (${name}) ${quantity} ${unit} are left, fewer than ${minimum}${lead.en}`,
      };
    }
    case 'visit-assigned': {
      const window = period(about.window);
      return {
        zh: chinese`安排第${about.visit}次上门，${window.zh}`,
        en: `visit ${about.visit} is to be made, ${window.en}`,
      };
    }
  }
}
