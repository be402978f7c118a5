import { dayOf, instantOf, minuteMs } from '../../shared/rules/hall-time.ts'
import { demoIdNumber } from './citizens.ts'
import { must, type WallDay, type Week } from './week-world.ts'

/** Items with a promise of so few workdays that it lapses within the week. */
const shortItems = ['SB-01', 'SF-01', 'SF-02', 'GD-01', 'DX-01', 'GA-06']

/** Filings of a day: received and accepted at the windows, most of them decided in time, some never. */
export function planMatters(week: Week, wall: WallDay): void {
  const { agenda, random, desks } = week.world
  const [first, last] = [wall.halves[0]!.startsAt, wall.halves.at(-1)!.endsAt]
  for (const desk of desks) {
    agenda.plan(random.between(first + 40 * minuteMs, last - 40 * minuteMs), () => receive(week, desk.clerk.name))
  }
}

async function receive(week: Week, staffNumber: string): Promise<void> {
  const { random, catalogue, agenda, now } = week.world
  const clerk = week.who(staffNumber)
  const offered = catalogue.serviceItems.filter(({ itemCode }) => shortItems.includes(itemCode))
  const { itemCode, name } = random.pick(offered)
  const inquiry = { channel: 'window', itemCode, category: '', matter: `想办${name}` } as const
  const { inquiryId } = await must(clerk, 'RecordFirstInquiry', { ...inquiry, specialGroup: 'none', isWish: false })
  const { filingId: made } = await must(clerk, 'ReceiveFiling', {
    inquiryId: Number(inquiryId),
    itemCode,
    party: {
      name: '赵小一',
      idKind: 'resident-id',
      idNumber: demoIdNumber(random, Number(inquiryId)),
      phone: '0000-1234567',
      address: '青溪村一组',
    },
    conditions: [],
    checks: [],
  })
  const filingId = Number(made)
  const { filing } = (await clerk.client.query.filing({ filingId }))!
  const asked = filing.lines.filter(({ state }) => state === 'unchecked')
  const checks = asked.map(
    ({ materialCode }) => ({ materialCode, state: 'in-hand', problem: '', dueDay: null }) as const,
  )
  await must(clerk, 'CheckMaterials', { filingId, conditions: [], checks })
  await must(clerk, 'AcceptFiling', { filingId, collectBy: 'window' })
  if (random.chance(0.35)) return
  // Decided on one of the next working days, by whoever has it then.
  const today = week.days.findIndex(({ day }) => day === dayOf(now()))
  const wall = week.days[today + 1 + Math.floor(random.between(0, 2))]
  if (wall === undefined) return
  agenda.plan(instantOf(wall.day, '10:00') + random.between(0, 90) * minuteMs, () => decide(week, filingId))
}

async function decide(week: Week, filingId: number): Promise<void> {
  const { filing } = (await week.who('3001').client.query.filing({ filingId }))!
  await must(week.callerOf(filing.ownerId), 'DecideFiling', { filingId, decision: 'granted', reason: '' })
}
