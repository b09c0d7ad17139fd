import { parseFilter } from '../fixtures/tables-server/odata-filter';

const comparison = (property: string, operator: string, type: string, value: unknown) => ({
  kind: 'comparison',
  property,
  operator,
  literal: { type, value },
});

describe('the parser of $filter', () => {
  test.each<[string, string, unknown]>([
    [`a eq 'text'`, 'string', 'text'],
    [`a eq 'it''s'`, 'string', "it's"],
    [`a eq ''`, 'string', ''],
    [`a eq 5`, 'number', 5],
    [`a eq -0.5`, 'number', -0.5],
    [`a eq 1.5e3`, 'number', 1500],
    [`a eq 9007199254740993L`, 'int64', 9007199254740993n],
    [`a eq false`, 'boolean', false],
    [`a eq datetime'2026-01-01T00:00:00Z'`, 'datetime', Date.UTC(2026, 0, 1)],
    [`a eq guid'4F4B1F3E-1A2B-4C3D-8E9F-0123456789AB'`, 'guid', '4f4b1f3e-1a2b-4c3d-8e9f-0123456789ab'],
    [`a eq X'00ff'`, 'binary', 'AP8='],
  ])('%s is read with its type', (filter, type, value) => {
    expect(parseFilter(filter)).toEqual(comparison('a', 'eq', type, value));
  });

  test.each(['eq', 'ne', 'gt', 'ge', 'lt', 'le'])('%s is an operator', (operator) => {
    expect(parseFilter(`a ${operator} 1`)).toEqual(comparison('a', operator, 'number', 1));
  });

  test('a comparison is turned round so that the constant stands on the right', () => {
    expect(parseFilter(`5 lt a`)).toEqual(comparison('a', 'gt', 'number', 5));
    expect(parseFilter(`'x' ge a`)).toEqual(comparison('a', 'le', 'string', 'x'));
  });

  test('a property alone must be true', () => {
    expect(parseFilter('not open')).toEqual({ kind: 'not', operand: comparison('open', 'eq', 'boolean', true) });
  });

  test('and binds before or, parentheses before both, not to what follows it', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => comparison(name, 'eq', 'number', 1));
    expect(parseFilter('a eq 1 or b eq 1 and c eq 1')).toEqual({
      kind: 'or',
      left: a,
      right: { kind: 'and', left: b, right: c },
    });
    expect(parseFilter('(a eq 1 or b eq 1) and c eq 1')).toEqual({
      kind: 'and',
      left: { kind: 'or', left: a, right: b },
      right: c,
    });
    expect(parseFilter('not a eq 1 and b eq 1')).toEqual({ kind: 'and', left: { kind: 'not', operand: a }, right: b });
  });

  test('words inside of a string are text, and spaces around are nothing', () => {
    expect(parseFilter(`  a eq 'x) or (b eq ''y'  `)).toEqual(comparison('a', 'eq', 'string', `x) or (b eq 'y`));
  });

  test.each([
    ['', 'nothing'],
    [`a eq 'open`, 'a string without an end'],
    ['a eq', 'no constant'],
    ['a eq b', 'two properties'],
    ['1 eq 1', 'two constants'],
    ['(a eq 1', 'no closing parenthesis'],
    ['a eq 1)', 'one parenthesis too many'],
    ['a eq 1 b eq 1', 'nothing between comparisons'],
    ['a = 1', 'an unknown operator'],
    [`startswith(a, 'x')`, 'a function, which the service has not got'],
    [`a eq datetime'soon'`, 'a time that is none'],
    ['a gt 1700000000000', 'an integer beyond Int32 without L'],
    [Array.from({ length: 16 }, () => 'a eq 1').join(' or '), 'more than 15 comparisons'],
  ])('%s is refused: %s', (filter) => {
    expect(() => parseFilter(filter)).toThrow(expect.objectContaining({ status: 400, code: 'InvalidInput' }));
  });
});
