import { chinese, plainAccount, quoted, where, who } from '@app/audit/src/words/index.js';
import type { Bilingual } from '@app/kernel';
import type { LotOf } from '../domain/stock/lot.js';
import type { Range } from '../domain/stocktake/range.js';
import type { Scope, StocktakeEvent } from '../domain/stocktake/stocktake.events.js';
import { lotsInWords } from './lots-in-words.js';
import { at as placeInWords } from './place-in-words.js';

/** A stocktake in plain words. */
export const stocktakeAccount = plainAccount<StocktakeEvent>({
  StocktakeStarted: ({ data: { stocktake, scope, lines, tools }, actor }) => {
    const twice = lines.filter((line) => line.twice).length;
    const more = where(
      twice > 0,
      chinese`，其中${twice}项须两人分别盘点`,
      `; ${twice} of them are to be counted by two people`,
    );
    const of = scopeInWords(scope);
    return {
      zh: chinese`${who(actor).zh}开始盘点${stocktake}（${of.zh}），物料${lines.length}项、工具${tools.length}件${more.zh}。`,
      en: `${who(actor).en} began stocktake ${stocktake} (${of.en}): ${lines.length} materials and ${tools.length} tools${more.en}.`,
    };
  },
  StockCounted: ({ data: { sku, place, quantity }, actor }) => {
    const at = placeInWords(place);
    return {
      zh: chinese`${who(actor).zh}在${at.zh}实盘${sku}共${quantity}。`,
      en: `${who(actor).en} counted ${quantity} of ${sku} at ${at.en}.`,
    };
  },
  ToolCounted: ({ data: { tool, there, remark }, actor }) => {
    const said = where(remark, chinese`（${quoted(remark ?? '')}）`, ` (${quoted(remark ?? '')})`);
    return {
      zh: chinese`${who(actor).zh}核对工具${tool}：${there ? '在' : '不在'}${said.zh}。`,
      en: `${who(actor).en} looked for tool ${tool}: it was ${there ? '' : 'not '}there${said.en}.`,
    };
  },
  RecountAsked: ({ data, actor }) => ({
    zh: chinese`${who(actor).zh}要求重新盘点${itemInWords(data).zh}：${quoted(data.reason)}。`,
    en: `${who(actor).en} asked for a recount of ${itemInWords(data).en}: ${quoted(data.reason)}.`,
  }),
  StocktakeClosed: ({ data: { counted, differences, tools }, actor }) => {
    const some = differences.slice(0, SHOWN);
    const listed: Bilingual = {
      zh: some
        .map(
          ({ sku, book, counted: found, value, ...pieces }) =>
            `${sku} 账面 ${book}、实盘 ${found}、金额 ${value} 元${piecesInWords(pieces).zh}`,
        )
        .join('；'),
      en: some
        .map(
          ({ sku, book, counted: found, value, ...pieces }) =>
            `${sku}: ${book} by the books, ${found} counted, ${value} yuan${piecesInWords(pieces).en}`,
        )
        .join('; '),
    };
    const more = where(some.length > 0, chinese`：${listed.zh}`, `: ${listed.en}`);
    return {
      zh: chinese`${who(actor).zh}结束盘点，共${counted}项，物料差异${differences.length}项、工具差异${tools.length}件${more.zh}。`,
      en: `${who(actor).en} closed the stocktake of ${counted} lines: ${differences.length} materials and ${tools.length} tools differ${more.en}.`,
    };
  },
  DifferenceExplained: ({ data, actor }) => ({
    zh: chinese`${who(actor).zh}说明${itemInWords(data).zh}的差异：${quoted(data.explanation)}。`,
    en: `${who(actor).en} explained the difference of ${itemInWords(data).en}: ${quoted(data.explanation)}.`,
  }),
  StocktakeApproved: ({ data: { adjusted, unexplained }, actor }) => {
    const open = where(
      unexplained > 0,
      chinese`，其中${unexplained}项未说明原因`,
      `, ${unexplained} of them unexplained`,
    );
    return {
      zh: chinese`${who(actor).zh}审批盘点，调整${adjusted}项${open.zh}。`,
      en: `${who(actor).en} approved the stocktake, which adjusts ${adjusted} lines${open.en}.`,
    };
  },
  MovementToldAfterCount: ({ data }) => {
    const item = itemInWords(data);
    const kind = TOLD_LATE[data.toldLate] ?? { zh: '出入库', en: 'movement' };
    const paper = data.slip ?? data.ticket;
    const named = where(paper, chinese`（${paper ?? ''}）`, ` (${paper})`);
    const by = data.quantity > 0 ? `+${data.quantity}` : String(data.quantity);
    return {
      zh: chinese`审批之后补记了盘点之前${item.zh}的${kind.zh}${named.zh}：实盘数不变，差异的说明改变${by}，金额 ${data.value} 元。`,
      en: `After the approval ${kind.en} of ${item.en}${named.en} was recorded that had happened before the count: the count stands, and the explanation of the difference changes by ${by} worth ${data.value} yuan.`,
    };
  },
  StocktakeCancelled: ({ data: { reason }, actor }) => ({
    zh: chinese`${who(actor).zh}取消盘点：${quoted(reason)}。`,
    en: `${who(actor).en} cancelled the stocktake: ${quoted(reason)}.`,
  }),
});

function piecesInWords({
  missing = [],
  found = [],
  lots,
}: {
  readonly missing?: readonly string[];
  readonly found?: readonly string[];
  readonly lots?: readonly LotOf[];
}): Bilingual {
  const some = (serials: readonly string[]) => serials.slice(0, SHOWN).join(' ');
  const parts: Bilingual[] = [];
  if (missing.length > 0)
    parts.push({ zh: `未见 ${some(missing)}`, en: `missing ${some(missing)}` });
  if (found.length > 0)
    parts.push({ zh: `账外 ${some(found)}`, en: `beside the books ${some(found)}` });
  if (parts.length === 0) return lotsInWords(lots);
  const said = { zh: parts.map(({ zh }) => zh), en: parts.map(({ en }) => en) };
  return { zh: `（${said.zh.join('，')}）`, en: ` (${said.en.join(', ')})` };
}

/** What was told late, by the type of its event. */
const TOLD_LATE: Readonly<Record<string, Bilingual>> = {
  OpeningStockEntered: { zh: '期初', en: 'an opening entry' },
  MaterialReceived: { zh: '收货', en: 'a receipt' },
  MaterialDeclined: { zh: '退回', en: 'a refusal' },
  MaterialTakenIn: { zh: '转入', en: 'an arrival' },
  MaterialTakenBack: { zh: '退货', en: 'a return by the customer' },
  MaterialUseTakenBack: { zh: '使用更正', en: 'a corrected use' },
  MaterialIssued: { zh: '发出', en: 'an issue' },
  MaterialReturned: { zh: '退料', en: 'a return' },
  MaterialUsed: { zh: '使用', en: 'a use' },
  UncoveredUseExplained: { zh: '使用', en: 'a use' },
  MaterialSold: { zh: '销售', en: 'a sale' },
  MaterialScrapped: { zh: '报废', en: 'a scrapping' },
};

/** Differences that a sentence lists; the rest stands in the stocktake. */
const SHOWN = 10;

function itemInWords({
  sku,
  place,
  tool,
}: {
  sku?: string;
  place?: string;
  tool?: string;
}): Bilingual {
  if (tool !== undefined) return { zh: chinese`工具${tool}`, en: `tool ${tool}` };
  const at = placeInWords(place ?? '');
  return { zh: chinese`${at.zh}的${sku ?? ''}`, en: `${sku} at ${at.en}` };
}

/** Between which numbers; undefined: all of them. */
export function rangeInWords({ after, upTo }: Range): Bilingual | undefined {
  if (after !== undefined && upTo !== undefined)
    return { zh: chinese`编号${after}之后至${upTo}`, en: `after ${after} up to ${upTo}` };
  if (after !== undefined) return { zh: chinese`编号${after}之后`, en: `after ${after}` };
  return upTo === undefined ? undefined : { zh: chinese`编号至${upTo}`, en: `up to ${upTo}` };
}

function scopeInWords(scope: Scope): Bilingual {
  const { place, class: ofClass, skus, toolClass, tools } = scope;
  const parts: Bilingual[] = [];
  if (place !== undefined) parts.push(placeInWords(place));
  if (ofClass !== undefined) parts.push({ zh: chinese`${ofClass}类物料`, en: `class ${ofClass}` });
  if (skus) parts.push({ zh: `清单 ${skus.length} 种`, en: `a list of ${skus.length} materials` });
  if (toolClass !== undefined)
    parts.push({ zh: chinese`${toolClass}类工具`, en: `tools of class ${toolClass}` });
  if (tools)
    parts.push({ zh: `清单工具 ${tools.length} 件`, en: `a list of ${tools.length} tools` });
  parts.push(...[rangeInWords(scope) ?? []].flat());
  return {
    zh: parts.map(({ zh }) => zh).join('、'),
    en: parts.map(({ en }) => en).join(', '),
  };
}
