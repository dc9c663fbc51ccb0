import { chinese, quoted, where } from '@app/audit/src/words/index.js';
import type { Bilingual } from '@app/kernel';
import type { Paper } from '../domain/opening/opening.events.js';

/** `录入期初第 1 笔（《2026 年奖惩台账》，2026-03-01）`. */
export function entered({
  entry,
  source,
  dated,
  corrects,
}: Paper & { readonly entry: number; readonly corrects?: number }): Bilingual {
  const of = correcting(corrects);
  return {
    zh: chinese`自纸面录入期初第${entry}笔（${quoted(source)}，${dated}）${of.zh}`,
    en: `entered opening entry ${entry} from paper (${quoted(source)}, ${dated})${of.en}`,
  };
}

export function approved(entry: number, corrects: number | undefined): Bilingual {
  const of = correcting(corrects);
  return {
    zh: chinese`批准期初第${entry}笔${of.zh}`,
    en: `approved opening entry ${entry}${of.en}`,
  };
}

function correcting(corrects: number | undefined): Bilingual {
  return where(corrects, chinese`，更正第${corrects}笔`, `, which corrects entry ${corrects}`);
}
