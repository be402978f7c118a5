import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createVault } from '../../../main/hub/door/vault.ts'

const hallKey = Buffer.alloc(32, 7)
const vault = createVault(hallKey)
const someParty = fc.record({ name: fc.string(), idNumber: fc.string(), address: fc.string({ unit: 'grapheme' }) })

describe('what the vault seals', () => {
  test('comes out as it went in', () => {
    fc.assert(
      fc.property(someParty, (party) => {
        expect(vault.open(vault.seal(party))).toEqual({ ...party })
      }),
    )
  })

  test('looks different each time, so that nobody sees that two matters are of one person', () => {
    const party = { name: '张小三' }
    expect(vault.seal(party).equals(vault.seal(party))).toBe(false)
  })

  test('is refused when one bit of it was changed, wherever', () => {
    fc.assert(
      fc.property(someParty, fc.nat(), fc.nat(7), (party, place, bit) => {
        const sealed = vault.seal(party)
        sealed[place % sealed.length]! ^= 1 << bit
        expect(() => vault.open(sealed)).toThrow()
      }),
    )
  })

  test('is refused when something of it is missing', () => {
    const sealed = vault.seal({ name: '张小三' })
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => vault.open(sealed.subarray(0, length)), `${length}`).toThrow()
    }
  })

  test.each([
    ['of another hall', Buffer.alloc(32, 8)],
    ['with one bit changed', Buffer.from([...hallKey.subarray(0, 31), hallKey[31]! ^ 1])],
  ])('is shut to a key %s, which also finds nobody', (_, key) => {
    const stranger = createVault(key)
    expect(() => stranger.open(vault.seal({ name: '张小三' }))).toThrow()
    expect(stranger.idHash('999999199001010016')).not.toBe(vault.idHash('999999199001010016'))
  })
})
