import { minuteMs } from '../../shared/rules/hall-time.ts'
import type { Caller } from './caller.ts'
import { must, planOn, type WallDay, type Week } from './week-world.ts'

/** What becomes of one sheet when it is not given and taken in time. */
type Course = 'in-time' | 'late' | 'refused-once' | 'not-taken' | 'not-given'

/** Where the sheets of the week go wrong, by day and giver. */
const courses: Record<string, Course> = {
  '0 1004': 'refused-once',
  '0 1002': 'late',
  '1 1005': 'not-given',
  '2 1006': 'not-taken',
  '3 1002': 'not-given',
  '4 1001': 'late',
}

/** Who takes for a home unit. */
const takers: Record<string, string> = { 便民服务中心: '2001', 派出所: '4001' }

/** 17:00 of a day, or noon of a half holiday: the sheets are given, taken and next morning returned. */
export function planHandovers(week: Week, wall: WallDay): void {
  const { agenda } = week.world
  const index = week.days.indexOf(wall)
  const from = wall.linkup?.startsAt ?? wall.halves.at(-1)!.endsAt
  agenda.plan(from + minuteMs, async () => {
    for (const staffNumber of ['1001', '1002', '1003', '1004', '1005', '1006', '1010', '1011']) {
      const { toGive } = await week.who(staffNumber).client.query.myHandovers()
      for (const { handoverId } of toGive) planSheet(week, staffNumber, handoverId, courses[`${index} ${staffNumber}`])
    }
  })
  planOn(week, index + 1, '08:05', () => returnAll(week))
}

function planSheet(week: Week, staffNumber: string, handoverId: number, course: Course = 'in-time'): void {
  if (course === 'not-given') return
  const { agenda, random, now } = week.world
  const giver = week.who(staffNumber)
  const taker = week.who(takers[week.homeUnitOf(staffNumber)] ?? '3001')
  const give = () => giveSheet(week, giver, handoverId)
  const take = () => must(taker, 'TakeHandover', { handoverId })
  const givenAt = now() + (course === 'late' ? 41 : random.between(2, 22)) * minuteMs
  const after = (minutes: number) => givenAt + minutes * minuteMs
  agenda.plan(givenAt, give)
  if (course === 'not-taken') return
  if (course !== 'refused-once') return agenda.plan(after(random.between(3, 12)), take)
  agenda.plan(after(3), () => must(taker, 'RefuseHandover', { handoverId, reason: '少一份原件' }))
  agenda.plan(after(7), give)
  agenda.plan(after(11), take)
}

/** An original goes along with some sheets. */
async function giveSheet(week: Week, giver: Caller, handoverId: number): Promise<void> {
  const sheet = await giver.client.query.handover({ handoverId })
  const [first] = sheet?.lines ?? []
  const goesAlong = first !== undefined && first.heldByName === '' && week.world.random.chance(0.4)
  const lines = goesAlong ? [{ filingId: first.filingId, originals: ['申请表 1 份'], action: '现场核查' }] : []
  await must(giver, 'GiveHandover', { handoverId, lines, receipts: '', remark: '' })
}

async function returnAll(week: Week): Promise<void> {
  for (const staffNumber of ['1001', '1002', '1003', '1004', '1005', '1006', '1010', '1011']) {
    const giver = week.who(staffNumber)
    const { toReturn } = await giver.client.query.myHandovers()
    for (const { handoverId } of toReturn) await must(giver, 'ReturnHandover', { handoverId, note: '' })
  }
}
