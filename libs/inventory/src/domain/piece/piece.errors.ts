import { Invalid, noSuch, Refused, type Bilingual } from '@app/kernel';
import type { Piece, PieceId } from './piece.js';
import { pieceIsInOnePlace } from './rules/piece-is-in-one-place.js';
import { whereabouts } from './whereabouts.js';

/** Names who holds it, and where. */
export function elsewhere({ sku, serial }: PieceId, piece: Piece): Refused {
  const { article, code, says } = pieceIsInOnePlace;
  const is = whereabouts(piece);
  const told: Bilingual = {
    zh: `${says.zh}：${sku} 的序列号 ${serial} ${is.zh}`,
    en: `${says.en}: of ${serial} of ${sku}, ${is.en}`,
  };
  return new Refused(article, code, told, '/serials');
}

/** @param given how many serial numbers were named */
export function serialsMissing(quantity: number, given: number, pointer = '/serials'): Invalid {
  const says = {
    zh: `该物料按序列号管理，须逐件给出序列号：数量 ${quantity}，给出 ${given} 个`,
    en: `this material is kept by serial number, so each piece is named: the quantity is ${quantity}, and ${given} are named`,
  };
  return new Invalid('serials-missing', says, pointer);
}

export function serialNamedTwice(serial: string): Invalid {
  const says = {
    zh: `序列号 ${serial} 重复（不分大小写）`,
    en: `${serial} is named twice, whether in capitals or not`,
  };
  return new Invalid('serial-named-twice', says, '/serials');
}

export function notBySerial(): Invalid {
  const says = {
    zh: '该物料不按序列号管理，请勿填写序列号',
    en: 'this material is not kept by serial number: name none',
  };
  return new Invalid('not-by-serial', says, '/serials');
}

export const unknownPiece = noSuch('piece', { zh: '这一件（序列号）', en: 'piece' });
