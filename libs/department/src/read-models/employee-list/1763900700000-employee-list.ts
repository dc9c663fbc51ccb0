import { createsTable } from '@app/projections';

/** The list of employees, who are few: pages go by the primary key, and what else is asked filters them. */
export const EmployeeList1763900700000 = createsTable(
  'EmployeeList1763900700000',
  'read_model.employee',
  `(
    employee   text COLLATE "C" PRIMARY KEY,
    status     text NOT NULL,
    name       text NOT NULL,
    department text NOT NULL,
    supervisor boolean NOT NULL,
    reports_to text,
    version    integer NOT NULL,
    search     tsvector NOT NULL
  )`,
);
