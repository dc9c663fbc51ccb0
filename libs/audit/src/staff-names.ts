/**
 * What the staff are called, as accounts need it. Another context answers, bound to it in the
 * application that is being put together.
 */
export abstract class StaffNames {
  /**
   * The newest names of those who are employees or once were, by their ids, all looked up at once;
   * ids that belong to no employee are left out.
   */
  abstract namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
