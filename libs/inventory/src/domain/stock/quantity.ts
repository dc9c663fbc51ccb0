import { Invalid } from '@app/kernel';

/** A quantity in thousandths of its unit: whole numbers, so that nothing is lost in adding. */
export type Thousandths = number;

/** At most so many units in one movement. A bound of the program, as `MOST_WORTH` is, and no number of the policy. */
export const MOST = 1_000_000;

/**
 * A quantity that was asked for.
 *
 * @param decimals that its material allows
 * @param pointer the field that says it; default: that of the movement
 * @throws Invalid `not-a-quantity` not above zero, too many, or with more decimals than there are
 */
export function thousandthsOf(
  quantity: number,
  decimals: number,
  pointer = '/quantity',
): Thousandths {
  const fits = Number(quantity.toFixed(decimals)) === quantity;
  if (quantity > 0 && quantity <= MOST && fits) return Math.round(quantity * 1000);
  const places = decimals === 0 ? '' : `、至多 ${decimals} 位小数`;
  const placesInEnglish = decimals === 0 ? ' whole' : '';
  const most = decimals === 0 ? '' : ` with at most ${decimals} decimals`;
  const says = {
    zh: `数量须大于零、不超过 ${MOST}${decimals === 0 ? '且为整数' : places}`,
    en: `the quantity must be a${placesInEnglish} number above zero${most}, and ${MOST} at most`,
  };
  throw new Invalid('not-a-quantity', says, pointer);
}

/** As people write it. */
export function unitsOf(thousandths: Thousandths): number {
  return thousandths / 1000;
}
