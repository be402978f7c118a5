import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { clockOf } from '../../shared/rules/hall-time.ts'
import { journalOf } from './invariants.ts'
import type { CountedDay } from './recount-week.ts'
import { figures, table, words } from './report.ts'
import { type SimulatedWeek, simulateWeek, type WeekOptions } from './week.ts'
import { frozenBreaches } from './week-frozen.ts'
import { type CheckedWeek, checkWeek } from './week-laws.ts'
import { drawLogs } from './week-papers.ts'

export interface WeekResult {
  report: string
  isSound: boolean
  counted: CountedDay[]
  /** How many events of each type there are. */
  events: Map<string, number>
}

/** Plays one seeded week and looks at every law of the working day; `papers`: a folder for the logs as PDF. */
export async function runWeek(options: WeekOptions, papers?: string): Promise<WeekResult> {
  const played = await simulateWeek(options)
  const events = new Map<string, number>()
  try {
    const { counted, invariants } = await whileItRuns(played, papers)
    for (const { type } of journalOf(played.hall.hub.store)) events.set(type, (events.get(type) ?? 0) + 1)
    await played.hall.stop()
    const checked = { counted, invariants: [...invariants, ...(await frozenBreaches(played))] }
    const isSound = checked.invariants.every(({ breaches }) => breaches.length === 0)
    return { report: reportOf(options, played, checked), isSound, counted, events }
  } finally {
    rmSync(played.hall.folder, { recursive: true })
  }
}

async function whileItRuns(played: SimulatedWeek, papers: string | undefined): Promise<CheckedWeek> {
  try {
    const drawn = papers === undefined ? [] : [await drawLogs(played, papers)]
    const { counted, invariants } = await checkWeek(played)
    return { counted, invariants: [...invariants, ...drawn] }
  } catch (problem) {
    await played.hall.stop()
    throw problem
  }
}

function reportOf(
  { seed, citizens }: WeekOptions,
  played: SimulatedWeek,
  { counted, invariants }: CheckedWeek,
): string {
  const { traffic, week } = played
  const dayHeads = [...words('day 日期', 'log 日志'), ...figures('closed 结账', 'entries 流水')]
  const countHeads = [
    ...figures('late 迟到', 'min 分钟', 'early 早退', 'absent 缺席', 'leave 请假', 'rounds 巡查', 'cases 违纪'),
    ...figures('given 交出', 'taken 接收', 'numbers 取号', 'done 办结', 'past 延时', 'mean 均等', 'max 最长'),
  ]
  const rows = counted.map((day) => {
    const { number, fromSeq, toSeq, at } = week.frozen.get(day.day)!.log.closed!
    return [day.day, number, clockOf(at).slice(0, 5), String(toSeq - fromSeq + 1), ...countsOf(day).map(String)]
  })
  const refusals = [...traffic.refusals].sort((a, b) => b[1].times - a[1].times || a[0].localeCompare(b[0]))
  return [
    `seed ${seed}: ${counted.length} working days of a week, ${citizens} citizens a whole day, ${traffic.sent} commands over the contract`,
    table([...dayHeads, ...countHeads], rows),
    table(
      [...words('refused because'), ...figures('times'), ...words('said the first time')],
      refusals.map(([code, { times, sentence }]) => [code, String(times), sentence]),
    ),
    invariants
      .flatMap(({ law, breaches }) => [
        `${breaches.length === 0 ? 'holds ' : 'BROKEN'}  ${law}`,
        ...breaches.slice(0, 8).map((one) => `        ${one}`),
      ])
      .join('\n'),
  ].join('\n\n')
}

function countsOf({ attendance, patrols, violations, handovers, windows }: CountedDay): (number | string)[] {
  const people = Object.values(attendance)
  const found = people.flatMap(({ findings }) => findings)
  const of = (kind: string) => found.filter((one) => one.startsWith(`${kind} `))
  const lateMinutes = of('late').reduce((sum, one) => sum + Number(one.split(' ')[2]), 0)
  const sheets = Object.values(handovers) as { givenAt: number | null; takenAt: number | null }[]
  return [
    ...[of('late').length, lateMinutes, of('left-early').length, of('absent').length],
    people.filter(({ leaves }) => leaves.length > 0).length,
    ...[Object.keys(patrols).length, Object.keys(violations).length],
    sheets.filter(({ givenAt }) => givenAt !== null).length,
    sheets.filter(({ takenAt }) => takenAt !== null).length,
    ...[windows.taken, windows.done, windows.pastClosing],
    ...[windows.averageWaitMinutes ?? '–', windows.longestWaitMinutes ?? '–'],
  ]
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { seed: { type: 'string' }, citizens: { type: 'string' }, papers: { type: 'string' } },
  })
  const startedAt = performance.now()
  const options = { seed: Number(values.seed ?? 1), citizens: Number(values.citizens ?? 150), days: 6 }
  const { report, isSound } = await runWeek(options, values.papers)
  process.stdout.write(`${report}\n`)
  process.stderr.write(`played in ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`)
  process.exitCode = isSound ? 0 : 1
}

if (import.meta.main) await main()
