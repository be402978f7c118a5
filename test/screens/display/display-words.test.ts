import { describe, expect, test } from 'vitest'
import { boardAddress } from '../../../renderer/display/address.ts'
import { hoursWords, phaseWords } from '../../../renderer/display/phase-words.ts'
import { type WindowCard, windowState } from '../../../renderer/display/window-state.ts'
import type { Foreseen, PhaseView } from '../../../shared/contract/view.ts'
import { type RefusalCode, refusalClause, refusalSentence } from '../../../shared/vocabulary/refusal.ts'
import { beijing, openPhase } from '../support/display-fixtures.ts'

function foreseen(code: RefusalCode, facts: Record<string, string | number> = {}): Foreseen {
  return { code, facts, sentence: refusalSentence(code, facts), clause: refusalClause(code) }
}

function phaseOf(phase: PhaseView['phase'], code: RefusalCode, nextOpen: string): PhaseView {
  return { ...openPhase, phase, session: null, issuingRefusal: foreseen(code, { nextOpen, dayKind: '国庆节' }) }
}

describe('phase banner', () => {
  test('in the public hours it says when they end', () => {
    expect(phaseWords(openPhase)).toEqual({
      tone: 'open',
      title: '对外办公',
      sentence: '至 12:00 结束，现在可以取号',
      clause: '',
    })
  })

  test('in the last half hour it warns that a number may not be reached', () => {
    const words = phaseWords({ ...openPhase, closesSoonAt: beijing('12:00:00') })
    expect([words.tone, words.sentence]).toEqual(['soon', '12:00 结束对外办公，现在取的号可能轮不到'])
  })

  test('when numbers end before the windows do, it is open still and says why', () => {
    const words = phaseWords({
      ...openPhase,
      closesSoonAt: beijing('12:00:00'),
      issuingRefusal: foreseen('issuing-ended', { minutes: 15, nextOpen: '今天 14:00 开始对外办公' }),
    })
    expect([words.tone, words.title]).toEqual(['soon', '对外办公'])
    expect(words.sentence).toContain('不足 15 分钟，已停止取号')
  })

  test('when numbers are given before opening, it says both', () => {
    const words = phaseWords({ ...openPhase, phase: 'before-open', nextOpenAt: beijing('08:00:00') })
    expect([words.title, words.sentence]).toEqual(['未到上班时间', '08:00 开始对外办公，现在可以取号'])
  })

  test.each([
    ['lunch', 'hall-on-lunch-break', '午休'],
    ['linkup', 'hall-linkup', '衔接办理'],
    ['closed', 'hall-closed', '已下班'],
    ['rest-day', 'hall-rest-day', '休息日'],
    ['before-open', 'hall-not-yet-open', '未到上班时间'],
  ] as const)('in %s it gives the reason, the clause and the next opening', (phase, code, title) => {
    const words = phaseWords(phaseOf(phase, code, '明天 08:00 开始对外办公'))
    expect([words.tone, words.title, words.clause]).toEqual(['shut', title, '依据服务制度第5篇第7条'])
    expect(words.sentence).toContain('明天 08:00 开始对外办公')
  })

  test('a rest day has no hours', () => {
    expect(hoursWords({ ...openPhase, segments: [] })).toBe('今日不对外办公')
  })
})

describe('state of a window', () => {
  const openWindow: WindowCard = {
    windowNumber: 3,
    name: '户籍身份一',
    department: '派出所',
    status: 'open',
    pauseReason: null,
    isOnDuty: false,
    number: null,
    isServing: false,
    queueNames: ['户籍身份'],
  }

  test('an open window makes people welcome in the public hours only, or while it is on duty', () => {
    expect(windowState(openWindow, 'open').word).toBe('欢迎办理')
    expect(windowState(openWindow, 'lunch').word).toBe('午休')
    expect(windowState({ ...openWindow, isOnDuty: true }, 'lunch').word).toBe('欢迎办理')
  })

  test('who is served into the lunch break is still shown', () => {
    const serving = { ...openWindow, number: 'C007', isServing: true }
    expect(windowState(serving, 'lunch')).toMatchObject({ kind: 'serving', number: 'C007' })
  })
})

describe('address of a board', () => {
  test.each([
    ['', { board: 'hall', hasSound: true }],
    ['?sound=off', { board: 'hall', hasSound: false }],
    ['?window=3', { board: 'window', windowNumber: 3 }],
    ['?window=99', { board: 'window', windowNumber: 99 }],
    ['?window=0', { board: 'bad-address' }],
    ['?window=100', { board: 'bad-address' }],
    ['?window=', { board: 'bad-address' }],
    ['?window=3a', { board: 'bad-address' }],
  ])('/display/%s', (search, address) => {
    expect(boardAddress(search)).toEqual(address)
  })
})
