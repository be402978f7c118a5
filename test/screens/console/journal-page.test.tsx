import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { atHalfPastNine } from '../support/console-fixtures.ts'
import { clearPage, click, openConsolePage, select } from '../support/console-page.tsx'

afterEach(clearPage)

const called = {
  seq: 40,
  at: atHalfPastNine,
  hallDay: '2026-11-24',
  actor: 'staff:id-zhao',
  type: 'TicketCalled',
  body: '{"callCount":1,"number":"A003","priorityClass":0,"reason":null,"staffId":"id-zhao","windowNumber":1}',
  hash: 'ab12',
}
const asksOfJournal = (hub: { asked: { name: string; input: unknown }[] }) =>
  hub.asked.filter(({ name }) => name === 'journal').map(({ input }) => input)

describe('流水', () => {
  test('an entry is read in Chinese, with people by their names', async () => {
    await openConsolePage('supervisor', 'journal', { journal: { entries: [called], nextBefore: null } })
    expect(await screen.findByText('叫号')).toBeDefined()
    expect(screen.getByText('2026-11-24 09:30:00')).toBeDefined()
    expect(await screen.findByText('叫号次数 1，号码 A003，人员 赵甲，窗口 1')).toBeDefined()
  })

  test('a step of the promise is read with its people and its words', async () => {
    const offered = {
      ...called,
      type: 'FirstInquiryOffered',
      body: '{"fromStaffId":"id-zhao","inquiryId":5,"reason":"业务属户籍","toStaffId":"id-gone"}',
    }
    await openConsolePage('supervisor', 'journal', { journal: { entries: [offered], nextBefore: null } })
    expect(await screen.findByText('移交')).toBeDefined()
    expect(await screen.findByText('原负责人 赵甲，首问序号 5，原因 业务属户籍，接手人 id-gone')).toBeDefined()
  })

  test('a limit is read as people say it, and the key of a sealed record is left out', async () => {
    const received = {
      ...called,
      type: 'FilingReceived',
      body: '{"filingId":3,"partyId":"7f3c","promisedLimit":{"amount":20,"basis":"","unit":"workday"}}',
    }
    await openConsolePage('supervisor', 'journal', { journal: { entries: [received], nextBefore: null } })
    expect(await screen.findByText('办件序号 3，承诺时限 20 工作日')).toBeDefined()
  })

  test('day, type and ticket narrow what is asked for', async () => {
    const hub = await openConsolePage('supervisor', 'journal')
    fireEvent.change(screen.getByLabelText('开厅日'), { target: { value: '2026-11-24' } })
    fireEvent.change(screen.getByLabelText('票号'), { target: { value: '7' } })
    await select(screen.getByRole('combobox', { name: '类型' }), '叫号')
    click('查询')
    await waitFor(() =>
      expect(asksOfJournal(hub).at(-1)).toEqual({ day: '2026-11-24', ticketId: 7, type: 'TicketCalled', limit: 100 }),
    )
  })

  test('a day that is none is complained about and not asked for', async () => {
    const hub = await openConsolePage('supervisor', 'journal')
    fireEvent.change(screen.getByLabelText('开厅日'), { target: { value: '24.11.2026' } })
    click('查询')
    expect(await screen.findByText('日期应写成 2026-05-09 的样子')).toBeDefined()
    expect(asksOfJournal(hub)).toHaveLength(1)
  })

  test('earlier entries are asked for from where the page ended', async () => {
    const hub = await openConsolePage('supervisor', 'journal', { journal: { entries: [called], nextBefore: 40 } })
    fireEvent.click(await screen.findByRole('button', { name: '更早的' }))
    await waitFor(() => expect(asksOfJournal(hub).at(-1)).toEqual({ before: 40, limit: 100 }))
  })

  test('the chain check tells its result and how long it took', async () => {
    await openConsolePage('supervisor', 'journal')
    click('校验链')
    expect(await screen.findByText('流水完整：40 条逐条相扣，用时 3 毫秒')).toBeDefined()
  })

  test('a cable that is pulled is said, and asking again reads on', async () => {
    const hub = await openConsolePage('supervisor', 'hall', { journal: { entries: [called], nextBefore: null } })
    hub.isReachable = false
    fireEvent.click(screen.getByRole('menuitem', { name: '流水' }))
    expect(await screen.findByText('主机没有应答，没有读到内容。')).toBeDefined()
    hub.isReachable = true
    click('重试')
    expect(await screen.findByText('叫号')).toBeDefined()
  })
})
