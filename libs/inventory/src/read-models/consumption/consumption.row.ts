/** What was used and sold of a material in a period, and its class by its share of all that was. */
export class ConsumptionRow {
  readonly sku!: string;
  readonly name!: string;
  /** Its kind, as it is registered. */
  readonly class!: string;
  /** Units, as decimal text, less what came back of them. */
  readonly quantity!: string;
  /** At the cost at which they went, in yuan. */
  readonly value!: string;
  /** Of the value of all that was consumed, in per cent with two places. */
  readonly share!: string;
  /** Of this and of all that were consumed more. */
  readonly cumulative!: string;
  /** A: those with the most, up to the policy's share; then B, then C. */
  readonly abc!: 'A' | 'B' | 'C';
}
