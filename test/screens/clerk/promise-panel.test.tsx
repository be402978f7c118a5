import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { FilingRow } from '../../../shared/contract/promise-view.ts'
import { clerkView, serving } from '../support/clerk-fixtures.ts'
import { done, installPaperHub, openPaperHub } from '../support/paper-hub.ts'
import { paperPromise } from '../support/promise-fixtures.ts'

vi.stubGlobal('matchMedia', () => ({ matches: false, addListener: () => {}, removeListener: () => {} }))
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  },
)
installPaperHub()
const { clearPage, openDesk } = await import('../support/desk-page.tsx')
const { promiseText } = await import('../../../renderer/common/text/promise.ts')

afterEach(clearPage)

/** Lets the hub of paper answer, which takes more than one turn. */
async function answered(): Promise<void> {
  vi.useRealTimers()
  await act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 100))
  })
}

const filing: FilingRow = {
  filingId: 3,
  number: 'BJ-2026-000003',
  itemCode: 'ID-02',
  itemName: '居住证申领',
  itemKind: 'promised',
  status: 'accepted',
  stageName: '',
  partyMask: '王**',
  ownerId: 'staff-1',
  ownerName: '孙丙',
  heldByName: '',
  windowNumber: 1,
  receivedDay: '2026-11-20',
  noticeDueDay: '2026-11-27',
  correctionDueDay: null,
  promisedDue: { day: '2026-11-26', at: 1, warnAt: 0, isProvisional: false },
  statutoryDue: null,
  light: 'yellow',
  remaining: { workdays: 1, minutes: null },
  visitsAfterNotice: 0,
  isSecondNoticeAllowed: false,
}

describe('F9 首问登记', () => {
  test('records the matter of the number at the window by Enter, and nothing else is pressed meanwhile', async () => {
    const hub = openPaperHub({ answers: { RecordFirstInquiry: done({ inquiryId: 5, number: 'SW-2026-000005' }) } })
    const page = await openDesk(clerkView({ current: serving }))
    await page.press('F9')
    act(() => void vi.advanceTimersByTime(1))
    const matter = screen.getByLabelText(promiseText.inquiry.matter)
    expect(matter).toBe(document.activeElement)
    await page.press('F4')
    expect(page.sent()).toEqual([])

    fireEvent.change(matter, { target: { value: '想办居住证' } })
    fireEvent.keyDown(matter, { key: 'Enter' })
    await answered()
    expect(hub.commands).toMatchObject([
      {
        type: 'RecordFirstInquiry',
        body: { channel: 'window', ticketId: serving.ticketId, itemCode: serving.itemCode, matter: '想办居住证' },
      },
    ])
  })

  test('a number that has its line in the register opens it instead of a second one', async () => {
    const hub = openPaperHub()
    const line = { inquiryId: 5, number: 'SW-2026-000005', status: 'open', filingId: null } as const
    const page = await openDesk(clerkView({ current: serving, currentInquiry: line }))
    expect(page.text()).toContain(promiseText.panel.hasInquiry('SW-2026-000005'))
    await page.press('F9')
    await answered()
    expect(screen.queryByLabelText(promiseText.inquiry.matter)).toBeNull()
    expect(hub.asked).toContainEqual({ name: 'inquiry', input: { inquiryId: 5 } })
  })
})

describe('F10 我的办件', () => {
  test('shows what one answers for with its light in words and what is left', async () => {
    const matters = { seq: 1, filings: [filing], inquiries: [], offeredToMe: [], alarms: [] }
    openPaperHub({ promise: paperPromise({ matters }) })
    const page = await openDesk(clerkView())
    await page.press('F10')
    await answered()
    expect(page.text()).toContain(filing.number)
    expect(page.text()).toContain(promiseText.light.yellow)
    expect(page.text()).toContain(promiseText.leftDays(1))
  })

  test('says on the desk what waits, before anything is opened', async () => {
    const page = await openDesk(clerkView({ promise: { inHand: 0, offeredToMe: 2, alarms: 1, yellow: 3, overdue: 1 } }))
    const { panel } = promiseText
    for (const words of [panel.offered(2), panel.alarms(1), panel.yellow(3), panel.overdue(1)]) {
      expect(page.text()).toContain(words)
    }
  })
})
