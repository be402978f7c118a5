import { expect, test } from 'vitest'
import { alarmRows } from '../../main/hub/views/promise/matters.ts'
import { expectReplayEqual } from '../support/promise-hall.ts'
import { nextDay, workday } from '../support/sample-hall.ts'
import { startTestHall } from '../support/test-hall.ts'

/** The sample hall with clerk 1001 at window 1 from 08:00 on, ticking by hand. */
async function openHall() {
  const hall = await startTestHall({ at: '08:00' })
  const clerk = hall.staff('1001')
  hall.must(clerk, 'OpenServiceWindow', { windowNumber: 1 })
  const tick = (time: string, day = workday) => {
    hall.clock.set(day, time)
    hall.look()
  }
  const open = (kind?: string) =>
    hall.hub.tables.alarm
      .open()
      .filter((alarm) => kind === undefined || alarm.kind === kind)
      .map((alarm) => `${alarm.kind} ${alarm.about}`)
      .sort()
  return { ...hall, clerk, supervisor: hall.staff('3001'), tick, open }
}

test('a pause too long is called out, acknowledged, and closes by itself', async () => {
  const hall = await openHall()
  hall.tick('08:30')
  hall.must(hall.clerk, 'PauseServiceWindow', { windowNumber: 1, reason: '01', note: '' })
  hall.tick('08:40:05')
  expect(hall.open('AL10')).toEqual(['AL10 window/1'])
  const [row] = alarmRows(hall.hub, 'open').filter(({ kind }) => kind === 'AL10')
  expect(row).toMatchObject({ subjectName: '1 号窗口' })
  expect(hall.refusalOf(hall.clerk, 'AcknowledgeAlarm', { alarmId: row!.alarmId })).toBe('alarm-not-yours')
  hall.must(hall.supervisor, 'AcknowledgeAlarm', { alarmId: row!.alarmId })
  hall.must(hall.clerk, 'ResumeServiceWindow', { windowNumber: 1 })
  hall.tick('08:40:06')
  hall.tick('08:40:07')
  expect(hall.open('AL10')).toEqual([])
  expect(hall.hub.tables.alarm.find(row!.alarmId)).toMatchObject({ status: 'closed', closedBy: null })
  expectReplayEqual(hall)
  await hall.close()
})

test('a long queue, a half-day without rounds, attendance, and the log of the day before', async () => {
  const hall = await openHall()
  for (let count = 0; count < 10; count += 1) hall.take('A-REG')
  hall.tick('08:31')
  expect(hall.open('AL11')).toEqual(['AL11 queue/A'])
  expect(hall.open('AL09')).toContain(`AL09 attendance/${workday}/${hall.staff('1002').staffId}`)
  expect(hall.open('AL09')).not.toContain(`AL09 attendance/${workday}/${hall.clerk.staffId}`)
  hall.tick('12:00')
  expect(hall.open('AL11')).toEqual([])
  expect(hall.open('AL12')).toEqual([`AL12 patrol/${workday}/morning`])
  hall.tick('08:59', nextDay)
  expect(hall.open('AL12')).toEqual([`AL12 patrol/${workday}/afternoon`, `AL12 patrol/${workday}/morning`])
  hall.tick('09:00', nextDay)
  expect(hall.open('AL12')).toEqual([`AL12 log/${workday}`])
  expect(alarmRows(hall.hub, 'open').every(({ subjectName, sentence }) => subjectName !== '' && sentence !== '')).toBe(
    true,
  )
  hall.must(hall.supervisor, 'WriteDisciplineLog', {
    day: workday,
    words: { weather: '', leaderId: hall.supervisor.staffId, environment: '', incidents: '', opinion: '无' },
  })
  hall.must(hall.supervisor, 'CloseDisciplineLog', { day: workday })
  hall.tick('09:00:31', nextDay)
  expect(hall.open('AL12')).toEqual([])
  expectReplayEqual(hall)
  await hall.close()
})

test('a handover that nobody gives calls its giver from half an hour after the link-up began', async () => {
  const hall = await openHall()
  hall.tick('17:00')
  hall.tick('17:29:59')
  expect(hall.open('AL08')).toEqual([])
  hall.tick('17:30:01')
  hall.tick('17:30:31')
  const [sheet] = hall.hub.tables.handover.ofDay(workday)
  expect(hall.open('AL08')).toContain(`AL08 handover/${sheet!.handoverId}`)
  await hall.close()
})
