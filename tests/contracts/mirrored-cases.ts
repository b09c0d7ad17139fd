import type { MirroredCase } from '../../bot/domain/listing/mirror';

/** A case as a list shows it. */
export function aCase(serial = 42, more: Partial<MirroredCase> = {}): MirroredCase {
  return {
    number: `V-2026-${String(serial).padStart(4, '0')}`,
    title: 'Vierailu: Kaupunki "Å" & naapurit',
    process: 'Vierailupyyntö',
    state: 'Lähetetty',
    outcome: 'Suositellaan',
    unit: 'Kulttuuri',
    requester: 'Aino Esimerkki',
    holder: '',
    organisation: '',
    city: 'Tartto',
    country: 'Viro',
    theme: 'Koulutus',
    headCount: null,
    submittedAt: '2026-03-02T09:00:00.123Z',
    revision: 2,
    ...more,
  };
}
