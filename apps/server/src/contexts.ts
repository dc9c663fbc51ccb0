/*
 * The contexts of the service centre, a line each. Modules, streams, permissions and what contexts
 * may read of one another follow from it.
 */
export { TicketsModule } from '@app/tickets/src/tickets.module.js';
export { CustomersModule } from '@app/customers/src/customers.module.js';
export { DepartmentModule } from '@app/department/src/department.module.js';
export { InventoryModule } from '@app/inventory/src/inventory.module.js';
export { EmergenciesModule } from '@app/emergencies/src/emergencies.module.js';
export { NoticesModule } from '@app/notices/src/notices.module.js';
export { StandingsModule } from '@app/standings/src/standings.module.js';
export { CalendarModule } from '@app/calendar/src/calendar.module.js';
export { ContractsModule } from '@app/contracts/src/contracts.module.js';
export { ComplaintsModule } from '@app/complaints/src/complaints.module.js';
