import { Invalid, noSuch, NotFound, NotPossible, type Bilingual } from '@app/kernel';
import type { OpenStocktake } from './stocktake.state.js';

export const unknownStocktake = noSuch('stocktake', { zh: '这次盘点', en: 'stocktake' });

const STANDS: Readonly<Record<OpenStocktake['status'], Bilingual>> = {
  counting: { zh: '盘点仍在进行', en: 'it is still being counted' },
  closed: { zh: '盘点已结束，等待审批', en: 'counting has ended, and waits for approval' },
  approved: { zh: '盘点已审批', en: 'it has been approved' },
  cancelled: { zh: '盘点已取消', en: 'it has been cancelled' },
};

/** `stocktake-counting`, `stocktake-closed`, `stocktake-approved`, `stocktake-cancelled`: where it stands. */
export function standsElsewhere({ status }: Pick<OpenStocktake, 'status'>): NotPossible {
  return new NotPossible(`stocktake-${status}`, STANDS[status]);
}

export function nothingToCount(): Invalid {
  return new Invalid('nothing-to-count', {
    zh: '须指定库位、物料类别、物料清单、工具类别或工具清单之一，且其中有可盘之物',
    en: 'name a place, a class, materials, a class of tools or tools, of which there is something to count',
  });
}

export function scopeIsUnclear(pointer: string, says: Bilingual): Invalid {
  return new Invalid('scope-is-unclear', says, pointer);
}

export function sheetTooLong(most: number): Invalid {
  return new Invalid('sheet-too-long', {
    zh: `一次盘点至多 ${most} 项：清单请分次列出，物料与工具请分开盘点`,
    en: `a stocktake has ${most} lines at most: make two of a list, and count materials and tools by themselves`,
  });
}

export function notOnTheSheet(pointer: string): NotFound {
  const says = { zh: '不在本次盘点范围内', en: 'it is not in the scope of this stocktake' };
  return new NotFound('not-on-the-sheet', says, pointer);
}

export function noDifference(): NotFound {
  return new NotFound('no-such-difference', {
    zh: '本次盘点中该项没有差异',
    en: 'there is no difference of it in this stocktake',
  });
}

export function notANumberOfPieces(decimals: number, pointer: string): Invalid {
  const says = {
    zh: `实盘数须为零或以上、至多 ${decimals} 位小数`,
    en: `what was counted is zero or more, with at most ${decimals} decimals`,
  };
  return new Invalid('not-a-quantity', says, pointer);
}

export function sinceChanged(): NotPossible {
  return new NotPossible('difference-has-changed', {
    zh: '结束盘点后差异有变化，须再次结束盘点后审批',
    en: 'the differences are others since the stocktake was closed: close it again, and approve what it says then',
  });
}

/** What moved while the books were looked at, one piece after the other. */
export function movedMeanwhile(sku: string, place: string): NotPossible {
  return new NotPossible('moved-meanwhile', {
    zh: `正当核对时 ${place} 的 ${sku} 有出入库，请再试一次`,
    en: `pieces of ${sku} at ${place} were moving while they were compared with the books: try again`,
  });
}
