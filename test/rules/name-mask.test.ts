import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskName, surnameMask } from '../../shared/rules/name-mask.ts'

describe('maskName 姓名脱敏', () => {
  test.each([
    ['张三', '张*'],
    ['张小三', '张*三'],
    ['张王小明', '张**明'],
    ['欧阳明', '欧阳*'],
    ['欧阳小明', '欧阳*明'],
    ['欧阳小小明', '欧阳**明'],
    ['欧阳', '欧*'],
    ['司马南', '司马*'],
    ['张', '张*'],
    ['', ''],
    ['  ', ''],
    ['张　三', '张*'],
    [' 张小三 ', '张*三'],
    ['买买提·吐尔逊', '买买提·***'],
    ['阿凡提•买买提・江', '阿凡提·***·*'],
    ['次仁．卓玛', '次仁·**'],
    ['张三·', '张*'],
    ['𠮷田', '𠮷*'],
    ['张𠮷', '张*'],
    ['张𠮷三', '张*三'],
    ['𠮷𠮷𠮷𠮷', '𠮷**𠮷'],
    ['John Smith', 'J*******h'],
  ])('%j is shown as %j', (name, shown) => {
    expect(maskName(name)).toBe(shown)
  })
})

describe('surnameMask 票面姓氏', () => {
  test.each([
    ['张三', '张**'],
    ['张小三', '张**'],
    ['欧阳明', '欧阳**'],
    ['诸葛小亮', '诸葛**'],
    ['欧阳', '欧**'],
    ['张', '张**'],
    ['𠮷田三', '𠮷**'],
    ['买买提·吐尔逊', '买**'],
    ['', ''],
  ])('%j is printed as %j', (name, printed) => {
    expect(surnameMask(name)).toBe(printed)
  })
})

const surnames = fc.constantFrom('王', '张', '欧阳', '司马', '𠮷')
const character = fc.constantFrom(...'明红伟芳秀英娜敏静强磊军洋勇艳杰涛超秀霞平刚𠀀𡀀𪚥')
const givenNames = fc.array(character, { minLength: 1, maxLength: 5 }).map((characters) => characters.join(''))

describe('for every name', () => {
  test('the whole given name is never shown, and never on a ticket any of it', () => {
    fc.assert(
      fc.property(surnames, givenNames, (surname, given) => {
        expect(maskName(surname + given)).not.toContain(given)
        expect(surnameMask(surname + given)).toBe(`${surname}**`)
      }),
    )
  })

  test('each hidden character leaves one star and no half of a character is left behind', () => {
    fc.assert(
      fc.property(surnames, givenNames, (surname, given) => {
        const shown = maskName(surname + given)
        expect([...shown]).toHaveLength([...(surname + given)].length)
        expect(shown).toContain('*')
        expect(shown).not.toMatch(/\p{Surrogate}/u)
      }),
    )
  })

  test('behind a middle dot nothing is left but stars', () => {
    fc.assert(
      fc.property(givenNames, fc.array(givenNames, { minLength: 1, maxLength: 3 }), (first, others) => {
        const [shown, ...hidden] = maskName([first, ...others].join('·')).split('·')
        expect(shown).toBe(first)
        expect(hidden).toEqual(others.map((other) => '*'.repeat([...other].length)))
      }),
    )
  })

  test('no text whatever is shown in full', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const mask of [maskName(text), surnameMask(text)]) expect(mask === '' || mask.includes('*')).toBe(true)
      }),
    )
  })
})
