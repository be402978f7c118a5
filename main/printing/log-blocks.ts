import { countsOf } from '../../shared/rules/attendance-sums.ts'
import { clockOf, weekdayOf } from '../../shared/rules/hall-time.ts'
import {
  type AttendancePunch,
  type AttendanceRecord,
  type PunchKind,
  punchKind,
} from '../../shared/vocabulary/attendance.ts'
import type { LogContent, LogDeadline, LogDecision, LogHandover } from '../../shared/vocabulary/discipline-log.ts'
import { type PatrolCheck, type PatrolRound, prohibition } from '../../shared/vocabulary/patrol.ts'
import type { Violation } from '../../shared/vocabulary/violation.ts'
import {
  attendanceDoubtWords,
  attendanceFindingWords,
  conductItemWords,
  environmentItemWords,
  handoverStatusWords,
  leaveKindWords,
  lightWords,
  onTheSpotWords,
  postStateWords,
  sessionWords,
  violationCodeWords,
  violationSignatureWords,
  violationStatusWords,
} from '../../shared/vocabulary/words.ts'
import { type Block, dayText, instantText } from './document-content.ts'
import type { LogInput } from './log-page.ts'
import { logText as words } from './log-text.ts'

type NameOf = LogInput['nameOf']

/** Sections A to H of §4.10 in order, then what came after and what proves it. */
export function logBlocks(input: LogInput): Block[] {
  const { content, nameOf } = input
  const { sections } = words
  return [
    { kind: 'fields', fields: headFields(input) },
    heading(sections.attendance),
    ...attendanceBlocks(content.attendance, nameOf),
    heading(sections.patrols),
    ...patrolBlocks(content.patrols, nameOf),
    ...missingBlocks(content),
    heading(sections.violations),
    ...violationBlocks(content.violations, nameOf),
    ...decisionBlocks(content.decisions, nameOf),
    heading(sections.windows),
    windowsTable(content),
    heading(sections.deadlines),
    ...deadlineBlocks(content, nameOf),
    heading(sections.handovers),
    ...handoverBlocks(content.handovers, nameOf),
    heading(sections.machines),
    machinesTable(content),
    heading(sections.incidents),
    text(content.words.incidents || words.none),
    heading(sections.opinion),
    text(content.words.opinion || words.none),
    { kind: 'signatures', places: words.signatures.map((label) => ({ label })) },
    ...addedBlocks(input),
    ...proofBlocks(input),
  ]
}

function heading(title: string): Block {
  return { kind: 'heading', text: title }
}

function text(...lines: string[]): Block {
  return { kind: 'text', lines }
}

function headFields({ content, nameOf }: LogInput): [string, string][] {
  const { day, dayKind, timetableName, words: written, patrols } = content
  const patrollers = [...new Set(patrols.map(({ startedBy }) => nameOf(startedBy)))]
  return [
    [words.head.day, `${dayText(day)} 星期${words.weekdays[weekdayOf(day) - 1]}`],
    [words.head.dayKind, words.dayKinds[dayKind]],
    [words.head.timetable, timetableName],
    [words.head.weather, written.weather],
    [words.head.leader, written.leaderId === '' ? '' : nameOf(written.leaderId)],
    [words.head.patrollers, patrollers.join('、')],
  ]
}

function attendanceBlocks(records: readonly AttendanceRecord[], nameOf: NameOf): Block[] {
  const counts = countsOf(records)
  const { expected, present, onLeave, outside, late, leftEarly, absent, toHomeUnit } = counts
  return [
    {
      kind: 'table',
      head: [...words.attendanceCounts],
      widths: words.attendanceCounts.map(() => 12.5),
      rows: [[expected, present, onLeave, outside, late, leftEarly, absent, toHomeUnit].map(String)],
    },
    {
      kind: 'table',
      head: [...words.attendanceHead],
      widths: [15, 6, 9, 9, 9, 8, 8, 19, 17],
      rows: records.map((record) => attendanceRow(record, nameOf)),
    },
  ]
}

function attendanceRow(record: AttendanceRecord, nameOf: NameOf): string[] {
  const { staffId, punches } = record
  const windows = [...new Set(punches.map(({ windowNumber }) => windowNumber).filter((one) => one !== null))]
  return [
    nameOf(staffId),
    windows.join('、'),
    ...punchKind.options.map((kind) => clockText(countedPunch(punches, kind))),
    findingsText(record),
    remarksText(record),
  ]
}

function findingsText({ findings }: Pick<AttendanceRecord, 'findings'>): string {
  const found = findings.map(({ kind, half, minutes }) =>
    words.finding(attendanceFindingWords[kind], sessionWords[half], minutes),
  )
  return found.join('、')
}

function remarksText({ leaves, doubts }: AttendanceRecord): string {
  const approved = leaves
    .filter(({ status }) => status === 'approved')
    .map(({ kind, isAfterwards }) => leaveKindWords[kind] + (isAfterwards ? `（${words.afterwards}）` : ''))
  return [...approved, ...doubts.map((doubt) => attendanceDoubtWords[doubt])].join('、')
}

/** Of several of one kind the first arrival and the last departure count. */
function countedPunch(punches: readonly AttendancePunch[], kind: PunchKind): number | null {
  const times = punches.filter((punch) => punch.kind === kind).map(({ punchedAt }) => punchedAt)
  if (times.length === 0) return null
  return kind === 'morning-in' || kind === 'afternoon-in' ? Math.min(...times) : Math.max(...times)
}

/** One row a window, one column a round: the six prohibitions stand in every cell. */
function patrolBlocks(rounds: readonly PatrolRound[], nameOf: NameOf): Block[] {
  if (rounds.length === 0) return [text(words.noPatrol)]
  const newest = rounds.map((round) => new Map(round.checks.map((check) => [check.windowNumber, check])))
  const windows = [...new Set(newest.flatMap((checks) => [...checks.keys()]))].sort((a, b) => a - b)
  const width = Math.floor(92 / rounds.length)
  const remarks = rounds.flatMap((round) => [
    ...round.checks
      .filter(({ note }) => note !== '')
      .map((check) => `${words.windowOf(check.windowNumber)}：${check.note}`),
    ...(round.note === '' ? [] : [round.note]),
  ])
  return [
    {
      kind: 'table',
      head: [words.window, ...rounds.map((round) => roundName(round, nameOf))],
      widths: [100 - width * rounds.length, ...rounds.map(() => width)],
      rows: windows.map((windowNumber) => [
        words.windowOf(windowNumber),
        ...newest.map((checks) => checkText(checks.get(windowNumber))),
      ]),
    },
    text(words.patrolLegend, ...remarks),
  ]
}

function missingBlocks({ patrolsMissing }: LogContent): Block[] {
  const lines = patrolsMissing.map(({ half, finished, missing }) =>
    words.patrolsMissing(sessionWords[half], finished, missing),
  )
  return lines.length === 0 ? [] : [text(lines.join(''))]
}

function roundName({ half, ordinal, startedAt, startedBy }: PatrolRound, nameOf: NameOf): string {
  return words.round(sessionWords[half], ordinal, clockText(startedAt), nameOf(startedBy))
}

function checkText(check: PatrolCheck | undefined): string {
  if (check === undefined) return words.unchecked
  const { post, excuse, wrongItems, prohibitions } = check
  if (post === 'not-staffed') return postStateWords[post]
  const marks = prohibition.options.map((one) => (prohibitions.includes(one) ? words.no : words.yes)).join('')
  const wrong = wrongItems.map((item) => conductItemWords[item]).join('')
  return [postStateWords[post] + (excuse === '' ? '' : `（${excuse}）`), wrong === '' ? '' : words.wrong(wrong), marks]
    .filter((part) => part !== '')
    .join(' ')
}

function violationBlocks(violations: readonly Violation[], nameOf: NameOf): Block[] {
  if (violations.length === 0) return [text(words.none)]
  return [
    {
      kind: 'table',
      head: [...words.violationHead],
      widths: [16, 18, 32, 13, 21],
      rows: violations.map((violation) => violationRow(violation, nameOf)),
    },
  ]
}

function violationRow(violation: Violation, nameOf: NameOf): string[] {
  const { staffId, windowNumber, code, clause, facts, statement, appeal, onTheSpot, signed, evidence } = violation
  const signature =
    signed === null ? words.unsigned : [violationSignatureWords[signed.means], signed.note].filter(Boolean).join('：')
  return [
    [nameOf(staffId), windowNumber === null ? '' : words.windowOf(windowNumber)].filter(Boolean).join(' '),
    `${violationCodeWords[code]}（${clause}）`,
    [facts, statement === null ? words.notStated : words.stated(statement.text), appeal && words.appealed(appeal.text)]
      .filter(Boolean)
      .join('。'),
    [onTheSpotWords[onTheSpot], signature, evidence.length === 0 ? '' : words.evidence(evidence.length)]
      .filter(Boolean)
      .join('；'),
    outcomeText(violation),
  ]
}

/** Where a case stands, with what was confirmed of it and what a correction made of that. */
function outcomeText({ status, decision, appealDecision }: Violation): string {
  const isDecided = decision !== null && status !== 'dismissed'
  const points = isDecided ? (status === 'revoked' ? words.pointsRevoked : words.points)(decision.points) : ''
  const reason = appealDecision?.reason ?? (status === 'dismissed' ? decision?.note : '')
  return [violationStatusWords[status], points, reason].filter(Boolean).join(' ')
}

function decisionBlocks(decisions: readonly LogDecision[], nameOf: NameOf): Block[] {
  if (decisions.length === 0) return []
  return [heading(words.sections.decisions), text(...decisions.map((decision) => decisionLine(decision, nameOf)))]
}

function decisionLine({ day, staffId, code, clause, what, points, reason }: LogDecision, nameOf: NameOf): string {
  const outcome = [words.decision[what], what === 'confirmed' ? words.points(points) : ''].filter(Boolean).join(' ')
  return words.decisionLine(day, nameOf(staffId), `${violationCodeWords[code]}（${clause}）`, outcome, reason)
}

function windowsTable({ windows }: LogContent): Block {
  const pauses = windows.longestPauses.map(({ windowNumber, minutes }) => words.windowMinutes(windowNumber, minutes))
  return {
    kind: 'table',
    head: [...words.windowsHead],
    widths: [7, 7, 7, 7, 10, 10, 10, 42],
    rows: [
      [
        ...[windows.taken, windows.done, windows.missed, windows.cancelled].map(String),
        words.minutes(windows.averageWaitMinutes),
        words.minutes(windows.longestWaitMinutes),
        String(windows.pastClosing),
        pauses.join('、') || words.none,
      ],
    ],
  }
}

function deadlineBlocks({ deadlines }: LogContent, nameOf: NameOf): Block[] {
  const { near, past, dueAndOpen, deemed, secondNotices } = deadlines
  const stillInTime = dueAndOpen.filter(({ light }) => light === 'green' || light === 'grey')
  const counts: Block = {
    kind: 'table',
    head: [...words.deadlinesHead],
    widths: [14, 16, 18, 26, 26],
    rows: [
      [
        ...[near.length, past.length, dueAndOpen.length].map(String),
        deemed.join('、') || words.none,
        secondNotices.join('、') || words.none,
      ],
    ],
  }
  return [
    counts,
    ...deadlineTable(words.past, past, nameOf),
    ...deadlineTable(words.near, near, nameOf),
    ...deadlineTable(words.dueAndOpen, stillInTime, nameOf),
  ]
}

function deadlineTable(title: string, lines: readonly LogDeadline[], nameOf: NameOf): Block[] {
  if (lines.length === 0) return []
  const rows = lines.map(({ number, itemName, ownerId, dueDay, light }) => [
    number,
    itemName,
    nameOf(ownerId),
    dueDay,
    lightWords[light],
  ])
  return [text(title), { kind: 'table', head: [...words.deadlineHead], widths: [21, 37, 20, 14, 8], rows }]
}

function handoverBlocks(handovers: readonly LogHandover[], nameOf: NameOf): Block[] {
  const linkups = handovers.filter(({ kind }) => kind === 'linkup')
  const countOf = (is: (one: LogHandover) => boolean) => linkups.filter(is).length
  const posts = handovers.length - linkups.length
  const counts =
    words.handoverCounts(
      linkups.length,
      countOf(({ givenAt }) => givenAt !== null),
      countOf(({ takenAt }) => takenAt !== null),
    ) + (posts === 0 ? '' : words.postHandovers(posts))
  if (handovers.length === 0) return [text(counts)]
  const rows = handovers.map((one) => [
    one.number,
    [nameOf(one.staffId), one.windowNumber === null ? '' : words.windowOf(one.windowNumber)].filter(Boolean).join(' '),
    String(one.lineCount),
    handoverStatus(one),
    clockText(one.givenAt),
    one.takenBy === null ? '' : nameOf(one.takenBy),
    clockText(one.takenAt),
  ])
  return [text(counts), { kind: 'table', head: [...words.handoverHead], widths: [18, 19, 6, 24, 8, 17, 8], rows }]
}

function handoverStatus({ kind, status, heldUntil, givenAt, takenAt, lateSteps }: LogHandover): string {
  const doneAt = { give: givenAt, take: takenAt }
  const late = lateSteps.map((step) => (doneAt[step] === null ? words.missed : words.late)[step])
  const post = kind === 'ab-post' ? words.postHandover : ''
  return [post, handoverStatusWords[status], heldUntil === null ? '' : words.held, ...late].filter(Boolean).join('，')
}

function machinesTable({ machines, patrols, words: written }: LogContent): Block {
  const found = patrols.flatMap(({ environment }) =>
    environment.map(({ item, note }) => `${environmentItemWords[item]}：${note}`),
  )
  return {
    kind: 'table',
    head: [...words.machinesHead],
    widths: [14, 14, 36, 36],
    rows: [
      [
        String(machines.printFailures),
        String(machines.clockJumps),
        found.join('；') || words.none,
        written.environment || words.none,
      ],
    ],
  }
}

/** What was decided and said after the log was closed: beside what it says, never instead of it. */
function addedBlocks({ content, closed, notes, violationsNow, attendanceNow, nameOf }: LogInput): Block[] {
  if (closed === null) return []
  const frozen = new Map(content.violations.map((one) => [one.violationId, one]))
  const attendance = new Map(attendanceNow.map((one) => [one.staffId, one]))
  const lines = [
    ...content.attendance.flatMap((before) => correctionOf(before, attendance.get(before.staffId), nameOf)),
    ...violationsNow.flatMap((now) => laterLines(frozen.get(now.violationId), now, nameOf)),
    ...notes.map(({ at, by, text: said }) => words.note(instantText(at), nameOf(by), said)),
  ]
  return lines.length === 0 ? [] : [heading(words.sections.added), text(...lines)]
}

/** What a log found and nobody would find today; what time alone adds to a day is no correction of it. */
function correctionOf(before: AttendanceRecord, now: AttendanceRecord | undefined, nameOf: NameOf): string[] {
  // While nobody has looked at a jump of the clock nothing is found at all: that corrects nothing.
  if (now === undefined || now.doubts.includes('clock-jump')) return []
  const stands = (found: AttendanceRecord['findings'][number]) =>
    now.findings.some(
      ({ kind, half, minutes }) => kind === found.kind && half === found.half && minutes === found.minutes,
    )
  if (before.findings.every(stands)) return []
  const [was, is] = [findingsText(before), findingsText(now) || words.none]
  return [words.laterAttendance(nameOf(before.staffId), was, is, remarksText(now))]
}

function laterLines(before: Violation | undefined, now: Violation, nameOf: NameOf): string[] {
  const { violationId, day, staffId, code, clause, facts, decision, appealDecision, status } = now
  const line = (what: LogDecision['what'], points: number, reason: string) =>
    decisionLine({ violationId, day, staffId, code, clause, what, points, reason }, nameOf)
  const isDecidedSince = decision !== null && (before === undefined || before.decision === null)
  const isAppealedSince = appealDecision !== null && (before === undefined || before.appealDecision === null)
  return [
    before === undefined
      ? words.laterViolation(nameOf(staffId), `${violationCodeWords[code]}（${clause}）`, facts)
      : '',
    isDecidedSince ? line(status === 'dismissed' ? 'dismissed' : 'confirmed', decision.points, decision.note) : '',
    isAppealedSince ? line(appealDecision.isUpheld ? 'upheld' : 'revoked', 0, appealDecision.reason) : '',
  ].filter((one) => one !== '')
}

function proofBlocks({ closed, nameOf }: LogInput): Block[] {
  if (closed === null) return []
  const { at, by, isLate, fromSeq, toSeq, contentHash, headHash } = closed
  return [
    heading(words.sections.proof),
    text(
      `${words.closed(instantText(at), nameOf(by), isLate)}；${words.proof(fromSeq, toSeq)}`,
      `${words.contentHash} ${contentHash}`,
      `${words.headHash} ${headHash}`,
    ),
  ]
}

function clockText(at: number | null): string {
  return at === null ? '' : clockOf(at).slice(0, 5)
}
