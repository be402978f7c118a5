import { screen } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { atHalfPastNine, observation, windowOnMap } from '../support/console-fixtures.ts'
import { clearPage, onlyCommand, openConsolePage, openDialog } from '../support/console-page.tsx'

afterEach(clearPage)

const explanation = { reason: 'guiding-visitor', note: '', staffId: 'staff-1', at: atHalfPastNine } as const

describe('在岗', () => {
  test('shows who is where, and what goes on there too long', async () => {
    const hub = await openConsolePage('guide', 'posts')
    hub.push({
      serviceWindows: [windowOnMap({ status: 'paused', pauseReason: '01', current: null })],
      observations: [observation()],
    })
    expect(await screen.findByText('暂停服务 · 短暂离席')).toBeDefined()
    expect(screen.getByText('暂停超时 12 分钟')).toBeDefined()
    expect(screen.getByText('12 分钟，还在继续')).toBeDefined()
    expect(screen.getByText('等本人说明')).toBeDefined()
    expect(screen.queryByRole('button', { name: '采纳' })).toBeNull()
  })

  test('an explanation is excused by a supervisor', async () => {
    const hub = await openConsolePage('supervisor', 'posts')
    hub.push({ observations: [observation({ explanation, isProposable: true, endedAt: atHalfPastNine })] })
    expect(await screen.findByText('09:30 引导群众')).toBeDefined()
    const dialog = await openDialog('采纳')
    dialog.press('采纳')
    expect(await onlyCommand(hub)).toEqual({ type: 'ExcuseObservation', body: { observationId: 3, note: '' } })
  })

  test('what was not excused is proposed for the log with its facts, once the clerk was heard', async () => {
    const hub = await openConsolePage('supervisor', 'posts')
    hub.push({ observations: [observation()] })
    await screen.findByText('等本人说明')
    expect(screen.queryByRole('button', { name: '提请记录' })).toBeNull()
    hub.push({ observations: [observation({ explanation, isProposable: true })] })
    const dialog = await openDialog('提请记录')
    dialog.press('提请记录')
    expect(await onlyCommand(hub)).toEqual({
      type: 'ProposeViolation',
      body: {
        staffId: 'staff-1',
        day: '2026-11-24',
        windowNumber: 1,
        code: 'off-post',
        source: 'observation',
        sourceId: 3,
        onTheSpot: 'registered',
        facts: '1 号窗口自 09:18 起暂停超时 12 分钟，本人说明：引导群众。',
      },
    })
  })

  test('silence is said as such; a service after hours asks for nothing', async () => {
    const hub = await openConsolePage('supervisor', 'posts')
    hub.push({ observations: [observation({ isProposable: true })] })
    expect(await screen.findByText('过了半小时没有说明')).toBeDefined()
    hub.push({ observations: [observation({ kind: 'past-closing' })] })
    expect(await screen.findByText('延时服务 12 分钟')).toBeDefined()
    expect(screen.queryByText('等本人说明')).toBeNull()
  })
})
