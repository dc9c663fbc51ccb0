/** The roles that act on the system. */
export const roles = [
  'hotline',
  'dispatcher',
  'technician',
  'sales',
  'storekeeper',
  'supervisor',
  'general-manager',
  'auditor',
  'integrator',
  'operator',
] as const;

export type Role = (typeof roles)[number];

/* Those who mostly do a thing together, as tables of who may do what name them. */
export const office = ['hotline', 'dispatcher', 'supervisor'] as const;
export const planners = ['dispatcher', 'supervisor'] as const;
export const onSite = ['technician', 'supervisor'] as const;
export const stores = ['storekeeper', 'supervisor'] as const;
export const managers = ['supervisor', 'general-manager'] as const;
export const staff = [
  'hotline',
  'dispatcher',
  'technician',
  'sales',
  'storekeeper',
  'supervisor',
  'general-manager',
] as const;
export const readers = [...staff, 'auditor', 'integrator'] as const;
