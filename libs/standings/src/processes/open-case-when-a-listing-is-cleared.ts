import { listingEvents, type ListedGoodsTakenBack, type ListingCleared } from '@app/inventory';
import { localDate, type Instant } from '@app/kernel';
import { only, send, type Process } from '@app/processes';
import { standingStreams } from '../domain/standing.state.js';

/** The last clearing of each listing of a material, by its number, while what was sold has not come back. */
type Clearings = Readonly<Record<string, Cleared>>;

interface Cleared {
  readonly clearedAt: Instant;
  /** The end of the term, which no longer belongs to it. */
  readonly until: Instant;
  readonly sellers: readonly string[];
}

/**
 * D15: goods that had been listed as slow-moving were all sold within the term: a case of whoever sold them.
 * Where several did, of each, and its facts say how many of them they sold: who cleared them is for people
 * to judge. Where something comes back within the term, nothing is cleared, and the cases are withdrawn;
 * what comes back after it leaves them.
 */
export const openCaseWhenAListingIsCleared: Process<
  Clearings,
  ListingCleared | ListedGoodsTakenBack
> = {
  name: 'open-case-when-a-listing-is-cleared',
  startsAt: 'installation',
  handles: only(listingEvents, ['ListingCleared', 'ListedGoodsTakenBack']),
  initialState: {},
  evolve(clearings, { type, data }) {
    if (type === 'ListingCleared') {
      const { number, clearedAt, until, sellers } = data;
      const cleared = { clearedAt, until, sellers: sellers.map(({ seller }) => seller) };
      return { ...clearings, [number]: cleared };
    }
    if (!undone(clearings, data)) return clearings;
    const { [data.number]: _, ...others } = clearings;
    return others;
  },
  react({ type, data }, clearings) {
    const { sku, number } = data;
    const of = { article: 'D15', matter: `${sku}/${number}` };
    const to = (employee: string, command: string, happenedAt: Instant, said: object = {}) => {
      const year = localDate(happenedAt).slice(0, 4);
      const whole = { employee, year, ...of, happenedAt, ...said };
      return send(standingStreams, employee, command, whole);
    };
    if (type === 'ListedGoodsTakenBack') {
      const cleared = undone(clearings, data);
      if (!cleared) return [];
      return cleared.sellers.map((seller) => to(seller, 'WithdrawCase', cleared.clearedAt));
    }
    const { quantity, clearedAt, sellers } = data;
    return sellers.map(({ seller, quantity: sold }) => {
      const facts = `滞销品 ${sku}（第 ${number} 次列入）共 ${quantity} 于期限内出清，其中本人售出 ${sold} / the ${quantity} of ${sku} that were listed as slow-moving (listing ${number}) were sold within the term, ${sold} of them by the employee`;
      return to(seller, 'OpenCase', clearedAt, { clause: 'slow-moving', facts });
    });
  },
};

/** What had been cleared, and is not after all. */
function undone(
  clearings: Clearings,
  { number, at }: ListedGoodsTakenBack['data'],
): Cleared | undefined {
  const cleared = clearings[number];
  return cleared && at < cleared.until ? cleared : undefined;
}
