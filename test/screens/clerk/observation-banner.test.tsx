import { act, screen } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { clerkView } from '../support/clerk-fixtures.ts'
import { observation } from '../support/console-fixtures.ts'
import { done, installPaperHub, openPaperHub } from '../support/paper-hub.ts'

installPaperHub()
const { clearPage, openDesk } = await import('../support/desk-page.tsx')

afterEach(clearPage)

describe('在岗提示', () => {
  test('is asked of the clerk and answered with one tap', async () => {
    const hub = openPaperHub({ answers: { ExplainObservation: done({}) } })
    await openDesk(clerkView({ observations: [observation(), observation({ observationId: 4 })] }))
    expect(screen.getByText('1 号窗口暂停已 12 分钟，请说明')).toBeDefined()
    expect(screen.getByText('还有 1 条')).toBeDefined()
    act(() => screen.getByRole('button', { name: '引导群众' }).click())
    vi.useRealTimers()
    await vi.waitFor(() =>
      expect(hub.commands).toEqual([
        { type: 'ExplainObservation', body: { observationId: 3, reason: 'guiding-visitor', note: '' } },
      ]),
    )
  })

  test('is no dialog: the keys go on', async () => {
    const page = await openDesk(clerkView({ observations: [observation()] }))
    expect(screen.queryByRole('dialog')).toBeNull()
    await page.press('F1')
    expect(page.sent().map(({ type }) => type)).toEqual(['CallNextTicket'])
  })

  test('of a colleague is not asked here', async () => {
    await openDesk(clerkView({ observations: [observation({ staffId: 'staff-9' })] }))
    expect(screen.queryByRole('region', { name: '在岗提示' })).toBeNull()
  })
})
