import { act, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  beijing,
  called,
  clerkView,
  foreseen,
  held,
  linkup,
  morning,
  refusedWith,
  serving,
  ticketCard,
  viewAt,
  viewWith,
  windowIs,
} from '../support/clerk-fixtures.ts'
import { clearPage, click, keyButton, openDesk, settle } from '../support/desk-page.tsx'

afterEach(clearPage)

const current = () => screen.getByRole('region', { name: '当前办事人' }).textContent ?? ''

describe('the person at the window', () => {
  test('is shown with number, item, surname mask, priority in words, wait, calls and time of service', async () => {
    await openDesk(viewWith({ ...serving, priorityGround: 'elderly', callCount: 2 }))
    for (const shown of [
      'A012',
      '生育登记',
      '王**',
      '优先 · 老年人',
      '等了 18 分钟',
      '已叫 2/3 次',
      '办理中',
      '0:10',
    ]) {
      expect(current()).toContain(shown)
    }
  })

  test('has the materials of the item in sight', async () => {
    await openDesk(viewWith(called))
    expect(current()).toContain('居民身份证')
    expect(current()).toContain('结婚证 可容缺')
  })

  test('whose identity was not given is said to be so', async () => {
    await openDesk(viewWith({ ...called, holderMask: '' }))
    expect(current()).toContain('未登记身份')
  })
})

describe('what waits of the promise', () => {
  const matters = () => screen.getByRole('button', { name: /^F10 / })

  test('is counted on F10, what is urgent in one number, each kind in words', async () => {
    await openDesk({ ...clerkView(), promise: { inHand: 9, offeredToMe: 1, alarms: 2, yellow: 4, overdue: 3 } })
    expect(matters().textContent).toBe('F10 我的办件6在办 9 · 待接收 1 · 超时 3 · 临期 4 · 预警 2')
  })

  test('says what one is in charge of, although nothing of it is urgent', async () => {
    await openDesk({ ...clerkView(), promise: { ...clerkView().promise, inHand: 3 } })
    expect(matters().textContent).toBe('F10 我的办件在办 3')
  })

  test('leaves F10 bare when there is nothing', async () => {
    await openDesk(clerkView())
    expect(matters().textContent).toBe('F10 我的办件')
  })
})

describe('the lists', () => {
  test('who waits stands in calling order with item, priority and minutes', async () => {
    await openDesk(clerkView())
    const rows = within(screen.getByRole('region', { name: '等候 2 人' }))
      .getAllByRole('row')
      .slice(1)
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/^A013生育登记.*18 分钟/),
      expect.stringMatching(/^VA014生育登记优先 · 老年人.*3 分钟/),
    ])
  })

  test('people beyond the list are counted', async () => {
    await openDesk(clerkView({ waitingCount: 41 }))
    expect(screen.getByText('后面还有 39 人')).toBeDefined()
  })

  test('a number on hold for a quarter of an hour asks to be dealt with', async () => {
    const page = await openDesk(clerkView({ held: { ...held, heldAt: viewAt - 14 * 60_000 } }))
    expect(page.text()).not.toContain('挂起已久')
    await page.push(clerkView({ held: { ...held, heldAt: viewAt - 15 * 60_000 } }))
    expect(page.text()).toContain('挂起已久，请处理')
  })
})

describe('a refusal', () => {
  test('of the hub stands beside the keys for some seconds and in the list after that', async () => {
    const page = await openDesk(clerkView())
    page.hub.answers = [refusedWith('hall-linkup', { nextOpen: '明天 08:00 开放' })]
    await page.press('F1')
    const sentence = /17 点后窗口人员回原单位.*（篇5.7）/
    expect(screen.getByRole('alert').textContent).toMatch(sentence)
    await act(() => vi.advanceTimersByTimeAsync(10_000))
    expect(screen.getByRole('alert').textContent).toBe('')
    await click('最近提示')
    expect(screen.getByRole('list', { name: '最近提示' }).textContent).toMatch(sentence)
  })

  test('in a dialog stands in the dialog, which stays open', async () => {
    const page = await openDesk(viewWith(serving))
    page.hub.answers = [refusedWith('hold-occupied')]
    await page.press('F6', '1', 'Enter')
    expect(screen.getByRole('dialog').textContent).toContain('本窗口已挂起一个号，请先处理它。')
  })

  test('that the view foresees is said without asking the hub', async () => {
    const page = await openDesk(clerkView({ callRefusal: foreseen('nobody-waiting') }))
    await page.press('F1')
    expect(page.sent()).toEqual([])
    expect(screen.getByRole('alert').textContent).toContain('当前没有等候的号。')
  })

  test('no answer within the time is said, and that the picture decides', async () => {
    const page = await openDesk(clerkView())
    page.hub.answers = [{ kind: 'unreachable' }]
    await page.press('F1')
    expect(screen.getByRole('alert').textContent).toContain('“叫下一个”可能没有生效')
  })

  test('a fault is said with its incident number', async () => {
    const page = await openDesk(clerkView())
    page.hub.answers = [{ kind: 'fault', incident: 'K7Q2' }]
    await page.press('F1')
    expect(screen.getByRole('alert').textContent).toContain('K7Q2')
  })

  test('that ends the session leads to the sign-in page', async () => {
    const page = await openDesk(clerkView())
    page.hub.answers = [refusedWith('not-signed-in')]
    await page.press('F1')
    expect(page.left.lostSession).toEqual(['answer'])
  })
})

describe('a grey key', () => {
  test('says why beneath its name and on hover', async () => {
    await openDesk(clerkView({ phase: linkup, callRefusal: linkup.issuingRefusal }))
    expect(keyButton('F1').textContent).toContain('17 点后')
    expect(keyButton('F1').title).toContain('（篇5.7）')
    expect(keyButton('F1').getAttribute('aria-disabled')).toBe('true')
  })

  test('counts the seconds until a recall, and is lit after them', async () => {
    await openDesk(viewWith({ ...called, calledAt: viewAt - 8_000 }))
    expect(keyButton('F2').textContent).toContain('2 秒后可重呼')
    await act(() => vi.advanceTimersByTimeAsync(2_000))
    expect(keyButton('F2').getAttribute('aria-disabled')).toBe('false')
  })

  test('says how often a number was called before it may be passed over', async () => {
    await openDesk(viewWith({ ...called, callCount: 2 }))
    expect(keyButton('F5').textContent).toContain('已叫 2/3 次')
  })
})

describe('the hall’s day', () => {
  test('is shown with a countdown to the next change', async () => {
    const page = await openDesk(clerkView())
    expect(page.text()).toContain('距 12:00 午休还有 2:20:00')
  })

  test('the link-up hour is explained, and a service under way may end', async () => {
    const page = await openDesk(viewWith(serving, { phase: linkup, callRefusal: linkup.issuingRefusal }))
    expect(page.text()).toContain('17 点后窗口人员回原单位衔接办理业务')
    expect(page.text()).toContain('正在办理的可以办完，将记为延时办结。')
    expect(keyButton('F4').getAttribute('aria-disabled')).toBe('false')
  })

  test('a duty window wears its badge and no explanation', async () => {
    const page = await openDesk(
      clerkView({ phase: linkup, serviceWindow: windowIs({ dutyUntil: beijing('18:00:00') }) }),
    )
    expect(page.text()).toContain('值守至 18:00')
    expect(page.text()).not.toContain('17 点后')
  })

  test('a year without a published calendar is called provisional', async () => {
    const page = await openDesk(clerkView({ phase: { ...morning, isProvisional: true } }))
    expect(page.text()).toContain('节假日数据未导入')
  })
})

describe('the link', () => {
  test('lost: says so and how old the picture is, and still lets one press', async () => {
    const page = await openDesk(clerkView())
    act(() => page.watch.lose())
    await act(() => vi.advanceTimersByTimeAsync(12_000))
    expect(page.text()).toContain('画面是 12 秒前的')
    await page.press('F1')
    expect(page.sent()).toHaveLength(1)
  })

  test('back: the banner goes and the newest picture is the truth', async () => {
    const page = await openDesk(clerkView())
    act(() => page.watch.lose())
    await settle()
    await page.push(viewWith(called))
    expect(page.text()).not.toContain('连接中断')
    expect(current()).toContain('A012')
  })

  test('refused: back to the sign-in page with a sentence', async () => {
    const page = await openDesk(clerkView())
    act(() => page.watch.refuse('not-signed-in'))
    await settle()
    expect(page.left.lostSession).toEqual([expect.stringContaining('登录已失效')])
  })
})

test('a window that somebody else opened meanwhile is left with the name of who is there', async () => {
  const page = await openDesk(clerkView())
  await page.push(clerkView({ serviceWindow: windowIs({ staff: { staffId: 'staff-2', name: '钱乙' } }) }))
  expect(page.left.changedWindow).toEqual(['1 号窗口现由 钱乙 上岗，请另选窗口。'])
})

test('the materials of any item can be looked up', async () => {
  const page = await openDesk(viewWith(ticketCard({ ...called })))
  await click('材料清单')
  const rows = within(screen.getByRole('dialog')).getAllByRole('row')
  expect(rows.map((row) => row.textContent)).toEqual([
    '材料要求形式来源',
    '居民身份证必备原件 1 份申请人提供',
    '结婚证可容缺原件 1 份申请人提供',
  ])
  await page.press('Escape')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(page.sent()).toEqual([])
})
