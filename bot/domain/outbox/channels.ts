/** The ways by which what the outbox holds is carried out, as rows: what is not said of one is not true of it. */

/** Entries of a lane wait for the same service. `house`: nobody outside has to answer. */
export type LaneName = 'house' | 'sharepoint' | 'mail' | 'teams';

interface ChannelRow {
  readonly lane: LaneName;
  /** Doing it again does no harm. Where it is not declared, nothing is repeated by itself. */
  readonly isRepeatable?: true;
}

const ROWS = {
  teams: { lane: 'teams' },
  /** The mailer looks for a mail before it sends it again. */
  mail: { lane: 'mail', isRepeatable: true },
  /** Shows the case in the city's list: the same line again. */
  sharepoint: { lane: 'sharepoint', isRepeatable: true },
  /** Shows the case in the rows that listings read. */
  register: { lane: 'house', isRepeatable: true },
  /** Nothing is sent: when it is due, it is seen what has to be done. That is written with the case, once. */
  timer: { lane: 'house', isRepeatable: true },
  /** Nothing is sent: word to many units becomes the entries of each, written with how far it has come. */
  'fan-out': { lane: 'house', isRepeatable: true },
} as const satisfies Readonly<Record<string, ChannelRow>>;

export type Channel = keyof typeof ROWS;

const TABLE: Readonly<Record<Channel, ChannelRow>> = ROWS;

export const CHANNELS = Object.keys(TABLE) as readonly Channel[];

/** Whether a channel may be gone through again. One that only a newer version knows may not. */
export function mayRepeat(channel: Channel): boolean {
  return Object.hasOwn(TABLE, channel) && TABLE[channel].isRepeatable === true;
}

/** The channels of a lane. */
export function channelsIn(lane: LaneName): readonly Channel[] {
  return CHANNELS.filter((channel) => TABLE[channel].lane === lane);
}
