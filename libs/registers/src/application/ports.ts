/** The staff list, as far as the registers need it: tools and parts go into the hands of people who are there. */
export abstract class Staff {
  abstract isActive(employee: string): Promise<boolean>;
}

/** The customer files, as far as the registers need them: terms are promised to those on file. */
export abstract class CustomerFiles {
  abstract isKnown(customer: string): Promise<boolean>;
}
