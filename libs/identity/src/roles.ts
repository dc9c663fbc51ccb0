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
