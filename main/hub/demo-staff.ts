import type { Staff } from '../../shared/rules/access.ts'
import { halvesOf, worksInHall } from '../../shared/rules/attendance.ts'
import { subtractWorkdays } from '../../shared/rules/calendar.ts'
import { dayOf, instantOf, minuteMs } from '../../shared/rules/hall-time.ts'
import type { Command } from '../../shared/vocabulary/command.ts'
import type { MovableClock } from './clock.ts'
import type { Hub } from './hub.ts'

/** Something that somebody of the demo hall presses at a time of the day, epoch ms. */
interface DemoPress {
  at: number
  staff: Staff
  command: Command
}

/**
 * 演示人员: while the demo hall's clock is moved on to `toAt`, its people come and leave as people do:
 * a few minutes early, one of them late, one on leave. What a visitor pressed himself stays; a press
 * that the rules refuse, such as leaving an open window, is left out.
 */
export function playDemoStaff(hub: Hub, clock: MovableClock, toAt: number): void {
  const fromAt = clock.now()
  const presses = [...new Set([dayOf(fromAt), dayOf(toAt)])].flatMap((day) => pressesOn(hub, day))
  for (const { at, staff, command } of presses.sort((a, b) => a.at - b.at)) {
    if (at <= fromAt || at > toAt) continue
    clock.moveTo(at)
    const { staffId, role, windowNumbers, staffNumber } = staff
    hub.submitNow({
      commandId: `demo-staff-${hub.freshId()}`,
      actor: { kind: 'staff', staffId, role, screenId: `demo-${staffNumber}`, windowNumbers },
      command,
    })
  }
}

function pressesOn(hub: Hub, day: string): DemoPress[] {
  const schedule = hub.scheduleOn(day)
  const halves = halvesOf(schedule)
  const [first] = halves
  if (first === undefined) return []
  const staff = hub.tables.staff.all().filter(({ role, isRetired }) => worksInHall(role) && !isRetired)
  const clerks = staff.filter(({ role }) => role === 'clerk')
  const turn = Number(day.slice(8))
  const late = clerks[turn % clerks.length]
  const away = clerks[(turn + 3) % clerks.length]
  const evening = schedule.spans.findLast(({ phase }) => phase === 'linkup')

  const coming = staff
    .filter((one) => one !== away)
    .flatMap((one, at): DemoPress[] =>
      halves.flatMap(({ half, startsAt, endsAt }) => {
        const comesAt =
          one === late && half === 'morning' ? startsAt + 7 * minuteMs : startsAt - (1 + ((at * 5) % 14)) * minuteMs
        const staysInHall = one.role !== 'clerk' && half === 'afternoon' && evening !== undefined
        const leavesAt = (staysInHall ? evening.endsAt : endsAt) + (1 + (at % 6)) * minuteMs
        return [punch(one, 'in', comesAt), punch(one, 'out', leavesAt)]
      }),
    )
  const yesterday = subtractWorkdays(hub.setup().calendar, day, 1)
  const confirming = clerks
    .filter((one) => one !== away)
    .map((one, at): DemoPress => {
      const punchedAt = instantOf(yesterday, '18:00') + at * minuteMs
      const command: Command = { type: 'ConfirmDayOut', body: { day: yesterday, punchedAt } }
      return { at: first.startsAt + (8 + at) * minuteMs, staff: one, command }
    })
  return [...leaveOn(hub, day, away, first.startsAt), ...coming, ...confirming]
}

function punch(staff: Staff, direction: 'in' | 'out', at: number): DemoPress {
  return { at, staff, command: { type: 'PunchAttendance', body: { direction } } }
}

/** Asked for half an hour before the day begins, approved ten minutes later. */
function leaveOn(hub: Hub, day: string, away: Staff | undefined, beginsAt: number): DemoPress[] {
  const supervisor = hub.tables.staff.all().find(({ role, isRetired }) => role === 'supervisor' && !isRetired)
  if (away === undefined || supervisor === undefined) return []
  const leaveId = hub.tables.leave.lastId() + 1
  const asked = { kind: 'training', from: instantOf(day, '00:00'), to: instantOf(day, '24:00'), note: '' } as const
  return [
    { at: beginsAt - 30 * minuteMs, staff: away, command: { type: 'AskLeave', body: asked } },
    { at: beginsAt - 20 * minuteMs, staff: supervisor, command: { type: 'ApproveLeave', body: { leaveId } } },
  ]
}
