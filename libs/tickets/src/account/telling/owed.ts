import { chinese, where } from '@app/audit/src/words/index.js';
import type { Bilingual, Yuan } from '@app/kernel';

/** What the customer still owes, behind what was said; nothing where they owe nothing. */
export function owedText(amount: Yuan | undefined): Bilingual {
  return where(amount, chinese`，客户尚欠${amount ?? ''}元`, `; ${amount} yuan still owed`);
}
