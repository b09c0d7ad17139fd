/** What is asked of the register, in the terms of its table. */
import { odata } from '@azure/data-tables';
import { isOpen } from '../../../domain/case-state';
import type { RegisterFilter, RegisterQuery } from '../../../ports';
import {
  countryPartition,
  figuresPartition,
  givenPartition,
  namePartitions,
  openPartition,
  personPartition,
  unitPartition,
  yearPartition,
} from './register-keys';

/** Where the lines are; of those that are open a place of their own, where there is one. */
export function partitionsOf(
  query: Exclude<RegisterQuery, { readonly of: 'words' | 'unit-days' }>,
  state: RegisterFilter['state'],
): readonly string[] {
  const isOfOpen = state !== undefined && (state === 'open' || isOpen(state));
  const ofOpen = (partition: string) => [isOfOpen ? openPartition(partition) : partition];
  switch (query.of) {
    case 'person':
      return ofOpen(personPartition(query.person));
    case 'given':
      return [givenPartition(query.person)];
    case 'unit':
      return ofOpen(unitPartition(query.unit));
    case 'year':
      return ofOpen(yearPartition(query.year));
    case 'organisation':
    case 'city':
      return namePartitions(query.of, query.name);
    case 'country':
      return [countryPartition(query.code)];
    case 'figures':
      return [figuresPartition(query.process)];
  }
}

/** What the lines have in common, as a condition of the table service; undefined where nothing is asked. */
export function where({ unit, state, process, year }: RegisterFilter): string | undefined {
  const conditions = [
    ...(unit === undefined ? [] : [odata`unit eq ${unit}`]),
    ...(state === undefined ? [] : [state === 'open' ? odata`open eq ${true}` : odata`state eq ${state}`]),
    ...(process === undefined ? [] : [odata`process eq ${process}`]),
    ...(year === undefined ? [] : [odata`year eq ${year}`]),
  ];
  return conditions.length === 0 ? undefined : conditions.join(' and ');
}
