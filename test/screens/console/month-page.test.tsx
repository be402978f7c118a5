import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { instantAt } from '../../support/hand-clock.ts'
import { attendanceRecord, paperAttendance } from '../support/attendance-fixtures.ts'
import { clearPage, click, openConsolePage } from '../support/console-page.tsx'
import { paperDiscipline, violationRow, violationView } from '../support/discipline-fixtures.ts'
import { sampleMonth } from '../support/sample-month.ts'

afterEach(clearPage)

const section = (name: string) => within(screen.getByRole('region', { name }))
const rowOf = (name: string, text: string) => section(name).getByText(text).closest('tr')?.textContent

describe('月度考核', () => {
  test('shows who has the flag, with the formula beside it and what withholds it', async () => {
    await openConsolePage('supervisor', 'month')
    expect(await screen.findByText(/人员得分 = 100 −/)).toBeDefined()
    expect(rowOf('服务标兵', '钱乙（1002）')).toBe('1钱乙（1002）1000200★')
    expect(rowOf('服务标兵', '赵甲（1001）')).toBe('2赵甲（1001）973302玩游戏 篇5.7（三）')
    expect(rowOf('服务标兵', '孙导（2001）')).toContain('—')
    expect(rowOf('红旗窗口', '2 号 综合二')).toContain('★')
    expect(rowOf('红旗窗口', '2 号 综合二')).toContain('钱乙 1 天')
    expect(screen.getByText('本月已结束；还有 1 件违纪没有认定或在申诉，认定后才计入。')).toBeDefined()
  })

  test('has attendance, violations and the red list on their own tabs', async () => {
    await openConsolePage('supervisor', 'month')
    fireEvent.click(await screen.findByRole('tab', { name: '考勤' }))
    expect(rowOf('考勤合计', '赵甲（1001）')).toBe('赵甲（1001）11000000')
    fireEvent.click(screen.getByRole('tab', { name: '违纪' }))
    expect(rowOf('违纪合计', '赵甲（1001）')).toBe('赵甲（1001）玩游戏篇5.7（三）13')
    expect(rowOf('违纪明细', '赵甲（1001）')).toContain('六个严禁')
    fireEvent.click(screen.getByRole('tab', { name: '超时红单' }))
    expect(rowOf('超时红单', 'BJ-2026-000001')).toContain('承诺时限3 个工作日未决定没有说明')
  })

  test('opens the days and every case of a person, the revoked ones too', async () => {
    const hub = await openConsolePage('supervisor', 'month', {
      attendance: {
        ...paperAttendance(),
        month: {
          month: '2026-05',
          rows: [
            {
              ...{ staffId: 'clerk-1', staffName: '赵甲', role: 'clerk', windowNumbers: [] },
              totals: sampleMonth().review.people[0]!.attendance,
              days: [attendanceRecord({ day: '2026-05-13' })],
            },
          ],
        },
      },
      discipline: {
        ...paperDiscipline(),
        violations: [
          violationRow({ staffId: 'clerk-1', status: 'revoked' }),
          violationRow({ violationId: 2, staffId: 'clerk-2', code: 'dress' }),
        ],
        violation: violationView(),
      },
    })
    fireEvent.click((await screen.findAllByRole('button', { name: '赵甲（1001）' }))[0]!)
    const drawer = within(await screen.findByRole('dialog'))
    expect(await drawer.findByText('已更正（撤销）')).toBeDefined()
    // The day, and the case of it.
    expect(drawer.getAllByText('2026-05-13', { selector: 'td' })).toHaveLength(2)
    expect(drawer.queryByText('着装不符')).toBeNull()
    expect(hub.asked).toContainEqual({ name: 'violations', input: { from: '2026-05-01', to: '2026-05-31' } })
    fireEvent.click(drawer.getByRole('button', { name: '玩游戏' }))
    await waitFor(() => expect(hub.asked).toContainEqual({ name: 'violation', input: { violationId: 1 } }))
  })

  test('of a month that goes on says that its places may change', async () => {
    await openConsolePage('administrator', 'month', { month: sampleMonth(instantAt('2026-05-20', '09:00')) })
    expect(await screen.findByText(/本月未结束，名次暂列/)).toBeDefined()
    // An administrator reads the month, and opens nobody.
    expect(screen.queryByRole('button', { name: '赵甲（1001）' })).toBeNull()
  })

  test('of another month is asked for, and its workbook and paper too', async () => {
    const hub = await openConsolePage('supervisor', 'month')
    await screen.findByText('计算公式')
    click('上一月')
    await waitFor(() => expect(hub.asked).toContainEqual({ name: 'monthReview', input: { month: '2026-10' } }))
    click('导出 xlsx')
    const address = 'GET /api/month-file?month=2026-10'
    await waitFor(() => expect(hub.asked.find(({ name }) => name === 'itemFile')?.input).toBe(address))
    click('打印')
    await waitFor(() => expect(hub.asked).toContainEqual({ name: 'monthPrint', input: { month: '2026-10' } }))
  })
})
