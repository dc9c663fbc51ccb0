import { localDate, localTime, type Bilingual } from '@app/kernel';
import { handsAt } from '../location/location.js';
import type { PieceDeed } from './piece.events.js';
import { placeOf, type LastMove, type Piece } from './piece.js';

/** Where a piece is, for whoever looked for it somewhere else: `since 2026-03-02 09:00 in the hands of li-wei`. */
export function whereabouts(piece: Piece): Bilingual {
  const { last } = piece ?? {};
  if (!last) return { zh: '没有入库记录', en: 'it was never received' };
  const since = `${localDate(last.at)} ${localTime(last.at)}`;
  const where = placed(last);
  return { zh: `自 ${since} 起${where.zh}`, en: `since ${since} it is ${where.en}` };
}

function placed(last: LastMove): Bilingual {
  const place = placeOf(last);
  if (place !== undefined) return { zh: `在${named(place).zh}`, en: inPlace(place) };
  const gone = GONE[last.deed]!(last);
  return { zh: gone.zh, en: gone.en };
}

const GONE: Partial<Record<PieceDeed, (last: LastMove) => Bilingual>> = {
  issued: ({ place, to = '', slip }) => ({
    zh: `由${named(place).zh}发往${named(to).zh}，待接收方确认（单号 ${slip}）`,
    en: `on its way from ${named(place).en} to ${named(to).en}, who has not accepted it yet (number ${slip})`,
  }),
  sold: ({ customer, slip }) => ({
    zh: `已售予 ${customer}（单号 ${slip}）`,
    en: `sold to ${customer} (number ${slip})`,
  }),
  scrapped: ({ place }) => ({
    zh: `已在${named(place).zh}报废`,
    en: `scrapped at ${named(place).en}`,
  }),
  used: ({ ticket }) => ({ zh: `已用于工单 ${ticket}`, en: `used on ticket ${ticket}` }),
  missing: ({ place, stocktake }) => ({
    zh: `在${named(place).zh}盘点 ${stocktake} 时未见`,
    en: `missing: stocktake ${stocktake} did not find it at ${named(place).en}`,
  }),
};

function inPlace(place: string): string {
  return `${handsAt(place) === undefined ? 'at' : 'in'} ${named(place).en}`;
}

function named(place: string): Bilingual {
  const employee = handsAt(place);
  if (employee === undefined) return { zh: `库位 ${place} `, en: place };
  return { zh: `员工 ${employee} 手中`, en: `the hands of ${employee}` };
}
