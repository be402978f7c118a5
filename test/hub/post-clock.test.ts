import { describe, expect, test } from 'vitest'
import { observationViews } from '../../main/hub/views/day/posts.ts'
import { expectReplayEqual } from '../support/promise-hall.ts'
import { sampleProfile, workday } from '../support/sample-hall.ts'
import { startTestHall } from '../support/test-hall.ts'

/** The sample hall with clerk 1001 at window 1, ticking by hand. */
async function openHall(at = '09:00') {
  const hall = await startTestHall({ at, profile: sampleProfile() })
  const clerk = hall.staff('1001')
  hall.must(clerk, 'OpenServiceWindow', { windowNumber: 1 })
  const tick = (time: string, day = workday) => {
    hall.clock.set(day, time)
    hall.look()
  }
  const seen = () =>
    hall
      .eventsAfter(0)
      .filter(({ type }) => type.startsWith('Observation'))
      .map(({ type, body }) => `${type} ${body.kind ?? body.minutes ?? body.reason ?? ''}`.trim())
  return { ...hall, clerk, supervisor: hall.staff('3001'), tick, seen }
}

describe('在岗', () => {
  test('a pause beyond its limit is asked about, answered, excused and ends with the pause', async () => {
    const hall = await openHall()
    hall.tick('09:00')
    hall.must(hall.clerk, 'PauseServiceWindow', { windowNumber: 1, reason: '01', note: '' })
    hall.tick('09:10')
    expect(hall.seen()).toEqual([])
    hall.tick('09:12')
    expect(hall.seen()).toEqual(['ObservationOpened pause-too-long'])
    expect(observationViews(hall.hub, hall.clock.now())).toMatchObject([{ minutes: 12, staffName: '钱一' }])
    hall.must(hall.clerk, 'ExplainObservation', { observationId: 1, reason: 'guiding-visitor', note: '' })
    hall.must(hall.supervisor, 'ExcuseObservation', { observationId: 1, note: '' })
    expect(hall.refusalOf(hall.supervisor, 'ExcuseObservation', { observationId: 1, note: '' })).toBe(
      'observation-excused',
    )
    hall.clock.set(workday, '09:15:30')
    hall.must(hall.clerk, 'ResumeServiceWindow', { windowNumber: 1 })
    hall.tick('09:15:31')
    expect(hall.seen().slice(1)).toEqual([
      'ObservationExplained guiding-visitor',
      'ObservationExcused',
      'ObservationEnded 15',
    ])
    expectReplayEqual(hall)
    await hall.close()
  })

  test('an empty seat is seen of who came to work, and not of who is on leave (edge 66)', async () => {
    const hall = await openHall()
    hall.must(hall.clerk, 'CloseServiceWindow', { windowNumber: 1 })
    hall.take('A-REG')
    hall.tick('09:10:01')
    expect(hall.seen()).toEqual(['ObservationOpened unattended'])
    expect(hall.hub.tables.postObservation.running()).toMatchObject([{ windowNumber: 1, staffId: hall.clerk.staffId }])
    const leave = {
      kind: 'outside-duty',
      from: hall.clock.now() - 3_600_000,
      to: hall.clock.now() + 3_600_000,
    } as const
    const { leaveId } = hall.must(hall.clerk, 'AskLeave', { ...leave, note: '' }) as { leaveId: number }
    hall.must(hall.supervisor, 'ApproveLeave', { leaveId })
    hall.tick('09:45')
    expect(hall.seen().slice(1)).toEqual(['ObservationEnded 45'])
    const propose = { staffId: hall.clerk.staffId, day: workday, windowNumber: 1, code: 'off-post' } as const
    const source = { source: 'observation', sourceId: 1, facts: '窗口无人', onTheSpot: 'registered' } as const
    expect(hall.refusalOf(hall.supervisor, 'ProposeViolation', { ...propose, ...source })).toBe(
      'violation-source-unknown',
    )
    await hall.close()
  })

  test('a look that finds nothing writes nothing', async () => {
    const hall = await openHall()
    hall.tick('09:00')
    hall.tick('09:30')
    const { seq } = hall.hub.head()
    for (const time of ['09:31', '09:40', '11:30', '11:59']) hall.tick(time)
    expect(hall.hub.head().seq).toBe(seq)
    await hall.close()
  })

  test('a call that nobody follows, and one that is called again', async () => {
    const hall = await openHall()
    hall.tick('09:00')
    hall.take('A-REG')
    const { ticketId } = hall.must(hall.clerk, 'CallNextTicket', { windowNumber: 1 }) as { ticketId: number }
    hall.tick('09:04')
    hall.must(hall.clerk, 'RecallTicket', { windowNumber: 1, ticketId })
    hall.tick('09:08')
    expect(hall.seen()).toEqual([])
    hall.tick('09:09:10')
    expect(hall.seen()).toEqual(['ObservationOpened call-unfollowed'])
    hall.must(hall.clerk, 'StartService', { windowNumber: 1, ticketId })
    hall.tick('09:09:11')
    expect(hall.seen()).toEqual(['ObservationOpened call-unfollowed', 'ObservationEnded 5'])
    await hall.close()
  })

  test('idle beside ten people of its own queue; a call that was passed over is no idleness', async () => {
    const hall = await openHall()
    hall.tick('09:00')
    for (let count = 0; count < 11; count += 1) hall.take('A-REG')
    hall.tick('09:09')
    const { ticketId } = hall.must(hall.clerk, 'CallNextTicket', { windowNumber: 1 }) as { ticketId: number }
    hall.tick('09:10:30')
    hall.must(hall.clerk, 'CancelTicket', { ticketId, reason: 'visitor-left' })
    hall.tick('09:10:41')
    hall.tick('09:20:41')
    expect(hall.seen()).toEqual([])
    hall.tick('09:20:52')
    expect(hall.seen()).toEqual(['ObservationOpened idle-beside-queue'])
    await hall.close()
  })

  test('on a jumped clock nothing is held against anybody; afterwards it counts anew', async () => {
    let monotonic = 0
    const hall = await startTestHall({ at: '09:00', monotonicMs: () => monotonic })
    hall.must(hall.staff('1001'), 'OpenServiceWindow', { windowNumber: 1 })
    hall.must(hall.staff('1001'), 'PauseServiceWindow', { windowNumber: 1, reason: '01', note: '' })
    hall.look()
    hall.clock.set(workday, '11:00')
    hall.look()
    expect(hall.hub.tables.hallDay.openJump()).not.toBeNull()
    hall.must(hall.staff('3001'), 'AcknowledgeClockJump', {})
    monotonic += 9 * 60_000
    hall.clock.set(workday, '11:09')
    hall.look()
    expect(hall.hub.tables.postObservation.running()).toEqual([])
    monotonic += 2 * 60_000
    hall.clock.set(workday, '11:11')
    hall.look()
    expect(hall.hub.tables.postObservation.running()).toMatchObject([{ kind: 'pause-too-long' }])
    await hall.close()
  })

  test('a forgotten 办结 counts as serving on until the end of the work, not overnight (edge 62)', async () => {
    const hall = await openHall('16:40')
    hall.tick('16:40')
    hall.take('A-REG')
    const { ticketId } = hall.must(hall.clerk, 'CallNextTicket', { windowNumber: 1 }) as { ticketId: number }
    hall.must(hall.clerk, 'StartService', { windowNumber: 1, ticketId })
    hall.tick('17:31')
    expect(hall.seen()).toEqual(['ObservationOpened past-closing'])
    hall.tick('18:00')
    expect(hall.seen()).toEqual(['ObservationOpened past-closing', 'ObservationEnded 60'])
    hall.tick('08:30', '2026-05-14')
    expect(hall.seen()).toHaveLength(2)
    await hall.close()
  })
})
