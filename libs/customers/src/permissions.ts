import { office, readers, type Permission } from '@app/identity';

/** A customer's file, and the list of them. */
export const readCustomer: Permission = { action: 'read-customer', roles: readers };

/** The installed base. */
export const readUnit: Permission = { action: 'read-unit', roles: readers };

/** Who keeps the customers' files (R8). */
export const keepers = [...office, 'sales'] as const;
