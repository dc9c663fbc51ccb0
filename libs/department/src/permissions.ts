import { readers, type Permission } from '@app/identity';

/** An employee's file, and the list of them; the operator makes employees users. */
export const readEmployee: Permission = {
  action: 'read-employee',
  roles: [...readers, 'operator'],
};
