/* What customers ask of what stands outside every context; bound in the application that is being put together. */

import type { Erased } from '../domain/customer.events.js';

/** The keys under which what is said of people is sealed, and their files. */
export abstract class PersonKeys {
  /** Destroys those of a customer, for ever; doing it again destroys what was made since. */
  abstract destroy(of: Erased & { readonly customer: string }): Promise<void>;
}
