import { chinese, where } from '@app/audit/src/words/index.js';
import type { Bilingual, Yuan } from '@app/kernel';

/** What the customer still owes and what is due back to them, behind what was said; nothing where nothing is. */
export function owedText({
  owed,
  dueBack,
}: {
  readonly owed?: Yuan;
  readonly dueBack?: Yuan;
}): Bilingual {
  const rest = where(owed, chinese`，客户尚欠${owed ?? ''}元`, `; ${owed} yuan still owed`);
  const back = where(dueBack, chinese`，应退客户${dueBack ?? ''}元`, `; ${dueBack} yuan due back`);
  return { zh: `${rest.zh}${back.zh}`, en: `${rest.en}${back.en}` };
}
