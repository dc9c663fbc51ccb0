import type { Role } from './roles.js';

const office = ['hotline', 'dispatcher', 'supervisor'] as const;
const planners = ['dispatcher', 'supervisor'] as const;
const onSite = ['technician', 'supervisor'] as const;
const stores = ['storekeeper', 'supervisor'] as const;
const managers = ['supervisor', 'general-manager'] as const;
const staff = [
  'hotline',
  'dispatcher',
  'technician',
  'sales',
  'storekeeper',
  'supervisor',
  'general-manager',
] as const;
const readers = [...staff, 'auditor', 'integrator'] as const;

/**
 * Who may do what: every action of the system, and the roles that may do it. What is not written
 * here is denied. The auditor reads everything and changes nothing; the operator runs the
 * installation and takes no part in tickets.
 */
export const permissions = {
  // The ticket
  'open-ticket': [...office, 'sales'],
  'review-customer-file': [...office, 'technician'],
  'analyse-fault': [...office, 'technician'],
  'resolve-ticket': ['technician', ...planners],
  'close-ticket': office,
  'reopen-ticket': office,
  'cancel-ticket': office,
  'follow-up': office,
  'review-finding': managers,

  // Planning a visit
  'schedule-visit': planners,
  'reschedule-visit': planners,
  'cancel-visit': planners,
  'prepare-visit': onSite,
  depart: onSite,
  'notify-delay': ['technician', ...office],
  'record-arrival': onSite,
  'record-no-show': [...office, 'technician'],

  // At the customer's
  'greet-customer': onSite,
  'report-conduct-incident': [...office, 'technician', 'sales', 'general-manager'],
  'check-entitlement': onSite,
  'record-consent': onSite,
  'inspect-integrity': onSite,
  'acknowledge-discrepancy': onSite,
  'give-explanation': onSite,
  'find-external-cause': onSite,
  'acknowledge-charge': onSite,
  'take-product-in': onSite,
  'return-product': [...onSite, 'storekeeper'],
  'start-work': onSite,
  'suspend-work': onSite,
  'resume-work': onSite,
  'log-labour': onSite,
  'consume-part': onSite,
  'complete-repair': onSite,
  'clean-site': onSite,

  // Paper, money and farewell
  'sign-service-record': onSite,
  'refuse-signature': onSite,
  'collect-charge': [...onSite, 'sales'],
  'issue-receipt': [...onSite, 'sales'],
  'hand-over-customer-copy': onSite,
  'leave-card': onSite,
  'bid-farewell': onSite,
  apologise: onSite,
  'leave-site': onSite,
  'complete-visit': onSite,

  // The offline batch; each of its steps is checked for itself as well
  'send-steps': onSite,

  // Customers, employees and registers
  'register-employee': [...managers, 'operator'],
  'change-employee': [...managers, 'operator'],
  'record-employee-left': [...managers, 'operator'],
  'register-customer': [...office, 'sales'],
  'add-site': [...office, 'sales'],
  'change-site': [...office, 'sales'],
  'register-entitlement': ['sales', 'supervisor'],
  'set-sla-terms': managers,
  'register-tool': stores,
  'check-out-tool': stores,
  'return-tool': stores,
  'issue-parts': stores,
  'return-parts': stores,

  // Files
  'store-file': staff,
  'read-file': [...staff, 'auditor'],

  // Accounts
  'create-account': ['operator'],
  'disable-account': ['operator'],
  'enable-account': ['operator'],
  'change-roles': ['operator'],
  'change-password': [...readers, 'operator'],

  // Reading: who may read tickets may read everybody's, as one may have to take over
  'read-board': readers,
  'read-ticket': readers,
  'read-day': readers,
  'read-findings': readers,
  'read-customer': readers,
  'read-employee': [...readers, 'operator'],
  'read-register': readers,
  'read-accounts': ['auditor', 'operator'],
  'read-account-changes': ['auditor', 'operator'],
  'read-policy': [...readers, 'operator'],
  'replay-stream': readers,

  // Running the installation
  'read-log': ['supervisor', 'general-manager', 'auditor', 'integrator'],
  'read-deps': ['supervisor', 'general-manager', 'auditor', 'operator'],
} as const satisfies Record<string, readonly Role[]>;

/** What can be done with the system. */
export type Action = keyof typeof permissions;

/** Every action, in the order of the table. */
export const actions = Object.keys(permissions) as readonly Action[];

const granted = new Map<string, ReadonlySet<string>>(
  Object.entries(permissions).map(([action, allowed]) => [action, new Set(allowed)]),
);

/** Whether the table lets a role do an action. */
export function mayDo(role: string, action: string): boolean {
  return granted.get(action)?.has(role) ?? false;
}
