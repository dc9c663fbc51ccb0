import { Injectable } from '@nestjs/common';
import { StaffNames } from '@app/audit';
import {
  employeeAggregate,
  employeeStream,
} from '@app/department/application/employee.aggregate.js';
import { EventStore, foldStream, type RecordedEvent } from '@app/event-store';

/** Accounts ask the staff list for names, also for those of who has left; the streams are read in one go. */
@Injectable()
export class StaffNamesOfDepartment extends StaffNames {
  constructor(private readonly store: EventStore) {
    super();
  }

  async namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const streams = await this.store.readStreams(ids.map(employeeStream));
    return new Map(
      ids.flatMap((id) => {
        const name = nameIn(streams.get(employeeStream(id)) ?? []);
        return name === undefined ? [] : [[id, name] as const];
      }),
    );
  }
}

function nameIn(events: readonly RecordedEvent[]): string | undefined {
  const { state: employee } = foldStream(employeeAggregate, events);
  return employee.status === 'none' ? undefined : employee.name;
}
