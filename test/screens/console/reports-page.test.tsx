import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { dayChoices, daysOf } from '../../../renderer/console/reports/day-choices.ts'
import { clearPage, click, openConsolePage } from '../support/console-page.tsx'
import { reportRow, sampleReport } from '../support/sample-report.ts'

// ECharts measures what it draws, and jsdom lays nothing out.
vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(600)
vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(260)

afterEach(clearPage)

const rangesAsked = (hub: { asked: { name: string; input: unknown }[] }) =>
  hub.asked.filter(({ name }) => name === 'hallReport').map(({ input }) => input)
const rowOf = async (name: string) => (await screen.findAllByText(name))[0]!.closest('tr')!

describe('报表', () => {
  test('shows today by window, with the sum, and what each figure counts', async () => {
    await openConsolePage('supervisor', 'reports')
    const cells = within(await rowOf('1 号 综合受理')).getAllByRole('cell')
    expect(cells.map(({ textContent }) => textContent).slice(0, 6)).toEqual([
      '1 号 综合受理',
      '9',
      '6',
      '',
      '1',
      '11.1%',
    ])
    expect(screen.getAllByText('12.3').length).toBeGreaterThan(0)
    expect(screen.getAllByText('105.0%').length).toBeGreaterThan(0)
    expect(screen.getAllByText('合计')).toHaveLength(4)
    expect(screen.getByText('过号作废 ÷ 取号')).toBeDefined()
    expect(await screen.findByText('居民身份证申领')).toBeDefined()
    expect(screen.getByText('77.8%')).toBeDefined()
  })

  test('is split by clerk, item and hour, without the figures that those have not', async () => {
    await openConsolePage('supervisor', 'reports')
    fireEvent.click(await screen.findByText('按人员'))
    expect(await rowOf('赵甲')).toBeDefined()
    fireEvent.click(screen.getByText('按事项'))
    expect(await rowOf('居民身份证申领')).toBeDefined()
    expect(screen.queryByText('利用率')).toBeNull()
    fireEvent.click(screen.getByText('按时段'))
    expect(await rowOf('09:00–09:59')).toBeDefined()
    expect(screen.getAllByText('在等').length).toBeGreaterThan(0)
  })

  test('quick choices and typed days are asked for; more than a year is not', async () => {
    const hub = await openConsolePage('supervisor', 'reports')
    fireEvent.click(await screen.findByRole('radio', { name: '昨天' }))
    await waitFor(() => expect(rangesAsked(hub).at(-1)).toEqual({ from: '2026-11-23', to: '2026-11-23' }))
    fireEvent.click(screen.getByRole('radio', { name: '上月' }))
    await waitFor(() => expect(rangesAsked(hub).at(-1)).toEqual({ from: '2026-10-01', to: '2026-10-31' }))
    fireEvent.change(screen.getByLabelText('从'), { target: { value: '2024-01-01' } })
    click('查看')
    expect(await screen.findByText('一次最多统计一年')).toBeDefined()
    expect(rangesAsked(hub)).toHaveLength(3)
  })

  test('days without anybody say so, and draw nothing', async () => {
    const nobody = { window: [], clerk: [], item: [], hour: [], day: [] }
    const report = sampleReport({ total: reportRow('', '', { taken: 0 }), splits: nobody })
    await openConsolePage('supervisor', 'reports', { report })
    expect((await screen.findAllByText('这些天没有取号，也没有窗口上岗。')).length).toBeGreaterThan(0)
    expect(screen.queryByText('各时段取号与在等')).toBeNull()
  })

  test('the workbook is fetched for the days that are shown', async () => {
    const hub = await openConsolePage('administrator', 'reports')
    fireEvent.click(await screen.findByRole('button', { name: '导出 xlsx' }))
    const address = 'GET /api/report-file?from=2026-11-24&to=2026-11-24'
    await waitFor(() => expect(hub.asked.find(({ name }) => name === 'itemFile')?.input).toBe(address))
  })

  test('a week begins on Monday, and last month is whole', () => {
    const seen = (today: string) => dayChoices.map((choice) => Object.values(daysOf(choice, today)).join(' '))
    expect(seen('2026-03-01')).toEqual([
      '2026-03-01 2026-03-01',
      '2026-02-28 2026-02-28',
      '2026-02-23 2026-03-01',
      '2026-03-01 2026-03-01',
      '2026-02-01 2026-02-28',
    ])
    expect(seen('2026-11-23')[2]).toBe('2026-11-23 2026-11-23')
  })
})
