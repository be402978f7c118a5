import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { instantAt } from '../../support/hand-clock.ts'
import {
  attendanceRecord,
  attendanceRow,
  leaveView,
  paperAttendance,
  paperToday,
  punchAt,
} from '../support/attendance-fixtures.ts'
import { clearPage, click, inDialog, openConsolePage, openDialog, select } from '../support/console-page.tsx'
import { refusedWith } from '../support/paper-hub.ts'

afterEach(clearPage)

const attendance = () => ({
  ...paperAttendance(),
  day: {
    ...paperAttendance().day,
    counts: { expected: 12, present: 11, onLeave: 3, outside: 0, late: 1, leftEarly: 0, absent: 0, toHomeUnit: 0 },
    rows: [
      attendanceRow({
        punches: [punchAt('08:05', { source: 'supervisor', recordedBy: 'supervisor-1', reason: '窗口机故障' })],
        findings: [{ kind: 'late', half: 'morning', minutes: 5 }],
        doubts: ['by-supervisor'],
        names: { 'supervisor-1': '李主任' },
      }),
      attendanceRow({
        staffId: 'clerk-2',
        staffName: '钱二',
        findings: [{ kind: 'late', half: 'morning', minutes: 65 }],
      }),
      attendanceRow({ staffId: 'clerk-3', staffName: '钱三', leaves: [leaveView({ status: 'approved' })] }),
    ],
  },
})

describe('attendance of a day', () => {
  test('counts people on top and says of everybody what is not as the timetable has it', async () => {
    await openConsolePage('supervisor', 'attendance', { attendance: attendance() })
    await screen.findByText('钱一')
    expect(screen.getByText('应到').nextSibling?.textContent).toBe('12')
    const row = (name: string) => screen.getByText(name).closest('tr')?.textContent
    expect(row('钱一')).toContain('08:05')
    expect(row('钱一')).toContain('上午迟到 5 分钟')
    expect(row('钱一')).toContain('补卡')
    expect(row('钱二')).toContain('上午未到岗 65 分钟')
    expect(row('钱三')).toContain(`公出 ${paperToday} 08:00 至 12:00`)
  })

  test('what was found is proposed with its clause and not typed; who is on the way, and what was proposed, are not', async () => {
    const view = attendance()
    const [late, ...others] = view.day.rows
    const found = attendanceRow({ ...late, staffId: 'clerk-4', staffName: '钱四', names: {} })
    const again = {
      ...found,
      staffId: 'clerk-5',
      staffName: '钱五',
      proposed: [{ code: 'late', half: 'morning' }] as const,
    }
    const rows = [...others, found, { ...again, proposed: [...again.proposed] }]
    const hub = await openConsolePage('supervisor', 'attendance', {
      attendance: { ...view, day: { ...view.day, rows } },
    })
    await screen.findByText('钱四')
    expect(screen.getByText('钱五').closest('tr')?.textContent).toContain('已提请')
    expect(screen.getAllByText('提请记录')).toHaveLength(1)
    const dialog = await openDialog(`提请记录：钱四 ${paperToday} 上午迟到 5 分钟`)
    expect(dialog.getByText('迟到（篇5.7（一））')).toBeTruthy()
    dialog.press('提请记录')
    await waitFor(() =>
      expect(hub.commands).toMatchObject([
        {
          type: 'ProposeViolation',
          body: { staffId: 'clerk-4', code: 'late', half: 'morning', source: 'attendance', facts: '上午迟到 5 分钟' },
        },
      ]),
    )
  })

  test('of another day is asked for by its date', async () => {
    const hub = await openConsolePage('supervisor', 'attendance', { attendance: attendance() })
    await screen.findByText('钱一')
    click('后一天')
    await waitFor(() => expect(hub.asked).toContainEqual({ name: 'attendanceOfDay', input: { day: '2026-11-25' } }))
  })

  test('a missing punch is entered with its reason, and a time that is none is not sent', async () => {
    const hub = await openConsolePage('supervisor', 'attendance', { attendance: attendance() })
    const dialog = await openDialog('给 钱二 补卡')
    dialog.fill('时间', '8点')
    dialog.fill('原因', '窗口机故障')
    dialog.press('补卡')
    expect(await dialog.findByText('时间应写成 08:00 的样子')).toBeTruthy()
    expect(hub.commands).toEqual([])
    dialog.fill('时间', '7:58')
    dialog.press('补卡')
    await waitFor(() =>
      expect(hub.commands).toEqual([
        {
          type: 'RecordPunch',
          body: {
            staffId: 'clerk-2',
            day: paperToday,
            kind: 'morning-in',
            punchedAt: instantAt(paperToday, '07:58'),
            reason: '窗口机故障',
          },
        },
      ]),
    )
  })
})

test('a month has everybody’s sums, and a person’s days when unfolded', async () => {
  const totals = {
    expectedDays: 9,
    presentDays: 8,
    lateTimes: 2,
    lateMinutes: 17,
    leftEarlyTimes: 0,
    absentTimes: 0,
    missingPunches: 0,
    leaveDays: 1,
  }
  const days = [attendanceRecord({ punches: [punchAt('07:58')] })]
  const { names: _, ...line } = attendanceRow()
  const month = { month: '2026-11', rows: [{ ...line, totals, days }] }
  await openConsolePage('supervisor', 'attendance', { attendance: { ...attendance(), month } })
  fireEvent.click(screen.getByRole('tab', { name: '按月' }))
  const sums = (await screen.findByText('17')).closest('tr')!
  expect(sums.textContent).toContain('钱一')
  fireEvent.click(within(sums).getByRole('button'))
  expect(await screen.findByText('上午到岗 07:58')).toBeTruthy()
})

describe('leave', () => {
  const openLeaves = async (changes: Parameters<typeof openConsolePage>[2] = {}) => {
    const hub = await openConsolePage('supervisor', 'attendance', {
      attendance: { ...attendance(), leaves: [leaveView()] },
      ...changes,
    })
    fireEvent.click(screen.getByRole('tab', { name: /请假/ }))
    await screen.findByText(`${paperToday} 08:00 至 12:00`)
    return hub
  }

  test('that waits stands in the menu and is approved by one press', async () => {
    const hub = await openLeaves()
    hub.push({ attendance: { seq: 42, waitingLeaves: 1 } })
    expect(await screen.findByTitle('1 条请假待批')).toBeTruthy()
    click(/^批\s?准$/)
    await waitFor(() => expect(hub.commands).toContainEqual({ type: 'ApproveLeave', body: { leaveId: 1 } }))
  })

  test('of one’s own that another has to decide says why', async () => {
    await openLeaves({ answers: { ApproveLeave: refusedWith('leave-own') } })
    click(/^批\s?准$/)
    expect(await screen.findByText('本人的请假请由另一位值班主任审批。')).toBeTruthy()
  })

  test('is refused with the reason alone', async () => {
    const hub = await openLeaves()
    const dialog = await openDialog('不批准')
    dialog.press('不批准')
    expect(await dialog.findByText('不能为空')).toBeTruthy()
    dialog.fill('理由', '当天人手不够')
    dialog.press('不批准')
    await waitFor(() =>
      expect(hub.commands).toEqual([{ type: 'RefuseLeave', body: { leaveId: 1, reason: '当天人手不够' } }]),
    )
  })
})

describe('one’s own attendance', () => {
  const own = {
    today: attendanceRecord({ staffId: 'guide-1', punches: [punchAt('07:50', { source: 'console' })] }),
    nextDirection: null,
    unconfirmed: { day: paperToday, lastPunchedAt: instantAt(paperToday, '17:02') },
  }

  test('a guide arrives by one press', async () => {
    const hub = await openConsolePage('guide', 'own-attendance', {
      attendance: { ...paperAttendance(), own: { ...own, unconfirmed: null, nextDirection: 'in' } },
    })
    fireEvent.click(await screen.findByRole('button', { name: /到\s?岗/ }))
    await waitFor(() => expect(hub.commands).toEqual([{ type: 'PunchAttendance', body: { direction: 'in' } }]))
  })

  test('leaving before the hours are over is asked about first', async () => {
    const hub = await openConsolePage('guide', 'own-attendance', { attendance: { ...paperAttendance(), own } })
    fireEvent.click(await screen.findByRole('button', { name: /离\s?岗/ }))
    expect(await screen.findByText('现在离岗？')).toBeTruthy()
    expect(hub.commands).toEqual([])
  })

  test('the end of yesterday is confirmed in the morning', async () => {
    const hub = await openConsolePage('guide', 'own-attendance', { attendance: { ...paperAttendance(), own } })
    expect(await screen.findByText(`${paperToday} 17:02 离厅后几点下班的，还没有人确认`)).toBeTruthy()
    fireEvent.change(screen.getByLabelText('下班时间'), { target: { value: '18:00' } })
    click(/确\s?认/)
    await waitFor(() =>
      expect(hub.commands).toEqual([
        { type: 'ConfirmDayOut', body: { day: paperToday, punchedAt: instantAt(paperToday, '18:00') } },
      ]),
    )
  })

  test('half a day of leave is one choice, until the morning ends', async () => {
    const hub = await openConsolePage('guide', 'own-attendance', { attendance: { ...paperAttendance(), own } })
    fireEvent.click(await screen.findByRole('button', { name: /^请\s?假$/ }))
    const dialog = inDialog(await screen.findByRole('dialog'))
    dialog.choose('上午')
    await select(dialog.getByLabelText('事由'), '病假')
    dialog.press(/提\s?交/)
    await waitFor(() =>
      expect(hub.commands).toMatchObject([
        {
          type: 'AskLeave',
          body: { kind: 'sick', from: instantAt(paperToday, '00:00'), to: instantAt(paperToday, '12:00') },
        },
      ]),
    )
  })
})
