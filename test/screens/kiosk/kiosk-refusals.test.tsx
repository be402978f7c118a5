import { fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { SendOutcome } from '../../../renderer/common/hub-link.ts'
import { type RefusalCode, type RefusalFacts, refusalSentence } from '../../../shared/vocabulary/refusal.ts'
import { refusedWith } from '../support/clerk-fixtures.ts'
import { alreadyWaiting, fakeKioskHub, takenOutcome } from '../support/kiosk-fixtures.ts'
import { endKiosks, goToIdentity, press, settle, showKiosk, takeNumber, type, words } from '../support/kiosk-page.tsx'

afterEach(endKiosks)

function hubThatAnswers(outcome: SendOutcome | Promise<SendOutcome>) {
  const hub = fakeKioskHub()
  hub.answers.TakeTicket = outcome
  return hub
}

/** What a kiosk can hear when it takes a number, apart from the ID number's own refusals. */
const refusalsOfTaking: [RefusalCode, RefusalFacts][] = [
  ['hall-rest-day', { dayKind: '法定节假日', nextOpen: '10 月 8 日（星期四）08:00 开放' }],
  ['hall-not-yet-open', { nextOpen: '今天 08:00 开放' }],
  ['hall-on-lunch-break', { nextOpen: '今天 14:00 开放' }],
  ['hall-linkup', { nextOpen: '11 月 25 日（星期三）08:00 开放' }],
  ['hall-closed', { nextOpen: '11 月 25 日（星期三）08:00 开放' }],
  ['issuing-ended', { minutes: 15, nextOpen: '今天 14:00 开放' }],
  ['clock-behind', {}],
  ['item-unknown', {}],
  ['item-without-window', { itemName: '居民身份证申领、换领、补领' }],
  ['self-only', {}],
  ['daily-limit-reached', { max: 2 }],
  ['quota-used-up', { itemName: '居民身份证申领、换领、补领' }],
  ['hall-full', {}],
  ['numbers-used-up', { letter: 'C' }],
  ['priority-by-staff', {}],
  ['carried-number-unknown', { number: 'C008' }],
  ['not-paired', {}],
  ['busy', {}],
]

describe('a refused number', () => {
  for (const [code, facts] of refusalsOfTaking) {
    it(`${code} is said in one sentence, with a way on`, async () => {
      await showKiosk(undefined, { hub: hubThatAnswers(refusedWith(code, facts)) })
      await takeNumber()
      expect(screen.getByRole('alert').textContent).toBe(refusalSentence(code, facts))
      expect(words()).toContain('没有取到号')
      if (code.startsWith('hall-') && code !== 'hall-full') expect(words()).toContain('篇5.7')
      await press('重新选择')
      expect(words()).toContain('请选择要办理的业务')
    })

    it(`${code} has an English sentence without a Chinese word in it`, async () => {
      await showKiosk(undefined, { hub: hubThatAnswers(refusedWith(code, facts)) })
      await takeNumber()
      await press('English')
      expect(screen.getByRole('alert').textContent).not.toMatch(/\p{Script=Han}/u)
    })
  }

  const aboutIdNumbers: [RefusalCode, RefusalFacts][] = [
    ['id-number-invalid', { problem: '校验位不符' }],
    ['id-number-fifteen', {}],
    ['id-number-needed', {}],
  ]
  for (const [code, facts] of aboutIdNumbers) {
    it(`${code} is said where the number is typed, and the next press is a new command`, async () => {
      const hub = hubThatAnswers(refusedWith(code, facts))
      await showKiosk(undefined, { hub })
      await goToIdentity()
      await type('999999199001010017')
      await press('下一步')
      await press('确认取号')
      expect(screen.getByRole('alert').textContent).toBe(refusalSentence(code, facts))
      expect(words()).toContain('请输入您的身份证号')
      hub.answers.TakeTicket = takenOutcome
      await press('退格')
      expect(screen.queryByRole('alert')).toBeNull()
      await type('6')
      await press('下一步')
      await press('确认取号')
      expect(words()).toContain('C017')
      const [first, second] = hub.sent.filter((sent) => sent.type === 'TakeTicket')
      expect(second?.body).toMatchObject({ idNumber: '999999199001010016' })
      expect(second?.commandId).not.toBe(first?.commandId)
    })
  }

  it('who waits already sees the number and can have it reprinted', async () => {
    const hub = hubThatAnswers(alreadyWaiting)
    hub.answers.ReprintTicket = { kind: 'done', seq: 10, made: { ticketId: 33, number: 'C009', printCount: 1 } }
    await showKiosk(undefined, { hub })
    await takeNumber()
    expect(words()).toContain('您已经有号了')
    expect(words()).toContain('C009')
    await press('补打小票')
    expect(hub.sent.at(-2)).toMatchObject({ type: 'ReprintTicket', body: { ticketId: 33 } })
    expect(hub.printed).toEqual([{ ticketId: 33, isReprint: true }])
    expect(words()).toContain('您的号码（补打）')
    expect(words()).toContain('请取走小票')
  })

  it('who waits already can look how far the queue is', async () => {
    const hub = hubThatAnswers(alreadyWaiting)
    await showKiosk(undefined, { hub })
    await takeNumber()
    await press('查看排队情况')
    expect(words()).toContain('前面等候 5 人')
  })
})

describe('the press of confirm', () => {
  it('waits with a sign, and a second tap sends nothing', async () => {
    let answer: (outcome: SendOutcome) => void = () => undefined
    const hub = hubThatAnswers(new Promise<SendOutcome>((resolve) => (answer = resolve)))
    await showKiosk(undefined, { hub })
    await goToIdentity()
    await press('不填，直接取号')
    const key = screen.getByRole('button', { name: '确认取号' })
    fireEvent.click(key)
    fireEvent.click(key)
    await settle()
    expect(words()).toContain('正在取号，请稍候')
    for (const name of [/返回/, '首页', '大字版', 'English']) {
      expect(screen.getByRole<HTMLButtonElement>('button', { name }).disabled).toBe(true)
    }
    answer(takenOutcome)
    await settle()
    expect(words()).toContain('C017')
    expect(hub.sent.filter((sent) => sent.type === 'TakeTicket')).toHaveLength(1)
  })

  it('without an answer says that nothing is known, and tries again with the same command id', async () => {
    const hub = hubThatAnswers({ kind: 'unreachable' })
    await showKiosk(undefined, { hub })
    await takeNumber()
    expect(words()).toContain('主机没有应答')
    hub.answers.TakeTicket = takenOutcome
    await press('再试一次')
    expect(words()).toContain('C017')
    const ids = hub.sent.filter((sent) => sent.type === 'TakeTicket').map((sent) => sent.commandId)
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
  })

  it('that meets a fault names the incident', async () => {
    await showKiosk(undefined, { hub: hubThatAnswers({ kind: 'fault', incident: 'F-1234' }) })
    await takeNumber()
    expect(words()).toContain('编号 F-1234')
    await press('首页')
    expect(words()).toContain('请选择要办理的业务')
  })

  it('sends what was chosen and nothing else', async () => {
    const { hub } = await showKiosk()
    await goToIdentity()
    await type('999999199001010016')
    await press('下一步')
    await press('确认取号')
    expect(hub.sent[0]?.body).toEqual({
      itemCode: 'ID-01',
      holder: 'self',
      purpose: 'apply',
      priorityGround: 'none',
      idNumber: '999999199001010016',
    })
    expect(hub.sent[0]?.commandId).toMatch(/^[0-9a-zA-Z-]{16,64}$/)
  })
})
