/** One line of the account. */
export interface AccountLine {
  readonly text: string;
  /** Opens a section: the ticket, a visit, the findings. */
  readonly heading?: boolean;
  /** The version of the event that it tells of. */
  readonly version?: number;
}
