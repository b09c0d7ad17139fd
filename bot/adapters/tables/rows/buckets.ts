import type { Person } from '../../../domain/person';
import { ownerKey } from '../../../domain/walk/draft-id';

/** How many partitions the table `casework` has. Fixed for good: case numbers and stored rows depend on it. */
export const BUCKETS = 32;

/** All partition keys of `casework`. */
export const BUCKET_NAMES: readonly string[] = Array.from({ length: BUCKETS }, (_, index) => bucketName(index));

/** The bucket of everything that belongs to a person, 0..31. One bucket, so that a submit is one transaction. */
export function bucketOf(owner: Pick<Person, 'id' | 'tenant'>): number {
  return Number.parseInt(ownerKey(owner).slice(0, 8), 16) % BUCKETS;
}

/** The partition key of a bucket: `b07`. */
export function bucketName(index: number): string {
  return `b${String(index).padStart(2, '0')}`;
}
