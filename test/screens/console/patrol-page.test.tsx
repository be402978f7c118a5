import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { clearPage, click, onlyCommand, openConsolePage } from '../support/console-page.tsx'
import { patrolRound, patrolsView, violationView } from '../support/discipline-fixtures.ts'
import { done, refusedWith } from '../support/paper-hub.ts'

afterEach(clearPage)

const underWay = (changes = {}) => ({
  patrols: patrolsView({ underWay: patrolRound(changes) }),
  violations: [],
  violation: null,
})
const toggle = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

describe('巡查', () => {
  test('says how many rounds the half-day still needs, which are missing, and starts one', async () => {
    const missing = [{ half: 'morning' as const, finished: 1, missing: 1 }]
    const discipline = { patrols: patrolsView({ half: 'afternoon', missing }), violations: [], violation: null }
    const hub = await openConsolePage('supervisor', 'patrol', { discipline })
    expect(await screen.findByText('今天上午只巡查了 1 轮，缺 1 轮。')).toBeDefined()
    expect(screen.getByText('今天下午已巡查 0 轮，还要 2 轮。')).toBeDefined()
    click('开始巡查')
    expect(await onlyCommand(hub)).toEqual({ type: 'StartPatrol', body: {} })
  })

  test('a refusal to start is said', async () => {
    const answers = { StartPatrol: refusedWith('patrol-outside-hours') }
    await openConsolePage('supervisor', 'patrol', { answers })
    await screen.findByText('今天的巡查')
    click('开始巡查')
    expect(await screen.findByText('现在不是工作时间，不能巡查。')).toBeDefined()
  })

  test('a window in order takes one tap', async () => {
    const hub = await openConsolePage('supervisor', 'patrol', { discipline: underWay() })
    const card = await screen.findByRole('article', { name: '1 号窗口' })
    expect(within(card).getByText('赵甲')).toBeDefined()
    click('正常')
    const check = { windowNumber: 1, post: 'on-post', excuse: '', wrongItems: [], prohibitions: [], note: '' }
    expect(await onlyCommand(hub)).toEqual({ type: 'CheckWindow', body: { patrolId: 1, check } })
  })

  test('what is wrong is ticked, noted, and leads to a proposal with the cases of that clause alone', async () => {
    const hub = await openConsolePage('supervisor', 'patrol', {
      discipline: { ...underWay(), violation: violationView() },
      answers: { ProposeViolation: done({ violationId: 1 }) },
    })
    await screen.findByRole('article', { name: '1 号窗口' })
    toggle('③ 游戏、影视、炒股')
    fireEvent.change(screen.getByLabelText('事实（不写群众姓名）'), { target: { value: '电脑上在玩纸牌' } })
    click('记下')
    const dialog = within(await screen.findByRole('dialog'))
    expect(hub.commands[0]!.body).toMatchObject({ check: { prohibitions: ['screen-leisure'], note: '电脑上在玩纸牌' } })
    expect(dialog.getByText('玩游戏（篇5.7（三））')).toBeDefined()
    fireEvent.click(dialog.getByRole('button', { name: '提请记录' }))
    await waitFor(() => expect(hub.commands).toHaveLength(2))
    expect(hub.commands[1]).toEqual({
      type: 'ProposeViolation',
      body: {
        ...{ staffId: 'id-clerk', day: '2026-05-13', windowNumber: 1, code: 'computer-game', source: 'patrol' },
        ...{ sourceId: 1, facts: '电脑上在玩纸牌', onTheSpot: 'corrected' },
      },
    })
    // Then the photo and the signature, on the spot.
    const camera = await dialog.findByLabelText('拍照', { selector: 'input' })
    expect(camera.getAttribute('capture')).toBe('environment')
    expect(dialog.getByRole('radio', { name: '拒绝签字' })).toBeDefined()
  })

  test('when all windows were looked at, the round ends with what is out of order in the hall', async () => {
    const hub = await openConsolePage('supervisor', 'patrol', { discipline: underWay({ unchecked: [] }) })
    fireEvent.change(await screen.findByLabelText('打印机'), { target: { value: '卡纸' } })
    click('结束巡查')
    expect(await onlyCommand(hub)).toEqual({
      type: 'FinishPatrol',
      body: { patrolId: 1, environment: [{ item: 'printer', note: '卡纸' }], note: '' },
    })
  })

  test('a round that was gone shows every window by name with what was found', async () => {
    const check = {
      ...{ windowNumber: 1, post: 'away' as const, excuse: '', wrongItems: ['badge' as const], prohibitions: [] },
      ...{ note: '找不到人', staffId: 'id-clerk', excusedBy: null, at: 0 },
    }
    const round = patrolRound({ checks: [check], finishedAt: 1, unchecked: [] })
    const discipline = { patrols: patrolsView({ rounds: [round] }), violations: [], violation: null }
    await openConsolePage('supervisor', 'patrol', { discipline })
    const row = within(await screen.findByRole('row', { name: /1 号窗口/ }))
    for (const text of ['赵甲', '离岗', '工牌', '找不到人']) expect(row.getByText(text)).toBeDefined()
  })
})
