import { Global, Module } from '@nestjs/common';
import { StaffNames } from '@app/audit';
import { FileStore } from '@app/files/file-store.js';
import { FilesModule } from '@app/files/files.module.js';
import { Staff as IdentityStaff } from '@app/identity';
import {
  CustomerFiles as RegistersCustomerFiles,
  Staff as RegistersStaff,
} from '@app/registers/application/ports.js';
import {
  Custody,
  CustomerFiles,
  Files,
  InstalledBase,
  ServiceLevels,
  Staff,
} from '@app/tickets/application/ports.js';
import { CustodyOfRegisters } from './custody.js';
import { CustomerFilesOfCustomers, RegistersCustomerFilesOfCustomers } from './customer-files.js';
import { InstalledBaseOfRegisters } from './installed-base.js';
import { ServiceLevelsOfRegisters } from './service-levels.js';
import { StaffNamesOfDepartment } from './staff-names.js';
import {
  IdentityStaffOfDepartment,
  RegistersStaffOfDepartment,
  StaffOfDepartment,
} from './staff.js';

const adapters = [
  { provide: CustomerFiles, useClass: CustomerFilesOfCustomers },
  { provide: RegistersCustomerFiles, useClass: RegistersCustomerFilesOfCustomers },
  { provide: ServiceLevels, useClass: ServiceLevelsOfRegisters },
  { provide: Staff, useClass: StaffOfDepartment },
  { provide: RegistersStaff, useClass: RegistersStaffOfDepartment },
  { provide: IdentityStaff, useClass: IdentityStaffOfDepartment },
  { provide: StaffNames, useClass: StaffNamesOfDepartment },
  { provide: InstalledBase, useClass: InstalledBaseOfRegisters },
  { provide: Custody, useClass: CustodyOfRegisters },
  { provide: Files, useExisting: FileStore },
];

/** What one context asks, and which other one answers: the only place where contexts meet. */
@Global()
@Module({
  imports: [FilesModule],
  providers: adapters,
  exports: adapters.map(({ provide }) => provide),
})
export class AdaptersModule {}
