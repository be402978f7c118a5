import { instantOf, minuteMs } from '../../shared/rules/hall-time.ts'
import { type Desk, goToLunch, leaveDesk, openDesk, resumeDesk, wishPause } from './desk.ts'
import { dayEndOf, must, planOn, type WallDay, type Week } from './week-world.ts'

/** How somebody at a window keeps the hours of one day; what is absent is as it should be. */
interface Conduct {
  /** Minutes after the beginning of the half. */
  late?: { morning?: number; afternoon?: number }
  /** Does not come in the afternoon. */
  isAbsentAfternoon?: true
  /** Is not in the hall: on leave. */
  isOnLeave?: true
  /** 'HH:MM': is away on duty until then. */
  comesAt?: string
  /** 'HH:MM': goes home then. */
  leavesAt?: string
  /** Goes for water before the end of the half and does not press again. */
  forgets?: 'noon' | 'evening'
}

/** Who stands in for whoever is on leave. */
export const standIn = { window: 3, owner: '1003', staffNumber: '1011' }

/** The people of the week by their habits: 钱乙 is late, 孙丙 on leave, 李丁 outside, 周戊 leaves early, 吴己 forgets. */
function conductOf(week: Week, staffNumber: string, index: number): Conduct {
  const { random } = week.world
  if (staffNumber === '1002') {
    const isLate = random.chance(0.6)
    const late = { morning: index === 0 || isLate ? Math.floor(random.between(2, 26)) : 0 }
    return index === 3 ? { late, isAbsentAfternoon: true } : { late }
  }
  if (staffNumber === standIn.owner && (index === 1 || index === 2)) return { isOnLeave: true }
  if (staffNumber === '1004' && index === 2) return { comesAt: '09:58' }
  if (staffNumber === '1004' && index === 4) return { late: { morning: 7 } }
  if (staffNumber === '1005' && index === 1) return { leavesAt: '16:40' }
  if (staffNumber === '1006' && index < 2) return { forgets: index === 0 ? 'noon' : 'evening' }
  return {}
}

/** When everybody comes and goes on one working day. */
export function planPeople(week: Week, wall: WallDay): void {
  const index = week.days.indexOf(wall)
  const { desks } = week.world
  for (const desk of desks) {
    const owner = `100${desk.windowNumber}`
    const conduct = conductOf(week, owner, index)
    desk.clerk = week.who(conduct.isOnLeave ? standIn.staffNumber : owner)
    // The hub closes what somebody left paused at the turn of the day.
    Object.assign(desk, { state: 'closed', held: null, pauseWish: null, isLeaving: false })
    planDesk(week, wall, desk, conduct)
  }
  const atWindows = desks.map(({ clerk }) => clerk.name)
  for (const staffNumber of ['1010', standIn.staffNumber, '2001', '3001', '3002']) {
    if (!atWindows.includes(staffNumber)) planConsolePunches(week, wall, staffNumber, index)
  }
}

function planDesk(week: Week, wall: WallDay, desk: Desk, conduct: Conduct): void {
  const { world } = week
  const { agenda, random } = world
  const { late = {}, comesAt, leavesAt, forgets } = conduct
  const [morning, afternoon] = wall.halves as [WallDay['halves'][number], WallDay['halves'][number]?]
  const arrivalIn = (startsAt: number, minutesLate = 0) =>
    minutesLate > 0 ? startsAt + minutesLate * minuteMs + 5_000 : startsAt - random.between(1, 9) * minuteMs
  const comes = comesAt === undefined ? arrivalIn(morning.startsAt, late.morning) : instantOf(wall.day, comesAt)
  agenda.plan(comes, () => openDesk(world, desk))
  agenda.plan(morning.startsAt + random.between(110, 200) * minuteMs, () =>
    wishPause(world, desk, '01', random.between(4, 9)),
  )
  if (random.chance(0.3)) {
    const from = morning.startsAt + random.between(30, 180) * minuteMs
    agenda.plan(from, () => wishPause(world, desk, '03', random.between(10, 25)))
  }
  if (afternoon === undefined) return agenda.plan(morning.endsAt + 1_000, () => leaveDesk(world, desk))
  const forget = () => wishPause(world, desk, '01', Number.POSITIVE_INFINITY)
  if (forgets === 'noon') agenda.plan(morning.endsAt - 15 * minuteMs, forget)
  agenda.plan(morning.endsAt + 1_000, () => goToLunch(world, desk))
  if (conduct.isAbsentAfternoon) return
  agenda.plan(arrivalIn(afternoon.startsAt, late.afternoon), () => resumeDesk(world, desk))
  if (forgets === 'evening') return agenda.plan(afternoon.endsAt - 15 * minuteMs, forget)
  if (leavesAt === undefined) return agenda.plan(afternoon.endsAt + 1_000, () => leaveDesk(world, desk))
  agenda.plan(instantOf(wall.day, leavesAt), async () => {
    await leaveDesk(world, desk)
    goHome(week, desk)
  })
}

/** Whoever goes before the end closes the window when it is free and presses for the home unit. */
function goHome(week: Week, desk: Desk): void {
  const { world } = week
  if (desk.state === 'closed') return void desk.clerk.send('PunchAttendance', { direction: 'out' })
  world.agenda.plan(world.now() + minuteMs, () => goHome(week, desk))
}

/** Whoever has no window presses at the console: in, out, in, out. */
function planConsolePunches(week: Week, wall: WallDay, staffNumber: string, index: number): void {
  const { agenda, random } = week.world
  const press = (at: number, direction: 'in' | 'out') =>
    agenda.plan(at, () => week.who(staffNumber).send('PunchAttendance', { direction }))
  const isLate = staffNumber === '3002' && index === 3
  const forgetsNoon = staffNumber === '2001' && index === 2
  const goesToHomeUnit = staffNumber.startsWith('1')
  wall.halves.forEach(({ startsAt, endsAt, half }, at) => {
    press(startsAt + (isLate && at === 0 ? 4.5 : -random.between(1, 9)) * minuteMs, 'in')
    const isLast = at === wall.halves.length - 1
    const leaves = isLast && !goesToHomeUnit ? dayEndOf(wall) : endsAt
    if (!(forgetsNoon && half === 'morning')) press(leaves + random.between(1, 9) * minuteMs, 'out')
  })
}

/** 次日确认: of the clerks whose handover nobody took; 吴己 forgets that too. */
export function planConfirmations(week: Week, wall: WallDay): void {
  const index = week.days.indexOf(wall)
  const before = week.days[index - 1]
  if (before?.linkup == null) return
  const punchedAt = before.linkup.endsAt
  for (const staffNumber of ['1001', '1002', '1003', '1004', '1005', '1010', standIn.staffNumber]) {
    planOn(week, index, '08:10', () => week.who(staffNumber).send('ConfirmDayOut', { day: before.day, punchedAt }))
  }
}

/**
 * 请假、公出: 孙丙's leave with 褚子 in his place, 李丁's duty outside, both before they begin; and one
 * that is asked for and approved when the log of the day stands already.
 */
export function planLeaves(week: Week): void {
  const ask = async (staffNumber: string, body: Parameters<typeof must<'AskLeave'>>[2]) => {
    const { leaveId } = await must(week.who(staffNumber), 'AskLeave', body)
    await must(week.who('3001'), 'ApproveLeave', { leaveId: Number(leaveId) })
    return Number(leaveId)
  }
  const on = (index: number, clock: string) => instantOf(week.days[index]?.day ?? week.days[0]!.day, clock)
  planOn(week, 0, '09:30', async () => {
    const whole = { from: on(1, '00:00'), to: on(2, '24:00'), substituteId: week.staffIdOf(standIn.staffNumber) }
    const leaveId = await ask(standIn.owner, { kind: 'annual', ...whole, note: '' })
    planPostHandover(week, leaveId)
  })
  planOn(week, 1, '15:00', () =>
    ask('1004', { kind: 'outside-duty', from: on(2, '08:00'), to: on(2, '10:00'), note: '' }),
  )
  planOn(week, 4, '08:30', () => ask('1002', { kind: 'personal', from: on(3, '14:00'), to: on(3, '18:00'), note: '' }))
}

/** AB岗交接: everything open to who stands in, and back. */
function planPostHandover(week: Week, leaveId: number): void {
  const [owner, other] = [week.who(standIn.owner), week.who(standIn.staffNumber)]
  const pass = async (from: typeof owner, to: typeof owner) => {
    const handoverId = Number((await must(owner, 'DraftPostHandover', { leaveId })).handoverId)
    await must(from, 'GiveHandover', { handoverId, lines: [], receipts: '', remark: '' })
    await must(to, 'TakeHandover', { handoverId })
  }
  planOn(week, 0, '16:30', () => pass(owner, other))
  planOn(week, 3, '08:20', () => pass(other, owner))
}
