import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ageOn, checkCitizenId } from '../../shared/rules/citizen-id.ts'
import { addDays } from '../../shared/rules/hall-time.ts'

function problemOf(text: string, today?: string) {
  const check = checkCitizenId(text, today)
  return check.kind === 'invalid' ? check.reason : 'none'
}

/** The check character by the other way the standard gives: the weights are powers of two modulo 11. */
function withCheckCharacter(body: string): string {
  let remainder = 0
  for (const digit of body) remainder = ((remainder + Number(digit)) * 2) % 11
  return body + '0123456789X'[(12 - remainder) % 11]!
}

describe('checkCitizenId 公民身份号码', () => {
  test.each([
    ['11010519491231002X', '1949-12-31', 'female', 'mainland'],
    ['440524188001010014', '1880-01-01', 'male', 'mainland'],
    ['34052419800101001X', '1980-01-01', 'male', 'mainland'],
    ['999999199001010016', '1990-01-01', 'male', 'mainland'],
    ['999999196002290028', '1960-02-29', 'female', 'mainland'],
    ['999999200803150032', '2008-03-15', 'male', 'mainland'],
    ['830000198808080017', '1988-08-08', 'male', 'hong-kong-macao-taiwan'],
  ] as const)('%s was born on %s, %s, %s', (id, birthDay, sex, holder) => {
    expect(checkCitizenId(id)).toEqual({ kind: 'valid', normalized: id, birthDay, sex, holder })
  })

  test.each([
    ['', 'length'],
    ['99999919900101001', 'length'],
    ['9999991990010100160', 'length'],
    ['999999900101001', 'fifteen-digit'],
    ['99999990010100X', 'length'],
    ['9999991990010100A6', 'characters'],
    ['X99999199001010016', 'characters'],
    ['99999919900101XX16', 'characters'],
    ['999999199002290016', 'birth-date'],
    ['999999199013010016', 'birth-date'],
    ['999999199004310016', 'birth-date'],
    ['999999179912310016', 'birth-date'],
    ['999999199001010017', 'checksum'],
    ['99999919900101001X', 'checksum'],
    ['999999199001010061', 'checksum'],
  ])('%j is refused for its %s', (text, reason) => {
    expect(problemOf(text)).toBe(reason)
  })

  test.each([
    ['11010519491231002x', 'a small x'],
    [' 110105 19491231 002X ', 'groups with spaces'],
    ['１１０１０５１９４９１２３１００２Ｘ', 'full-width digits and X'],
    ['１１０１０５１９４９１２３１００２ｘ', 'full-width digits and x'],
    ['\u3000110105\u00a019491231002X\n', 'wide spaces and a line end'],
  ])('%j is read in spite of %s', (text) => {
    expect(checkCitizenId(text)).toMatchObject({ kind: 'valid', normalized: '11010519491231002X' })
  })

  test('a birth after today is refused, a birth today is not', () => {
    expect(problemOf('999999200803150032', '2008-03-14')).toBe('birth-date')
    expect(problemOf('999999200803150032', '2008-03-15')).toBe('none')
    expect(problemOf('999999200803150032')).toBe('none')
  })

  const bodies = fc
    .record({
      address: fc.integer({ min: 110_000, max: 999_999 }),
      day: fc.integer({ min: 0, max: 366 * 200 }).map((count) => addDays('1850-01-01', count)),
      order: fc.integer({ min: 0, max: 999 }).map((order) => String(order).padStart(3, '0')),
    })
    .map(({ address, day, order }) => ({ day, order, body: `${address}${day.replaceAll('-', '')}${order}` }))

  test('every number made by the standard is valid and tells birthday and sex', () => {
    fc.assert(
      fc.property(bodies, ({ body, day, order }) => {
        expect(checkCitizenId(withCheckCharacter(body))).toMatchObject({
          kind: 'valid',
          birthDay: day,
          sex: Number(order) % 2 === 1 ? 'male' : 'female',
        })
      }),
    )
  })

  test('one wrong digit or two neighbours exchanged never pass for the same number', () => {
    fc.assert(
      fc.property(bodies, fc.nat(16), fc.integer({ min: 1, max: 9 }), ({ body }, place, shift) => {
        const id = withCheckCharacter(body)
        const wrongDigit = String((Number(id[place]) + shift) % 10)
        expect(problemOf(id.slice(0, place) + wrongDigit + id.slice(place + 1))).not.toBe('none')
        const exchanged = id.slice(0, place) + id[place + 1]! + id[place]! + id.slice(place + 2)
        if (exchanged !== id) expect(problemOf(exchanged)).not.toBe('none')
      }),
    )
  })

  test('no text whatever makes it throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\dxX]{15,19}$/)), (text) => {
        expect(['valid', 'invalid']).toContain(checkCitizenId(text).kind)
      }),
    )
  })
})

describe('ageOn 周岁', () => {
  test.each([
    ['1960-05-09', '2020-05-08', 59],
    ['1960-05-09', '2020-05-09', 60],
    ['1960-05-09', '2020-05-10', 60],
    ['1960-02-29', '2020-02-28', 59],
    ['1960-02-29', '2020-02-29', 60],
    ['1960-02-29', '2021-02-28', 60],
    ['1960-02-29', '2021-03-01', 61],
    ['1999-12-31', '2000-01-01', 0],
    ['1880-01-01', '2026-05-09', 146],
    ['2026-05-09', '2026-05-09', 0],
  ])('born %s, on %s: %i', (birthDay, day, age) => {
    expect(ageOn(birthDay, day)).toBe(age)
  })
})
