import type { EventStore } from '@app/event-store';
import { knowEditions } from '@app/policy';
import { approvedSettings, SERVICE_SETTINGS, settingsStreams } from '@app/standings';
import { contextsOn } from '../declared.js';

/** Milliseconds between two looks: an edition is in force a minute after its approval at the earliest (ADR 38). */
const EVERY = 2_000;

const LINE = { line: SERVICE_SETTINGS };
const STREAM = settingsStreams.named(LINE);

/** Lets this process know the editions of the service settings that a log holds, as long as it is open. */
export class ServiceSettingsOf {
  private version = 0;
  private timer: NodeJS.Timeout | undefined;

  private constructor(private readonly store: EventStore) {}

  /** Knows them once, for whoever only reads. What was known of another log is forgotten. */
  static async once(store: EventStore): Promise<ServiceSettingsOf> {
    const settings = new ServiceSettingsOf(store);
    knowEditions([]);
    await settings.look();
    return settings;
  }

  /** Knows them, and looks for others until it is stopped. */
  static async followed(store: EventStore): Promise<ServiceSettingsOf> {
    const settings = await ServiceSettingsOf.once(store);
    // A log that cannot be read takes nothing either; once it can, the next look finds all.
    const look = () => void settings.look().catch(() => undefined);
    settings.timer = setInterval(look, EVERY).unref();
    return settings;
  }

  /** Looks whether others were approved since. */
  async look(): Promise<void> {
    const { store, version } = this;
    const news = await store.readStream(STREAM, { from: version + 1 });
    if (news.length === 0) return;
    knowEditions(approvedSettings(await contextsOn(store).read(settingsStreams, LINE)));
    this.version = news.at(-1)!.version;
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
