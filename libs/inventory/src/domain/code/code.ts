import { asPrinted, Invalid } from '@app/kernel';
import { serialOf } from '../piece/piece.js';

/** What bears a scannable code. */
export type Coded =
  | { readonly kind: 'material'; readonly id: string }
  | { readonly kind: 'tool'; readonly id: string }
  /** `BOARD-7:SN-1001`, or the serial number alone, as its maker has printed it. */
  | { readonly kind: 'piece'; readonly id: string };

const LETTERS = { material: 'M', tool: 'T', piece: 'S' } as const;

/**
 * What stands in the code: `M:CAP-35`, `T:TOOL-101`, `S:BOARD-7:SN-1001`. No number has a colon, so one is
 * not taken for the other.
 */
export function codeOf({ kind, id }: Coded): string {
  return `${LETTERS[kind]}:${id}`;
}

/** The name of its symbology (`]C1`), which scanners send before a code. */
const SYMBOLOGY = /^\][A-Za-z]\d/;
const CODE = /^(?:([MTmt]):)?([A-Za-z0-9][A-Za-z0-9-]{0,63})$/;
const PIECE = /^[Ss]:([A-Za-z0-9][A-Za-z0-9-]{0,63}):([A-Za-z0-9][A-Za-z0-9-]{0,63})$/;

/**
 * What a scanner read, with what it sends besides; what names no kind may be a tool, a material or the
 * serial number of a piece.
 *
 * @throws Invalid `not-a-code` it is none of ours
 */
export function codedIn(sent: string): readonly [Coded, ...Coded[]] {
  const code = asPrinted(sent).replace(SYMBOLOGY, '');
  const [, sku, serial] = PIECE.exec(code) ?? [];
  if (serial !== undefined) return [{ kind: 'piece', id: `${sku}:${serialOf(serial)}` }];
  const [, letter, id] = CODE.exec(code) ?? [];
  if (id === undefined) throw notACode();
  const tool = { kind: 'tool', id } as const;
  const material = { kind: 'material', id } as const;
  if (letter === undefined) return [tool, material, { kind: 'piece', id: serialOf(id) }];
  return [letter.toUpperCase() === LETTERS.tool ? tool : material];
}

function notACode(): Invalid {
  const says = {
    zh: '扫到的不是本中心的条码：应为 M:物料编号、T:工具编号、S:物料编号:序列号，或序列号',
    en: 'that is no code of this centre: it is M: and a material’s number, T: and a tool’s, S: and a material’s with the serial number of a piece, or that number alone',
  };
  return new Invalid('not-a-code', says, '/code');
}
