import type { DailySpan, DomainEvent } from '@app/kernel';

/** Who called, where they are found, and what is wrong: what the staff works with (N12). */
export interface Intake {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  /** A building or sign near the address; null when the caller knows of none. */
  readonly landmark: string | null;
  /** What the caller says is wrong. */
  readonly fault: string;
}

/** The words of the call that can be set right, in the order in which they are told. */
export const INTAKE_FIELDS = ['name', 'phone', 'address', 'landmark', 'fault'] as const;

type Event<Type extends string, Data> = DomainEvent<Type, Data>;

/** The call was put down wrongly, or things changed: what holds from now on, and what was put down before. */
export type IntakeCorrected = Event<
  'IntakeCorrected',
  Partial<Intake> & {
    /** Of the fields that are corrected, what they said. */
    readonly before: Partial<Intake>;
    readonly reason: string;
  }
>;

/** The ticket is that of a customer on file, or of another site than was said. */
export type CustomerLinked = Event<
  'CustomerLinked',
  Omit<Intake, 'fault'> & {
    readonly customer: string;
    readonly site?: string;
    /** Hours in which the customer is not to be disturbed there (V19). */
    readonly quietHours: readonly DailySpan[];
    /** What the ticket said, of what became other. */
    readonly before: Partial<Omit<Intake, 'fault'>> & {
      readonly customer?: string;
      readonly site?: string;
    };
    readonly reason: string;
  }
>;

/** What was called about turns out to be an emergency: its visits know no rest hours, and somebody has to take it at once (B3). */
export type TicketRaisedToEmergency = Event<
  'TicketRaisedToEmergency',
  {
    readonly reason: string;
    /** When it was told, the ticket had ended or the service was back: nobody has to take it any more. */
    readonly over?: true;
  }
>;

export type IntakeEvent = IntakeCorrected | CustomerLinked;

/** The intake after an event that changes it. */
export function intakeAfter(intake: Intake, { data }: IntakeEvent): Intake {
  return { ...intake, ...pick(data as Partial<Intake>, INTAKE_FIELDS) };
}

/** Those of the fields that the data has. */
export function pick<Data extends object, Key extends keyof Data>(
  data: Data,
  keys: readonly Key[],
): Partial<Pick<Data, Key>>;
export function pick(data: Readonly<Record<string, unknown>>, keys: readonly string[]): object {
  return Object.fromEntries(
    keys.filter((key) => data[key] !== undefined).map((key) => [key, data[key]]),
  );
}
