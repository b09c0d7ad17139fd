import type { Channel } from './domain/outbox';
import { createSlots, type Slots } from './slots';

export interface Lane {
  readonly channels: readonly Channel[];
  /** How many cases are delivered at once. */
  readonly slots: Slots;
}

/**
 * What waits for the same service goes in one lane, so that a slow one holds up nothing else. What is inside the house
 * goes first: nobody outside has to answer, and listings show what has been done as soon as it is. There are few slots,
 * because deliveries share the process with people who wait for an answer: a hundred submits in a minute must not make
 * the next press slow. Exchange serves four requests to one mailbox at a time.
 */
export function createLanes(): readonly Lane[] {
  return [
    { channels: ['register', 'timer'], slots: createSlots(8) },
    { channels: ['sharepoint'], slots: createSlots(4) },
    { channels: ['mail'], slots: createSlots(4) },
    { channels: ['teams'], slots: createSlots(8) },
  ];
}
