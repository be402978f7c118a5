import { createEvent, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import type { ClerkView } from '../../../shared/contract/view.ts'
import type { Command } from '../../../shared/vocabulary/command.ts'
import { called, clerkView, foreseen, held, missed, serving, viewWith, windowIs } from '../support/clerk-fixtures.ts'
import { clearPage, click, fill, openDesk, settle } from '../support/desk-page.tsx'

afterEach(clearPage)

const here = { windowNumber: 1, ticketId: 12 }
const paused = clerkView({
  serviceWindow: windowIs({ status: 'paused', pauseReason: '05' }),
  callRefusal: foreseen('window-paused'),
})
const closed = clerkView({
  serviceWindow: windowIs({ status: 'closed', staff: null }),
  callRefusal: foreseen('window-not-open'),
})

describe('each key sends exactly its command', () => {
  test.each<[string, ClerkView, string[], Command]>([
    ['F1 calls the next', clerkView(), ['F1'], { type: 'CallNextTicket', body: { windowNumber: 1 } }],
    ['F2 recalls', viewWith(called), ['F2'], { type: 'RecallTicket', body: here }],
    ['F3 starts the service', viewWith(called), ['F3'], { type: 'StartService', body: here }],
    [
      'F4 and a digit finish it with that result',
      viewWith(serving),
      ['F4', '3', 'Enter'],
      { type: 'FinishService', body: { ...here, resultCode: 'one-time-notice' } },
    ],
    [
      'F4 and Enter finish an instant item as done on the spot',
      viewWith(serving),
      ['F4', 'Enter'],
      { type: 'FinishService', body: { ...here, resultCode: 'completed' } },
    ],
    [
      'F4 and Enter finish a visit for a result as collected',
      viewWith({ ...serving, purpose: 'collect' }),
      ['F4', 'Enter'],
      { type: 'FinishService', body: { ...here, resultCode: 'collected' } },
    ],
    ['F5 passes over', viewWith({ ...called, callCount: 3 }), ['F5'], { type: 'MissTicket', body: here }],
    [
      'F6 and a digit put on hold with that reason',
      viewWith(serving),
      ['F6', '2', 'Enter'],
      { type: 'HoldTicket', body: { ...here, reason: '复印、拍照' } },
    ],
    ['F6 resumes', clerkView({ held }), ['F6'], { type: 'ResumeTicket', body: { windowNumber: 1, ticketId: 9 } }],
    [
      'F8 and a code pause',
      clerkView(),
      ['F8', '1', '1', 'Enter'],
      { type: 'PauseServiceWindow', body: { windowNumber: 1, reason: '11', note: '' } },
    ],
    ['F8 resumes the window', paused, ['F8'], { type: 'ResumeServiceWindow', body: { windowNumber: 1 } }],
    ['F8 opens a closed window', closed, ['F8'], { type: 'OpenServiceWindow', body: { windowNumber: 1 } }],
  ])('%s', async (_, view, keys, command) => {
    const page = await openDesk(view)
    await page.press(...keys)
    expect(page.sent()).toEqual([command])
  })

  test('F7 transfers to an item found by its common name, for a reason', async () => {
    const page = await openDesk(viewWith(serving))
    await page.press('F7')
    await fill('查找事项', '上户口')
    fireEvent.click(screen.getByLabelText(/还需办理另一事项/))
    await page.press('Enter')
    const body = { ...here, itemCode: 'GA-05', reason: '还需办理另一事项' }
    expect(page.sent()).toEqual([{ type: 'TransferTicket', body }])
  })

  test('F7 transfers to an open window', async () => {
    const page = await openDesk(viewWith(serving))
    await page.press('F7')
    fireEvent.click(screen.getByLabelText('转到窗口'))
    fireEvent.click(screen.getByLabelText(/3 号 户籍身份一（孙丙）/))
    await fill('其他原因（可手写）', '材料在三号窗口')
    await page.press('Enter')
    expect(page.sent()).toEqual([{ type: 'TransferTicket', body: { ...here, toWindow: 3, reason: '材料在三号窗口' } }])
  })
})

describe('each button without a key sends exactly its command', () => {
  test('a wrong number is put right', async () => {
    const page = await openDesk(viewWith(called))
    await click('取错号')
    await fill('查找事项', 'GA-01')
    await page.press('Enter')
    expect(page.sent()).toEqual([{ type: 'CorrectTicketItem', body: { ...here, itemCode: 'GA-01' } }])
  })

  test('a called number is cancelled for one of four reasons', async () => {
    const page = await openDesk(viewWith(called))
    await click('弃号')
    await page.press('1', 'Enter')
    expect(page.sent()).toEqual([{ type: 'CancelTicket', body: { ticketId: 12, reason: 'visitor-left' } }])
  })

  test('a waiting number is cancelled without touching the one at the window', async () => {
    const page = await openDesk(viewWith(serving))
    await click('弃号 A013')
    await page.press('3', 'Enter')
    expect(page.sent()).toEqual([{ type: 'CancelTicket', body: { ticketId: 13, reason: 'duplicate' } }])
  })

  test('a chosen number is called with a reason', async () => {
    const page = await openDesk(clerkView())
    await click('叫此号 VA014')
    await page.press('Enter')
    expect(page.sent()).toEqual([])
    await page.press('1', 'Enter')
    const body = { windowNumber: 1, ticketId: 14, reason: '老弱病残孕需要照顾' }
    expect(page.sent()).toEqual([{ type: 'CallTicket', body }])
  })

  test('a passed number is put back', async () => {
    const page = await openDesk(clerkView({ missed: [missed] }))
    await click('激活 A007')
    expect(page.sent()).toEqual([{ type: 'RequeueTicket', body: { ticketId: 7 } }])
  })

  test('the window is closed after a question', async () => {
    const page = await openDesk(clerkView())
    await click('关闭窗口')
    expect(page.sent()).toEqual([])
    await page.press('Enter')
    expect(page.sent()).toEqual([{ type: 'CloseServiceWindow', body: { windowNumber: 1 } }])
  })

  test('signing out is one wish of its own', async () => {
    const page = await openDesk(clerkView())
    await click('退出登录')
    expect(page.left.signedOut).toBe(0)
    await page.press('Enter')
    expect(page.left.signedOut).toBe(1)
    expect(page.sent()).toEqual([])
  })

  test('the own password is changed with the present one as proof', async () => {
    const page = await openDesk(clerkView())
    await click('修改口令')
    await fill('现在的口令', 'old-password')
    await fill(/^新口令/, 'new-password')
    await fill('再输一遍新口令', 'new-passwort')
    await page.press('Enter')
    expect(page.hub.passwords).toEqual([])
    expect(page.text()).toContain('两遍新口令不一样')
    await fill('再输一遍新口令', 'new-password')
    await page.press('Enter')
    expect(page.hub.passwords).toEqual([
      { staffId: 'staff-1', currentPassword: 'old-password', password: 'new-password' },
    ])
  })
})

describe('the keys of a browser', () => {
  test('never get through: F1 opens no help and F5 reloads nothing', async () => {
    await openDesk(clerkView())
    for (const key of ['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8']) {
      const pressed = createEvent.keyDown(document.body, { key })
      fireEvent(document.body, pressed)
      expect(pressed.defaultPrevented).toBe(true)
    }
    await settle()
  })

  test('Alt+F4 stays the system’s', async () => {
    const page = await openDesk(viewWith(serving))
    fireEvent.keyDown(document.body, { key: 'F4', altKey: true })
    await settle()
    expect(page.sent()).toEqual([])
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('a key held down counts once', async () => {
    const page = await openDesk(clerkView())
    await page.holdDown('F1')
    expect(page.sent()).toHaveLength(1)
  })

  test('a key held down does not go on to what it means next', async () => {
    const page = await openDesk(paused)
    await page.press('F8')
    await page.push(clerkView())
    await page.holdDown('F8', 'repeats only')
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

describe('while a dialog is open', () => {
  test('the function keys do nothing', async () => {
    const page = await openDesk(viewWith(serving))
    await page.press('F4', 'F1', 'F6', 'F7', 'F8')
    expect(screen.getByRole('dialog').textContent).toContain('办结 A012')
    expect(page.sent()).toEqual([])
  })

  test('Enter held down from before confirms nothing', async () => {
    const page = await openDesk(viewWith(serving))
    await page.press('F4')
    fireEvent.keyDown(document.body, { key: 'Enter', repeat: true })
    await settle()
    expect(page.sent()).toEqual([])
  })

  test('digits typed into a note choose nothing', async () => {
    const page = await openDesk(clerkView())
    await page.press('F8', '9', '9')
    expect(document.activeElement).toBe(screen.getByLabelText(/说明/))
    await page.press('3')
    await fill(/说明/, '3 楼开会')
    await page.press('Enter')
    expect(page.sent()).toEqual([
      { type: 'PauseServiceWindow', body: { windowNumber: 1, reason: '99', note: '3 楼开会' } },
    ])
  })

  test('“other” without a note is not sent', async () => {
    const page = await openDesk(clerkView())
    await page.press('F8', '9', '9', 'Enter')
    expect(page.sent()).toEqual([])
    expect(page.text()).toContain('选择“其他”时请写明原因')
  })

  test('a mobile number in a reason is not sent', async () => {
    const page = await openDesk(viewWith(serving))
    await page.press('F6')
    await fill('其他原因（可手写）', '回电 13800000000')
    await page.press('Enter')
    expect(page.sent()).toEqual([])
    expect(page.text()).toContain('请不要在说明中填写身份证号或手机号')
  })
})
