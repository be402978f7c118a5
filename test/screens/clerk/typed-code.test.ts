import { describe, expect, test } from 'vitest'
import { stepCode, typeDigit } from '../../../renderer/clerk/typed-code.ts'

const results = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0']
const pauses = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '99']

/** The code that a row of typed digits ends with. */
function typing(codes: readonly string[], digits: string): string | null {
  let typed = ''
  let chosen: string | null = null
  for (const digit of digits) {
    const next = typeDigit(codes, typed, digit)
    typed = next.typed
    chosen = next.code ?? chosen
  }
  return chosen
}

describe('typing a code', () => {
  test.each([
    ['3', '3'],
    ['0', '0'],
    ['31', '1'],
  ])('of one digit: %s chooses %s', (digits, code) => {
    expect(typing(results, digits)).toBe(code)
  })

  test.each([
    ['03', '03'],
    ['3', '03'],
    ['1', '01'],
    ['11', '11'],
    ['10', '10'],
    ['9', '09'],
    ['99', '99'],
    ['0', null],
    ['034', '04'],
    ['0311', '11'],
  ])('of two digits: %s chooses %s', (digits, code) => {
    expect(typing(pauses, digits)).toBe(code)
  })
})

describe('stepping through codes', () => {
  test('the first step chooses the first', () => {
    expect(stepCode(pauses, null, 1)).toBe('01')
    expect(stepCode([], null, 1)).toBeNull()
  })

  test('steps go round the end', () => {
    expect(stepCode(pauses, '99', 1)).toBe('01')
    expect(stepCode(pauses, '01', -1)).toBe('99')
  })
})
