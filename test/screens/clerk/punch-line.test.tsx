import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { instantAt } from '../../support/hand-clock.ts'
import { attendanceRecord, paperAttendance, paperToday, punchAt } from '../support/attendance-fixtures.ts'
import { clerkView } from '../support/clerk-fixtures.ts'
import { clearPage } from '../support/console-page.tsx'
import { openDesk } from '../support/desk-page.tsx'
import { openPaperHub, type PaperHub } from '../support/paper-hub.ts'

let hub: PaperHub
const own = (changes: Partial<PaperHub['attendance']['own']>) => {
  hub = openPaperHub({ attendance: { ...paperAttendance(), own: { ...paperAttendance().own, ...changes } } })
}
beforeEach(() => own({}))
afterEach(clearPage)

/** The desk keeps its own time; what is asked over the line takes real time. */
async function openTopBar() {
  await openDesk(clerkView())
  vi.useRealTimers()
}

describe('the top bar', () => {
  test('shows today’s punches and what is missing of them', async () => {
    own({
      today: attendanceRecord({
        punches: [punchAt('08:05')],
        findings: [{ kind: 'late', half: 'morning', minutes: 5 }],
      }),
    })
    await openTopBar()
    expect(await screen.findByText('08:05')).toBeDefined()
    expect(screen.getByText('上午迟到 5 分钟')).toBeDefined()
    expect(screen.queryByRole('button', { name: '打到岗卡' })).toBeNull()
  })

  test('offers the punch that is due, and sends it once', async () => {
    own({ nextDirection: 'out' })
    await openTopBar()
    const button = await screen.findByRole('button', { name: '打下班卡' })
    fireEvent.click(button)
    fireEvent.click(button)
    await waitFor(() => expect(hub.commands).toEqual([{ type: 'PunchAttendance', body: { direction: 'out' } }]))
  })

  test('asks in the morning when yesterday ended, and leads to the answer', async () => {
    own({ unconfirmed: { day: '2026-11-23', lastPunchedAt: instantAt('2026-11-23', '17:02') } })
    await openTopBar()
    expect(await screen.findByText('上一工作日下班待确认')).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: '我的考勤' }))
    expect(await screen.findByText('2026-11-23 17:02 离厅后几点下班的，还没有人确认')).toBeDefined()
    expect(hub.asked).toContainEqual({ name: 'attendanceOfMonth', input: { month: paperToday.slice(0, 7) } })
  })
})
