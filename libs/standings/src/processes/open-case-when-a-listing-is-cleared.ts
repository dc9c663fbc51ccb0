import { listingEvents, type ListingCleared } from '@app/inventory';
import { localDate } from '@app/kernel';
import { only, send, type Process } from '@app/processes';
import { standingStreams } from '../domain/standing.state.js';

/**
 * D15: goods that had been listed as slow-moving were all sold within the term: a case of whoever sold them.
 * Where several did, of each, and its facts say how many of them they sold: who cleared them is for people
 * to judge. Cleared once more after something came back, it is the same case.
 */
export const openCaseWhenAListingIsCleared: Process<null, ListingCleared> = {
  name: 'open-case-when-a-listing-is-cleared',
  startsAt: 'installation',
  handles: only(listingEvents, ['ListingCleared']),
  initialState: null,
  evolve: () => undefined,
  react({ data: { sku, number, quantity, clearedAt, sellers } }) {
    const year = localDate(clearedAt).slice(0, 4);
    return sellers.map(({ seller: employee, quantity: sold }) => {
      const facts = `滞销品 ${sku}（第 ${number} 次列入）共 ${quantity} 于期限内出清，其中本人售出 ${sold} / the ${quantity} of ${sku} that were listed as slow-moving (listing ${number}) were sold within the term, ${sold} of them by the employee`;
      const said = { article: 'D15', clause: 'slow-moving', facts, happenedAt: clearedAt };
      const matter = `${sku}/${number}`;
      return send(standingStreams, employee, 'OpenCase', { employee, year, ...said, matter });
    });
  },
};
