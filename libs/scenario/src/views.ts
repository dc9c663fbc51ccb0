/** A ticket's state as a replay tells it, as far as it is compared. */
export interface ReplayedTicket {
  readonly status: string;
  readonly visits: readonly {
    readonly visit: number;
    readonly status: string;
    readonly technician: string;
    readonly window: unknown;
    readonly suspension?: unknown;
  }[];
  readonly findings: readonly Finding[];
  readonly custody: readonly { readonly product: string }[];
}

/** A ticket as the read model shows it, as far as it is compared. */
export interface ShownTicket {
  readonly version: number;
  readonly status: string;
  readonly visits: readonly {
    readonly visit: number;
    readonly progress: string;
    readonly technician: string;
    readonly window: unknown;
  }[];
  readonly findings: readonly Finding[];
  readonly custody: readonly { readonly product: string; readonly returned: unknown }[];
}

interface Finding {
  readonly finding: number;
  readonly article: string;
  readonly code: string;
  readonly status: string;
}

/** What a ticket's history says of it. */
export function toldBy({ status, visits, findings, custody }: ReplayedTicket, version: number) {
  return {
    version,
    status,
    visits: visits.map(({ visit, status, technician, window, suspension }) => {
      const progress = status === 'working' && suspension ? 'suspended' : status;
      return { visit, progress, technician, window };
    }),
    findings: findings.map(reviewed),
    inCustody: custody.map(({ product }) => product),
  };
}

/** The same of its read model. */
export function shownBy({ version, status, visits, findings, custody }: ShownTicket) {
  return {
    version,
    status,
    visits: visits.map(({ visit, progress, technician, window }) => ({
      visit,
      progress,
      technician,
      window,
    })),
    findings: findings.map(reviewed),
    inCustody: custody.filter(({ returned }) => returned === null).map(({ product }) => product),
  };
}

function reviewed({ finding, article, code, status }: Finding): Finding {
  return { finding, article, code, status };
}
