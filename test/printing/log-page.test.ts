import { describe, expect, test } from 'vitest'
import { type LogInput, logPage } from '../../main/printing/log-page.ts'
import type { AttendanceRecord, Leave } from '../../shared/vocabulary/attendance.ts'
import type { Violation } from '../../shared/vocabulary/violation.ts'
import { logContentOf } from '../screens/support/log-fixtures.ts'
import { instantAt } from '../support/hand-clock.ts'
import { workday } from '../support/sample-hall.ts'

const names: Record<string, string> = { a: '赵甲（1001）', z: '朱午（3001）' }
const closed = {
  number: 'RZ-2026-000231',
  year: 2026,
  serial: 231,
  at: instantAt(workday, '18:31'),
  by: 'z',
  isLate: false,
  fromSeq: 1201,
  toSeq: 4410,
  headHash: 'e'.repeat(64),
  contentHash: 'c'.repeat(64),
  namesHash: 'd'.repeat(64),
}
const violation: Violation = {
  violationId: 1,
  day: workday,
  staffId: 'a',
  windowNumber: 4,
  code: 'late',
  clause: '篇5.7（一）',
  source: 'attendance',
  sourceId: null,
  half: 'morning',
  facts: '上午迟到 6 分钟',
  foundAt: instantAt(workday, '09:00'),
  onTheSpot: 'reminded',
  proposedBy: 'z',
  evidence: [],
  status: 'confirmed',
  signed: null,
  statement: { text: '路上堵车', at: instantAt(workday, '10:00') },
  decision: { points: 1, note: '', by: 'z', at: instantAt(workday, '16:00') },
  appeal: null,
  appealDecision: null,
}

function sheet(changes: Partial<LogInput> = {}): string {
  const input: LogInput = {
    hallName: '样本便民服务中心',
    content: logContentOf({ violations: [violation] }),
    closed,
    notes: [],
    violationsNow: [violation],
    attendanceNow: [],
    nameOf: (staffId) => names[staffId] ?? '',
    printedAt: instantAt(workday, '18:40'),
    ...changes,
  }
  return logPage(input).html
}
const textOf = (html: string) =>
  html.replace(/<style>[\s\S]*?<\/style>|<svg[\s\S]*?<\/svg>/g, '').replace(/<[^>]+>/g, '\n')

describe('the daily log on paper', () => {
  test('has sections A to H in their order, and who signs', () => {
    const text = textOf(sheet())
    const places = ['A ', 'B ', 'C ', 'D ', 'E ', 'F ', 'G ', 'H '].map((letter) => text.indexOf(`\n${letter}`))
    expect(places.every((place) => place > 0)).toBe(true)
    expect([...places].sort((one, other) => one - other)).toEqual(places)
    for (const who of ['巡查人签字', '带班领导签字', '被通报单位签收']) expect(text).toContain(who)
  })

  test('says what it rests on: its number, the entries of the journal and both hashes', () => {
    const text = textOf(sheet())
    for (const part of [closed.number, '第 1201 至 4410 条', closed.contentHash, closed.headHash])
      expect(text).toContain(part)
  })

  test('cites the clause of everything that it accuses of, and what the person said', () => {
    const text = textOf(sheet())
    expect(text).toContain('迟到（篇5.7（一））')
    expect(text).toContain('上午迟到 6 分钟。本人陈述：路上堵车')
    expect(text).toContain('已认定 扣 1 分')
  })

  test('shows a correction beside what was confirmed, never instead of it', () => {
    const decided = {
      isUpheld: false,
      reason: '当时在公出',
      by: 'z',
      at: instantAt('2026-05-18', '10:00'),
      day: '2026-05-18',
    }
    const text = textOf(sheet({ violationsNow: [{ ...violation, status: 'revoked', appealDecision: decided }] }))
    expect(text).toContain('已认定 扣 1 分')
    expect(text).toContain('更正（撤销）。当时在公出')
    expect(text.indexOf('更正（撤销）')).toBeGreaterThan(text.indexOf('结账后的更正与补充说明'))
  })

  test('shows what leave entered afterwards takes back, beside what was found', () => {
    const record = { staffId: 'a', day: workday, isExpected: true, punches: [], leaves: [], doubts: [] }
    const found: AttendanceRecord = { ...record, findings: [{ kind: 'absent', half: 'afternoon', minutes: 180 }] }
    const content = logContentOf({ attendance: [found] })
    const [from, to] = [instantAt(workday, '14:00'), instantAt(workday, '18:00')]
    const leave = { kind: 'personal', status: 'approved', isAfterwards: true, from, to } as Leave
    const text = textOf(sheet({ content, attendanceNow: [{ ...record, findings: [], leaves: [leave] }] }))
    expect(text.indexOf('考勤更正')).toBeGreaterThan(text.indexOf('结账后的更正与补充说明'))
    expect(text).toContain('考勤更正 赵甲（1001）：原为下午缺席 180 分钟，现为无（事假（补办））')
    const grown: AttendanceRecord = {
      ...found,
      findings: [...found.findings, { kind: 'day-out-unconfirmed', half: 'afternoon', minutes: 0 }],
    }
    expect(textOf(sheet({ content, attendanceNow: [grown] }))).not.toContain('考勤更正')
  })

  test('says which half-day lacks a round, and which sheet went or came late', () => {
    const sheetOf = { number: 'JJ-2026-000001', staffId: 'a', windowNumber: 4, lineCount: 2, heldUntil: null }
    const given = { ...sheetOf, status: 'given', givenAt: instantAt(workday, '17:42'), takenBy: null, takenAt: null }
    const content = logContentOf({
      patrolsMissing: [{ half: 'afternoon', finished: 0, missing: 2 }],
      handovers: [
        { ...given, kind: 'linkup', status: 'given', lateSteps: ['give', 'take'] },
        { ...given, kind: 'ab-post', status: 'given', lateSteps: [] },
      ],
    })
    const text = textOf(sheet({ content }))
    expect(text).toContain('下午巡查 0 轮，少 2 轮。')
    expect(text).toContain('应交 1 份，已交 1 份，已接 0 份。另有 AB岗交接 1 份。')
    expect(text).toContain('已交待接，逾期交出，逾期未接')
    expect(text).toContain('AB岗，已交待接')
  })

  test('what was put right on the same day says what had been confirmed, and why it is no more', () => {
    const appeal = { text: '当时在公出', at: instantAt(workday, '16:30') }
    const decided = { isUpheld: false, reason: '公出单已补', by: 'z', at: instantAt(workday, '17:00'), day: workday }
    const revoked: Violation = { ...violation, status: 'revoked', appeal, appealDecision: decided }
    const text = textOf(sheet({ content: logContentOf({ violations: [revoked] }), violationsNow: [revoked] }))
    expect(text).toContain('本人陈述：路上堵车。本人申诉：当时在公出')
    expect(text).toContain('原认定扣 1 分，现不扣分。 公出单已补')
    expect(text).not.toContain('结账后的更正')
  })

  test('that nothing has changed of says nothing of changes', () => {
    expect(textOf(sheet())).not.toContain('结账后的更正')
  })

  test('before it is closed says so, and proves nothing', () => {
    const text = textOf(sheet({ closed: null }))
    expect(text).toContain('未结账，仅供核对')
    expect(text).not.toContain('校验值')
  })

  test('takes what people wrote as text', () => {
    const content = logContentOf({
      words: { weather: '', leaderId: '', environment: '', incidents: '<script>x</script>', opinion: '' },
    })
    expect(sheet({ content })).not.toContain('<script>')
  })
})
