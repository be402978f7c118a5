import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { sessionOf } from '../support/console-fixtures.ts'
import { clearPage, click, showConsole } from '../support/console-page.tsx'
import { refusedWith } from '../support/paper-hub.ts'

afterEach(clearPage)

const hallName = '青溪镇便民服务中心'
const unmade = { hallName, isDemo: false, needsAdministrator: true, isPaired: true, isLocal: true }
const fill = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })

async function goToAdministrator(): Promise<void> {
  await screen.findByText('1 项')
  click('核对无误，下一步')
  await screen.findByLabelText('工号')
  fill('工号', '9001')
  fill('姓名', '尤申')
  fill('新口令', 'correct-horse')
  fill('再输一遍', 'correct-horse')
}

describe('首次使用', () => {
  test('the hall of the profile is looked over first', async () => {
    showConsole({ welcome: unmade })
    expect(await screen.findByText('A 综合受理、C 户籍身份')).toBeDefined()
    expect(screen.getByText('1 项')).toBeDefined()
    expect(screen.getByText('12345')).toBeDefined()
  })

  test('the first administrator is made, then signs in', async () => {
    const hub = showConsole({ welcome: unmade })
    await goToAdministrator()
    hub.welcome = { ...unmade, needsAdministrator: false }
    click('建立管理员')
    expect(await screen.findByText('管理员已建立，请用刚才的工号和口令登录。')).toBeDefined()
    const staff = { staffNumber: '9001', name: '尤申', role: 'administrator', homeUnit: '', windowNumbers: [] }
    expect(hub.asked).toContainEqual({
      name: 'createFirstAdministrator',
      input: { staff, password: 'correct-horse' },
    })
    expect(screen.getByRole('button', { name: '登录' })).toBeDefined()
  })

  test('two passwords that differ are not sent', async () => {
    const hub = showConsole({ welcome: unmade })
    await goToAdministrator()
    fill('再输一遍', 'correct-house')
    click('建立管理员')
    expect(await screen.findByText('两次输入的口令不一样')).toBeDefined()
    expect(hub.asked.map(({ name }) => name)).not.toContain('createFirstAdministrator')
  })

  test('a short password is complained about', async () => {
    showConsole({ welcome: unmade })
    await goToAdministrator()
    fill('新口令', 'short')
    fill('再输一遍', 'short')
    click('建立管理员')
    expect(await screen.findByText('口令至少 8 位')).toBeDefined()
  })

  test('a refusal is shown and what was typed stays', async () => {
    showConsole({ welcome: unmade, doorAnswer: refusedWith('already-set-up') })
    await goToAdministrator()
    click('建立管理员')
    expect(await screen.findByText('大厅已经有系统管理员。')).toBeDefined()
    expect(screen.getByLabelText<HTMLInputElement>('姓名').value).toBe('尤申')
  })

  test('it is done on the own machine of the hub only', async () => {
    showConsole({ welcome: { ...unmade, isLocal: false } })
    await screen.findByText('1 项')
    click('核对无误，下一步')
    expect(await screen.findByText(/只能在主机本机上建立/)).toBeDefined()
    expect(screen.queryByLabelText('工号')).toBeNull()
  })
})

describe('signing in', () => {
  test('a machine that is not paired is sent to the pairing page', async () => {
    showConsole({ welcome: { ...unmade, isPaired: false, needsAdministrator: false } })
    expect((await screen.findByRole('link', { name: '去配对' })).getAttribute('href')).toBe('/pairing/')
  })

  test('a clerk is told where his work is', async () => {
    showConsole({ session: sessionOf('clerk') })
    expect(await screen.findByText(/窗口人员请使用窗口端/)).toBeDefined()
  })

  test('whoever is signed in still is after a reload', async () => {
    showConsole({ session: sessionOf('guide') })
    await waitFor(() => expect(screen.getByRole('menuitem', { name: '取号' })).toBeDefined())
    expect(screen.queryByRole('menuitem', { name: '流水' })).toBeNull()
  })
})
