import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ItemVersion, statesOfVersions } from '../../shared/rules/item-versions.ts'
import { sampleProfile } from '../support/sample-hall.ts'

const item = sampleProfile().serviceItems[0]!
const version = (number: number, changes: Partial<typeof item> | null): ItemVersion => ({
  version: number,
  at: number,
  actor: 'hub',
  serviceItem: changes === null ? null : { ...item, ...changes },
})
/** Versions as they were published, oldest first; their states in the same order. */
const statesOn = (day: string, ...published: (Partial<typeof item> | null)[]) =>
  statesOfVersions(published.map((changes, at) => version(at, changes)).reverse(), day).reverse()

describe('what a version of an item is on a day', () => {
  test.each([
    ['one that holds at once is in force', '2026-05-13', [{}], ['in-force']],
    ['the next one that holds at once replaces it', '2026-05-13', [{}, {}], ['replaced', 'in-force']],
    [
      'one to come leaves it in force until its day',
      '2026-05-13',
      [{}, { effectiveFrom: '2026-05-14' }],
      ['in-force', 'to-come'],
    ],
    ['on its first day it is in force', '2026-05-14', [{}, { effectiveFrom: '2026-05-14' }], ['replaced', 'in-force']],
    [
      'a correction at once also replaces what was to come',
      '2026-05-13',
      [{ effectiveFrom: '2026-05-20' }, {}],
      ['replaced', 'in-force'],
    ],
    [
      'of two to come the one published last decides its own day',
      '2026-05-13',
      [{}, { effectiveFrom: '2026-06-01' }, { effectiveFrom: '2026-05-20' }],
      ['in-force', 'replaced', 'to-come'],
    ],
    [
      'two may come one after the other',
      '2026-05-13',
      [{}, { effectiveFrom: '2026-05-20' }, { effectiveFrom: '2026-06-01' }],
      ['in-force', 'to-come', 'to-come'],
    ],
    ['a draft replaces nothing', '2026-05-13', [{}, { status: 'draft' as const }], ['in-force', 'draft']],
    ['a newer version replaces a draft', '2026-05-13', [{ status: 'draft' as const }, {}], ['replaced', 'in-force']],
    [
      'a withdrawal ends what was and what was to come',
      '2026-05-13',
      [{}, { effectiveFrom: '2026-05-20' }, null],
      ['replaced', 'replaced', 'withdrawn'],
    ],
    ['a withdrawn item may be published again', '2026-05-13', [{}, null, {}], ['replaced', 'replaced', 'in-force']],
  ])('%s', (_, day, published, states) => {
    expect(statesOn(day, ...published)).toEqual(states)
  })

  test('at most one is in force or withdrawn on any day, and it was published last of those whose day has come', () => {
    const days = ['2026-05-12', '2026-05-13', '2026-05-14', '2026-05-15']
    const published = fc.oneof(
      fc.constant(null),
      fc.record({
        status: fc.constantFrom('published' as const, 'draft' as const),
        effectiveFrom: fc.constantFrom(null, ...days),
      }),
    )
    fc.assert(
      fc.property(fc.array(published, { maxLength: 8 }), fc.constantFrom(...days), (list, day) => {
        const holds = list.flatMap((one, at) =>
          one === null || (one.status !== 'draft' && (one.effectiveFrom ?? '') <= day) ? [at] : [],
        )
        const current = statesOn(day, ...list).flatMap((state, at) =>
          state === 'in-force' || state === 'withdrawn' ? [at] : [],
        )
        expect(current).toEqual(holds.slice(-1))
      }),
    )
  })
})
