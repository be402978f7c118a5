import { minuteMs } from '../../shared/rules/hall-time.ts'
import type { ConductItem, Prohibition } from '../../shared/vocabulary/patrol.ts'
import type { ViolationCode } from '../../shared/vocabulary/violation.ts'
import { dayEndOf, must, planOn, type WallDay, type Week } from './week-world.ts'

/** What a round comes upon, by day, half and round. */
interface Finding {
  windowNumber: number
  wrongItems: ConductItem[]
  prohibitions: Prohibition[]
  code: ViolationCode
  facts: string
}
const findings: Record<string, Finding> = {
  '0 afternoon 2': {
    ...{ windowNumber: 2, wrongItems: [], prohibitions: ['screen-leisure'], code: 'computer-game' },
    facts: '巡查时电脑屏幕上有纸牌游戏',
  },
  '1 morning 1': {
    ...{ windowNumber: 6, wrongItems: ['dress'], prohibitions: [], code: 'dress', facts: '未穿工装' },
  },
}

/** The half-day that nobody walked. */
const missedHalf = '1 afternoon'

/** 巡查: two rounds in each half-day, at times nobody knows beforehand. */
export function planPatrols(week: Week, wall: WallDay): void {
  const { agenda, random } = week.world
  const index = week.days.indexOf(wall)
  for (const { half, startsAt, endsAt } of wall.halves) {
    if (`${index} ${half}` === missedHalf) continue
    const middle = (startsAt + endsAt) / 2
    const beginnings = [
      random.between(startsAt + 20 * minuteMs, middle - 20 * minuteMs),
      random.between(middle, endsAt - 30 * minuteMs),
    ]
    beginnings.forEach((at, round) => {
      agenda.plan(at, () => walk(week, wall.day, findings[`${index} ${half} ${round + 1}`]))
    })
  }
}

/** One round: every window that somebody is in charge of, then what was found is proposed. */
async function walk(week: Week, day: string, finding: Finding | undefined): Promise<void> {
  const { agenda, now, desks, random } = week.world
  const supervisor = week.who('3001')
  const patrolId = Number((await must(supervisor, 'StartPatrol', {})).patrolId)
  const { windows } = await supervisor.client.query.patrols({})
  for (const { windowNumber, staffId, isOnLeave } of windows) {
    if (staffId === null) continue
    const desk = desks.find((one) => one.windowNumber === windowNumber)!
    const isThere = desk.state === 'idle' || desk.state === 'busy'
    const found = finding?.windowNumber === windowNumber && isThere ? finding : undefined
    await must(supervisor, 'CheckWindow', {
      patrolId,
      check: {
        windowNumber,
        post: isThere ? 'on-post' : isOnLeave ? 'excused' : 'away',
        excuse: '',
        wrongItems: found?.wrongItems ?? [],
        prohibitions: found?.prohibitions ?? [],
        note: '',
      },
    })
    if (found === undefined) continue
    const { code, facts } = found
    const source = { source: 'patrol', sourceId: patrolId, facts, onTheSpot: 'corrected' } as const
    await must(supervisor, 'ProposeViolation', { staffId, day, windowNumber, code, ...source })
  }
  const environment = random.chance(0.2) ? [{ item: 'printer' as const, note: '窗口打印机卡纸' }] : []
  agenda.plan(now() + 12 * minuteMs, () => must(supervisor, 'FinishPatrol', { patrolId, environment, note: '' }))
}

/**
 * 违纪: the game is stated, confirmed, appealed and, two days after it was found, revoked; the dress is
 * confirmed; who went at 16:40 is proposed from that day’s attendance and in the end not held to it.
 */
export function planCases(week: Week): void {
  const supervisor = week.who('3001')
  const caseOf = async (code: ViolationCode) => {
    const range = { from: week.days[0]!.day, to: week.days.at(-1)!.day }
    const found = (await supervisor.client.query.violations(range)).find((one) => one.code === code)
    if (found === undefined) throw new Error(`nobody proposed ${code}`)
    return { violationId: found.violationId }
  }
  planOn(week, 1, '08:40', async () =>
    must(week.who('1002'), 'StateOnViolation', { ...(await caseOf('computer-game')), text: '是系统自带的弹窗' }),
  )
  planOn(week, 1, '09:05', async () =>
    must(supervisor, 'SignViolation', { ...(await caseOf('computer-game')), means: 'paper', note: '' }),
  )
  planOn(week, 1, '10:00', async () =>
    must(supervisor, 'ConfirmViolation', { ...(await caseOf('computer-game')), points: 1, note: '' }),
  )
  planOn(week, 1, '15:10', async () =>
    must(week.who('1002'), 'AppealViolation', { ...(await caseOf('computer-game')), text: '请查弹窗记录' }),
  )
  planOn(week, 2, '15:50', async () =>
    must(week.who('3002'), 'DecideAppeal', {
      ...(await caseOf('computer-game')),
      ...{ isUpheld: false, reason: '查实为弹窗' },
    }),
  )
  planOn(week, 1, '18:20', async () =>
    must(supervisor, 'ProposeViolation', {
      ...{ staffId: week.staffIdOf('1005'), day: week.days[1]!.day, code: 'left-early', source: 'attendance' },
      ...{ half: 'afternoon', facts: '下午提前离厅，未请假', onTheSpot: 'registered' },
    }),
  )
  planOn(week, 2, '08:50', async () =>
    must(week.who('1006'), 'StateOnViolation', { ...(await caseOf('dress')), text: '工装送洗' }),
  )
  planOn(week, 2, '09:10', async () =>
    must(supervisor, 'ConfirmViolation', { ...(await caseOf('dress')), points: 1, note: '' }),
  )
  planOn(week, 3, '10:00', async () =>
    must(supervisor, 'DismissViolation', { ...(await caseOf('left-early')), reason: '家属急病，已说明' }),
  )
}

/** The day whose log is closed the next morning, too late. */
const closedLate = 1

/** 日志: written and closed after the day, one of them late, each with a note afterwards. */
export function planLog(week: Week, wall: WallDay): void {
  const { agenda } = week.world
  const index = week.days.indexOf(wall)
  if (index === closedLate) return planOn(week, index + 1, '09:20', () => closeLog(week, wall.day))
  agenda.plan(dayEndOf(wall) + 35 * minuteMs, () => closeLog(week, wall.day))
}

async function closeLog(week: Week, day: string): Promise<void> {
  const { agenda, now } = week.world
  const supervisor = week.who('3001')
  const leaderId = week.staffIdOf('3002')
  await must(supervisor, 'WriteDisciplineLog', {
    day,
    words: { weather: '多云', leaderId, environment: '卫生良好', incidents: '', opinion: '按时到岗，及时交接' },
  })
  await must(supervisor, 'CloseDisciplineLog', { day })
  week.frozen.set(day, await supervisor.client.query.disciplineLog({ day }))
  agenda.plan(now() + 20 * minuteMs, () => must(supervisor, 'NoteOnDisciplineLog', { day, text: '打印机已报修' }))
}
