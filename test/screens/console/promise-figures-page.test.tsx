import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { figuresIn } from '../../../renderer/console/promise/figure-lines.ts'
import { clearPage, openConsolePage } from '../support/console-page.tsx'
import { paperPromise, promiseFigures } from '../support/promise-fixtures.ts'

afterEach(clearPage)

const { filings } = promiseFigures()
const figures = promiseFigures({
  filings: { ...filings, received: 9, decided: 8, onTime: 7, pastPromised: 1 },
  byItem: [{ itemCode: 'GA-01', itemName: '居民身份证申领', received: 9, decided: 8, pastPromised: 1 }],
})
const visit = {
  filingId: 3,
  number: 'BJ-2026-000003',
  itemName: '食品小作坊登记',
  partyMask: '王**',
  ownerName: '赵甲',
  visitsAfterNotice: 3,
  causes: ['applicant', 'notice-incomplete', 'applicant'] as const,
  noticeCount: 2,
  receivedDay: '2026-11-10',
}
const repeatVisits = [{ ...visit, causes: [...visit.causes] }]

describe('时限统计', () => {
  test('this month so far is counted, and every figure says what it counts', async () => {
    const hub = await openConsolePage('supervisor', 'promise-figures', { promise: paperPromise({ figures }) })
    const rate = (await screen.findByText('按时率')).closest('tr')!
    expect(within(rate).getByText('87.5%')).toBeDefined()
    expect(within(rate).getByText('按时 ÷ 作出决定')).toBeDefined()
    expect(hub.asked).toContainEqual({ name: 'promiseFigures', input: { from: '2026-11-01', to: '2026-11-24' } })
    const lines = figuresIn(figures).flatMap((group) => group.lines)
    expect(lines.filter(({ definition }) => definition === '')).toEqual([])
  })

  test('each figure of the hub is shown once, and none is made up', () => {
    const shown = figuresIn(figures).flatMap((group) => group.lines.map(({ name }) => name))
    const counted = [figures.inquiries, figures.notices, figures.homeVisits, figures.filings].flatMap((group) =>
      Object.keys(group),
    )
    expect(new Set(shown).size).toBe(shown.length)
    expect(shown).toHaveLength(counted.length + 1)
  })

  test('without a decision there is no rate', () => {
    const rate = figuresIn(promiseFigures())
      .flatMap(({ lines }) => lines)
      .at(-1)
    expect(rate).toMatchObject({ name: '按时率', value: '无' })
  })

  test('who had to come again stands below with the causes, and opens', async () => {
    const hub = await openConsolePage('supervisor', 'promise-figures', { promise: paperPromise({ repeatVisits }) })
    expect(await screen.findByText('申请人未备齐 ×2、告知不全')).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: '打开 BJ-2026-000003' }))
    await waitFor(() => expect(hub.asked).toContainEqual({ name: 'filing', input: { filingId: 3 } }))
  })
})
