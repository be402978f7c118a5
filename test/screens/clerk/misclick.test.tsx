import { screen } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { functionKeys } from '../../../renderer/clerk/foresee.ts'
import { called, clerkView, elderly, held, next, refusedWith, serving, viewWith } from '../support/clerk-fixtures.ts'
import { clearPage, click, keyButton, openDesk } from '../support/desk-page.tsx'

afterEach(clearPage)

const finish = {
  type: 'FinishService',
  body: { windowNumber: 1, ticketId: 12, resultCode: 'accepted' },
} as const

describe('a call pressed during a service', () => {
  test('asks instead of finishing the service', async () => {
    const page = await openDesk(viewWith(serving))
    await page.press('F1')
    expect(page.sent()).toEqual([])
    expect(screen.getByRole('dialog').textContent).toContain('正在办理 A012')
  })

  test('Enter alone finishes nothing: a result has to be chosen first', async () => {
    const page = await openDesk(viewWith(serving))
    await page.press('F1', 'Enter')
    expect(page.sent()).toEqual([])
    expect(page.text()).toContain('请先选择办理结果')
  })

  test('going on with the service sends nothing', async () => {
    const page = await openDesk(viewWith(serving))
    await page.press('F1', '2')
    await click(/继续办理/)
    expect(page.sent()).toEqual([])
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('with a result it finishes, then calls the next', async () => {
    const page = await openDesk(viewWith(serving))
    await page.press('F1', '2', 'Enter')
    expect(page.sent()).toEqual([finish, { type: 'CallNextTicket', body: { windowNumber: 1 } }])
  })

  test('where finishing is refused nobody is called', async () => {
    const page = await openDesk(viewWith(serving))
    page.hub.answers = [refusedWith('ticket-not-here', { number: 'A012', status: '办结' })]
    await page.press('F1', '2', 'Enter')
    expect(page.sent()).toEqual([finish])
    expect(screen.getByRole('dialog').textContent).toContain('A012 不在本窗口（办结）。')
  })

  test('of a chosen number asks too, for the result and for the reason', async () => {
    const page = await openDesk(viewWith(serving))
    await click('叫此号 VA014')
    await page.press('2', 'Enter')
    expect(page.sent()).toEqual([])
    expect(page.text()).toContain('请选择或写明原因')
    screen.getByLabelText('值班主任安排').click()
    await page.press('Enter')
    const body = { windowNumber: 1, ticketId: 14, reason: '值班主任安排' }
    expect(page.sent()).toEqual([finish, { type: 'CallTicket', body }])
  })
})

describe('leaving while somebody is served', () => {
  test.each(['关闭窗口', '退出登录'])('%s says who is still here and asks nothing', async (name) => {
    const page = await openDesk(viewWith(serving))
    await click(name)
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(page.text()).toContain('A012 还在本窗口，请先办结或处理。')
    expect(page.sent()).toEqual([])
  })

  test('F8 says who is still here', async () => {
    const page = await openDesk(viewWith(serving))
    await page.press('F8')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByRole('alert').textContent).toContain('A012 还在本窗口')
  })

  test('a number on hold keeps the window too', async () => {
    const page = await openDesk(clerkView({ held }))
    await click('关闭窗口')
    expect(screen.getByRole('alert').textContent).toContain('B009 还在本窗口')
    expect(page.sent()).toEqual([])
  })
})

describe('pressing twice sends once', () => {
  test('F1 twice before the answer', async () => {
    const page = await openDesk(clerkView())
    page.hub.hold()
    await page.press('F1', 'F1')
    expect(page.sent()).toHaveLength(1)
  })

  test('F1 and F3 before the answer: only the first', async () => {
    const page = await openDesk(clerkView())
    page.hub.hold()
    await page.press('F1', 'F3', 'F8')
    expect(page.sent()).toEqual([{ type: 'CallNextTicket', body: { windowNumber: 1 } }])
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('a double click on a button', async () => {
    const page = await openDesk(viewWith(called))
    page.hub.hold()
    keyButton('F3').click()
    keyButton('F3').click()
    expect(page.sent()).toHaveLength(1)
  })

  test('Enter twice in a dialog', async () => {
    const page = await openDesk(viewWith(serving))
    page.hub.hold()
    await page.press('F4', '1', 'Enter', 'Enter')
    expect(page.sent()).toHaveLength(1)
  })

  test('again after the answer but before the picture that shows it', async () => {
    const page = await openDesk(clerkView())
    page.hub.answers = [{ kind: 'done', seq: 140, made: { number: 'A013' } }]
    await page.press('F1', 'F1')
    expect(page.sent()).toHaveLength(1)
    await page.push(viewWith({ ...next, status: 'called', calledAt: 0, callCount: 1 }))
    await page.press('F1')
    expect(page.sent()).toHaveLength(1)
  })

  test('every key is grey while one is on its way, and says so on that one', async () => {
    const page = await openDesk(viewWith(called))
    page.hub.hold()
    await page.press('F3')
    const lit = functionKeys.filter((key) => keyButton(key).getAttribute('aria-disabled') === 'false')
    expect(lit).toEqual([])
    expect(keyButton('F3').textContent).toContain('正在发送')
    page.hub.release()
  })
})

describe('a question that has become void', () => {
  test('closes when a supervisor has finished the service meanwhile, and says so', async () => {
    const page = await openDesk(viewWith(serving))
    await page.press('F4')
    await page.push(clerkView())
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(page.text()).toContain('A012 的情况已有变化')
    await page.press('Enter')
    expect(page.sent()).toEqual([])
  })

  test('closes when the number was put on hold meanwhile', async () => {
    const page = await openDesk(viewWith(serving))
    await page.press('F4')
    await page.push(clerkView({ held: { ...serving, status: 'held' } }))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('closes when another window has called the chosen number', async () => {
    const page = await openDesk(clerkView())
    await click('叫此号 VA014')
    await page.push(clerkView({ waiting: [next], waitingCount: 1 }))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(page.text()).toContain(elderly.number)
  })

  test('stays when something else changes', async () => {
    const page = await openDesk(viewWith(serving))
    await page.press('F4')
    await page.push(viewWith(serving, { servedToday: 5 }))
    expect(screen.getByRole('dialog').textContent).toContain('办结 A012')
  })
})
