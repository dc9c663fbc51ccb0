import { Invalid } from '@app/kernel';

/** What bears a scannable code. */
export type Coded =
  | { readonly kind: 'material'; readonly id: string }
  | { readonly kind: 'tool'; readonly id: string };

const LETTERS = { material: 'M', tool: 'T' } as const;

/** What stands in the code: `M:CAP-35`, `T:TOOL-101`. No id has a colon, so one is not taken for the other. */
export function codeOf({ kind, id }: Coded): string {
  return `${LETTERS[kind]}:${id}`;
}

/** What scanners send besides: the key that ends a code, and the name of its symbology (`]C1`). */
const BESIDES = /^\s*(?:\][A-Za-z]\d)?|\s+$/g;
/** A keyboard that writes Chinese sends its own colon. */
const CODE = /^(?:([MTmt])[:：])?([A-Za-z0-9][A-Za-z0-9-]{0,63})$/;

/**
 * What a scanner read, with what it sends besides; what names no kind may be a tool or a material.
 *
 * @throws Invalid `not-a-code` it is none of ours
 */
export function codedIn(sent: string): readonly [Coded, ...Coded[]] {
  const [, letter, id] = CODE.exec(sent.replace(BESIDES, '')) ?? [];
  if (id === undefined) throw notACode();
  const tool = { kind: 'tool', id } as const;
  const material = { kind: 'material', id } as const;
  if (letter === undefined) return [tool, material];
  return [letter.toUpperCase() === LETTERS.tool ? tool : material];
}

function notACode(): Invalid {
  const says = {
    zh: '扫到的不是本中心的条码：应为 M:物料编号 或 T:工具编号',
    en: 'that is no code of this centre: it is M: and a material’s number, or T: and a tool’s',
  };
  return new Invalid('not-a-code', says, '/code');
}
