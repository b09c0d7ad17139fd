import { draftId, isOwnersDraft, ownerKey } from '../../../bot/domain/walk/draft-id';

const aino = { id: '0a1b2c3d-0000-4000-8000-000000000001', tenant: '11111111-2222-4333-8444-555555555555' };
const bertil = { ...aino, id: '0a1b2c3d-0000-4000-8000-000000000002' };

test('ids of one owner sort newest first, to the millisecond and over centuries', () => {
  const times = [
    '1970-01-01T00:00:00.000Z',
    '2026-03-01T10:00:00.000Z',
    '2026-03-01T10:00:00.001Z',
    '2999-12-31T00:00:00Z',
  ];
  const ids = times.map((time, index) => draftId(aino, new Date(time), index % 2 ? 0 : 0.999999));
  expect([...ids].sort().reverse()).toEqual(ids);
});

test('ids have one length and only characters that keys and cards can hold, and chance keeps them apart', () => {
  const now = new Date('2026-03-01T10:00:00Z');
  const ids = [0, 0.25, 0.5, 0.999999999].map((random) => draftId(aino, now, random));
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{6}-[0-9a-z]{15}$/);
});

test('an id tells whose draft it is not', () => {
  const id = draftId(aino, new Date(), 0.5);
  expect(isOwnersDraft(id, aino)).toBe(true);
  expect(isOwnersDraft(id, { ...aino, id: aino.id.toUpperCase() })).toBe(true);
  expect(isOwnersDraft(id, bertil)).toBe(false);
  expect(isOwnersDraft('', bertil)).toBe(false);
  expect(ownerKey(aino)).not.toBe(ownerKey({ ...aino, tenant: bertil.id }));
});
