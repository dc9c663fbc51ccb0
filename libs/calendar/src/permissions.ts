import { readers, type Permission } from '@app/identity';

/** The working calendar, a year or a day; the operator sees to it that it is there. */
export const readCalendar: Permission = {
  action: 'read-calendar',
  roles: [...readers, 'operator'],
};
