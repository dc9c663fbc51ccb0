import { none } from '@app/kernel';

/** What the books say of people: whoever bought something may be on no file, and is told by the paper of the sale. */
export const stockPersonal = {
  MaterialSold: [{ texts: ['customer'], of: { kind: 'sale', id: 'slip' } }],
  MaterialTakenBack: [{ texts: ['reason'], of: { kind: 'sale', id: 'slip' } }],
  StockCountNoted: 'none',
  StockAdjusted: 'none',
  StockCountUpheld: 'none',
  ...none(
    'OpeningStockEntered',
    'MaterialReceived',
    'MaterialRequested',
    'MaterialRequestApproved',
    'MaterialRequestWithdrawn',
    'MaterialRequestExpired',
    'MaterialIssued',
    'MaterialAccepted',
    'MaterialDeclined',
    'MaterialReturned',
    'MaterialTakenIn',
    'MaterialUsed',
    'MaterialUseTakenBack',
    'UncoveredUseExplained',
    'MaterialScrapped',
    'PriceDifferenceBooked',
    'MaterialAskedBack',
    'StockCarriedForward',
  ),
} as const;
