import { CommandDto } from '@app/http';

/** Somebody of the ladder takes the emergency; the answer's event says who was first. */
export class AcknowledgeEmergencyDto extends CommandDto {}

/** The last rung that was called. */
class CalledBody {
  /** How often the ladder has begun, from 1. */
  readonly round!: number;
  /** Number of the rung, from 1. */
  readonly rung!: number;
  /** When the next one is called, unless somebody acknowledges before; absent: at once. */
  readonly next?: string;
}

/** Nobody is on call on any rung, or no roster is in force. */
class AwaitedBody {
  /** The round that begins then. */
  readonly round!: number;
  /** When the ladder is looked at again: somebody comes on call, or the general manager is called again. */
  readonly next!: string;
}

/** An emergency, as it stands. */
export class EmergencyBody {
  readonly status!: 'raised' | 'acknowledged' | 'resolved';
  readonly ticket!: string;
  readonly raisedAt!: string;
  /** The edition of the on-call roster that it climbs; absent: none is in force yet. */
  readonly edition?: number;
  /** Minutes to the next rung. */
  readonly nextRungAfter!: number;
  readonly called?: CalledBody;
  /** Nobody can be called; absent: somebody is waited for, or it is taken. */
  readonly awaits?: AwaitedBody;
  /** Employee id of who acknowledged first; absent: nobody has. */
  readonly acknowledgedBy?: string;
  readonly acknowledgedAt?: string;
  /** Everybody who has acknowledged, the first included. */
  readonly acknowledged!: string[];
}
