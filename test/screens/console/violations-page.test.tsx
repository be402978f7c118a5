import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { ViolationView } from '../../../shared/contract/day-view.ts'
import { refusalSentence } from '../../../shared/vocabulary/refusal.ts'
import { clearPage, click, inDialog, onlyCommand, openConsolePage } from '../support/console-page.tsx'
import { patrolsView, violationRow, violationView, violationWith } from '../support/discipline-fixtures.ts'

/** The stubs of the page stay: only the answers of the file door are a test's own. */
const hubFetch = globalThis.fetch
afterEach(() => {
  clearPage()
  globalThis.fetch = hubFetch
})

const opened = async (changes: Partial<ViolationView> = {}, role: 'supervisor' | 'guide' = 'supervisor') => {
  const notHis = {
    code: 'violation-not-yours',
    facts: {},
    clause: '',
    sentence: refusalSentence('violation-not-yours', {}),
  } as const
  const refusals = { StateOnViolation: notHis, AppealViolation: notHis, ...changes.refusals }
  const violation = violationView({ ...changes, refusals })
  const discipline = { patrols: patrolsView(), violations: [violationRow()], violation }
  const hub = await openConsolePage(role, 'violations', { discipline })
  fireEvent.click(await screen.findByRole('button', { name: '玩游戏' }))
  await screen.findByText('经过')
  return hub
}

describe('违纪', () => {
  test('is listed by name and clause, and found by person and by where it stands', async () => {
    const rows = [
      violationRow(),
      violationRow({
        violationId: 2,
        code: 'drinking',
        clause: '篇5.7（五）',
        isGrave: true,
        staffName: '钱乙',
        status: 'revoked',
      }),
    ]
    await openConsolePage('supervisor', 'violations', {
      discipline: { patrols: patrolsView(), violations: rows, violation: null },
    })
    expect(await screen.findByText('篇5.7（五）')).toBeDefined()
    expect(screen.getByText('通报纪检')).toBeDefined()
    expect(screen.getByText('已更正（撤销）')).toBeDefined()
    fireEvent.click(screen.getByRole('radio', { name: '待处理' }))
    expect(screen.queryByText('钱乙')).toBeNull()
    fireEvent.click(screen.getByRole('radio', { name: '全部' }))
    fireEvent.change(screen.getByLabelText('人员'), { target: { value: '钱' } })
    expect(screen.queryByText('赵甲')).toBeNull()
  })

  test('is not confirmed before the person could be heard: the button says until when', async () => {
    const sentence = refusalSentence('person-not-heard', { until: '2026-05-14 18:00' })
    await opened({ refusals: { ConfirmViolation: { code: 'person-not-heard', facts: {}, clause: '篇5.7', sentence } } })
    expect(screen.getByText('等本人陈述；2026-05-14 18:00 以后没有陈述也可以认定')).toBeDefined()
    click('认定')
    expect(await screen.findByText(sentence)).toBeDefined()
  })

  test('is confirmed with the points of the table, doubled where it is repeated', async () => {
    const hub = await opened({ proposedPoints: 2, isRepeated: true })
    fireEvent.click(screen.getByRole('button', { name: /^认\s?定$/ }))
    const dialog = inDialog((await screen.findAllByRole('dialog')).at(-1)!)
    expect(await dialog.findByText(/建议加倍为 2 分/)).toBeDefined()
    dialog.press(/^认\s?定$/)
    expect(await onlyCommand(hub)).toEqual({
      type: 'ConfirmViolation',
      body: { violationId: 1, points: 2, note: '' },
    })
  })

  test('that was revoked stays with everything that was said, and the correction beside it', async () => {
    const at = Date.parse('2026-05-13T02:00:00Z')
    const violation = violationWith({
      status: 'revoked',
      signed: { means: 'refused', note: '保安在场', at },
      statement: { text: '是弹窗', at: at + 1 },
      decision: { points: 1, note: '', by: 'id-supervisor', at: at + 2 },
      appeal: { text: '请查记录', at: at + 3 },
      appealDecision: { isUpheld: false, reason: '查实为弹窗', by: 'id-supervisor', at: at + 4, day: '2026-05-13' },
    })
    await opened({ violation })
    const said = ['在窗口用电脑玩纸牌', '拒绝签字，保安在场', '是弹窗', '扣 1 分', '请查记录', '查实为弹窗']
    for (const text of said) expect(screen.getAllByText(text).length).toBeGreaterThan(0)
    expect(screen.getByText('更正：撤销认定，不扣分')).toBeDefined()
  })

  test('evidence that was changed says so in its place', async () => {
    globalThis.fetch = paperFetch(409, { message: '证据文件已被改动' })
    const piece = { hash: 'ab', bytes: 5, mediaType: 'image/png' as const, addedBy: 'id-supervisor', at: 0 }
    await opened({ violation: violationWith({ evidence: [piece] }) })
    expect(await screen.findByText('证据文件已被改动')).toBeDefined()
  })

  test('a guide proposes what she was told, and decides nothing', async () => {
    const hub = await opened({}, 'guide')
    expect(screen.queryByRole('button', { name: /^认\s?定$/ })).toBeNull()
    expect(hub.asked.some(({ name }) => name === 'ownViolations')).toBe(true)
    expect(hub.asked.some(({ name }) => name === 'violations')).toBe(false)
  })

  test('the menu tells how many wait for a decision', async () => {
    const hub = await openConsolePage('supervisor', 'hall')
    hub.push({ violationsToDecide: 2 })
    expect(await screen.findByTitle('2 条等待认定或复核')).toBeDefined()
  })

  test('a photo goes to the door that takes files, and the list is asked for again', async () => {
    const sent = vi.fn(paperFetch(200, { kind: 'done', seq: 1, made: {} }))
    globalThis.fetch = sent
    const hub = await opened()
    const before = hub.asked.filter(({ name }) => name === 'violation').length
    const input = screen.getByLabelText('添加照片或 PDF', { selector: 'input' })
    fireEvent.change(input, { target: { files: [new File(['x'], 'a.png')] } })
    await waitFor(() => expect(hub.asked.filter(({ name }) => name === 'violation').length).toBeGreaterThan(before))
    expect(sent.mock.calls.some(([url]) => String(url) === '/api/evidence?violationId=1')).toBe(true)
  })
})

/** Answers for the door of the files; everything else goes to the paper hub. */
function paperFetch(status: number, body: object) {
  return (url: string | URL | Request, init?: RequestInit) =>
    String(url).startsWith('/api/evidence') ? Promise.resolve(Response.json(body, { status })) : hubFetch(url, init)
}
