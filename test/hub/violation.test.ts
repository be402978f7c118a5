import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { entriesAfter, firstBreak } from '../../main/hub/journal.ts'
import { openStore } from '../../main/hub/store/store.ts'
import { applyToTables, createTables } from '../../main/hub/tables/apply.ts'
import type { PatrolsView, ViolationRow, ViolationView } from '../../shared/contract/day-view.ts'
import type { Outcome } from '../../shared/contract/outcome.ts'
import { instantOf } from '../../shared/rules/hall-time.ts'
import type { CommandBody, CommandType } from '../../shared/vocabulary/command.ts'
import type { HallFact } from '../../shared/vocabulary/event.ts'
import { evidenceBytesMax } from '../../shared/vocabulary/violation.ts'
import { cameraSecret, pdf, photo } from '../support/photo.ts'
import { sampleProfile, workday } from '../support/sample-hall.ts'
import { startTestHall, type TestHall } from '../support/test-hall.ts'

const profile = sampleProfile()
const signature = `data:image/png;base64,${Buffer.from('a picture of a name').toString('base64')}`
const daysMs = 20 * 24 * 3_600_000

let hall: TestHall
let who: Record<'clerk' | 'other' | 'guide' | 'supervisor' | 'second' | 'administrator', { session: string }>
beforeEach(async () => {
  const second = { staffNumber: '3002', name: '赵主任', role: 'supervisor' as const }
  hall = await startTestHall({ profile: sampleProfile({ staff: [...profile.staff, second] }) })
  const signIn = (staffNumber: string) => ({ session: hall.signIn(staffNumber, daysMs) })
  who = {
    clerk: signIn('1001'),
    other: signIn('1003'),
    guide: signIn('2001'),
    supervisor: signIn('3001'),
    second: signIn('3002'),
    administrator: signIn('9001'),
  }
})
afterEach(() => hall.close())

type Caller = { session: string }

async function must<T extends CommandType>(caller: Caller, type: T, body: Partial<CommandBody<T>>) {
  const outcome = await hall.command(caller, type, body)
  if (outcome.kind !== 'done') throw new Error(`${type}: ${JSON.stringify(outcome)}`)
  return outcome.made
}
async function codeOf<T extends CommandType>(caller: Caller, type: T, body: Partial<CommandBody<T>>) {
  const outcome = await hall.command(caller, type, body)
  return outcome.kind === 'refused' ? outcome.code : outcome.kind
}
const ask = async <T>(caller: Caller, path: string) => (await hall.call(caller, `/api/queries/${path}`)).json as T
const view = (caller: Caller, violationId = 1) => ask<ViolationView>(caller, `violation?violationId=${violationId}`)
const staffId = (staffNumber: string) => hall.staff(staffNumber).staffId
const attach = (caller: Caller, raw: Buffer, violationId = 1) =>
  hall.call(caller, `/api/evidence?violationId=${violationId}`, { raw })
const codeOfAttach = async (caller: Caller, raw: Buffer) => {
  const answer = await attach(caller, raw)
  const outcome = answer.json as Outcome
  return answer.status === 200 && outcome.kind === 'refused' ? outcome.code : answer.status
}

/** A round that finds 1001 at a game in window 1, and proposes it; the rest of the hall is in order. */
async function findPlaying() {
  await must(who.clerk, 'OpenServiceWindow', { windowNumber: 1 })
  const { patrolId } = await must(who.supervisor, 'StartPatrol', {})
  const check = { windowNumber: 1, post: 'on-post', prohibitions: ['screen-leisure'] } as never
  await must(who.supervisor, 'CheckWindow', { patrolId: Number(patrolId), check })
  await must(who.supervisor, 'ProposeViolation', {
    ...{ staffId: staffId('1001'), day: workday, windowNumber: 1, code: 'computer-game' },
    ...{ source: 'patrol', sourceId: Number(patrolId), facts: '用电脑玩纸牌', onTheSpot: 'corrected' },
  })
  return Number(patrolId)
}

function expectReplayEqual(): void {
  const names = ['patrol_round', 'violation']
  const contentOf = (store: TestHall['hub']['store']) =>
    names.map((name) => store.prepare(`SELECT * FROM ${name}`).all())
  const replayed = openStore(':memory:')
  const tables = createTables(replayed.store)
  for (const entry of entriesAfter(hall.hub.store, 0, 100_000)) {
    applyToTables(tables, entry, { type: entry.type, body: JSON.parse(entry.body) } as HallFact)
  }
  expect(contentOf(replayed.store)).toEqual(contentOf(hall.hub.store))
  replayed.close()
  expect(firstBreak(hall.hub.store).brokenAt).toBeNull()
}

describe('a round', () => {
  test('takes the windows one by one and says what is left', async () => {
    const patrolId = await findPlaying()
    expect(await codeOf(who.second, 'StartPatrol', {})).toBe('patrol-under-way')
    // Window 3 is nobody's by assignment, and 1003 comes on duty there.
    await must(who.other, 'OpenServiceWindow', { windowNumber: 3 })
    expect(await codeOf(who.supervisor, 'FinishPatrol', { patrolId })).toBe('patrol-windows-unchecked')
    const under = await ask<PatrolsView>(who.supervisor, 'patrols')
    expect(under.underWay).toMatchObject({ ordinal: 1, half: 'morning', unchecked: [3] })
    expect(under.windows.map((one) => one.staffId)).toEqual([staffId('1001'), null, staffId('1003'), null])
    await must(who.supervisor, 'CheckWindow', { patrolId, check: { windowNumber: 3, post: 'on-post' } as never })
    const environment = [{ item: 'printer' as const, note: '卡纸' }]
    await must(who.supervisor, 'FinishPatrol', { patrolId, environment })
    expect(await codeOf(who.supervisor, 'FinishPatrol', { patrolId })).toBe('patrol-finished')
    hall.clock.set(workday, '12:10')
    expect(await ask<PatrolsView>(who.supervisor, 'patrols')).toMatchObject({
      underWay: null,
      half: null,
      missing: [{ half: 'morning', finished: 1, missing: 1 }],
      names: { [staffId('1001')]: '钱一' },
    })
    expectReplayEqual()
  })

  test('that finds the seat of somebody on approved leave accuses nobody', async () => {
    const [from, to] = [instantOf(workday, '00:00'), instantOf(workday, '24:00')]
    await must(who.clerk, 'AskLeave', { kind: 'training', from, to })
    await must(who.supervisor, 'ApproveLeave', { leaveId: 1 })
    const { patrolId } = await must(who.supervisor, 'StartPatrol', {})
    const check = (changes: object) => ({
      patrolId: Number(patrolId),
      check: { windowNumber: 1, post: 'away', ...changes } as never,
    })
    expect(await codeOf(who.supervisor, 'CheckWindow', check({ prohibitions: ['attendance'] }))).toBe(
      'patrol-person-excused',
    )
    await must(who.supervisor, 'CheckWindow', check({}))
    const { underWay, windows } = await ask<PatrolsView>(who.supervisor, 'patrols')
    expect(underWay!.checks).toMatchObject([{ post: 'excused', excusedBy: 1, staffId: staffId('1001') }])
    expect(windows[0]).toMatchObject({ isOnLeave: true })
  })

  test('is nobody else’s: clerks and guides neither go it nor read it', async () => {
    for (const caller of [who.clerk, who.guide]) {
      expect(await codeOf(caller, 'StartPatrol', {})).toBe('not-permitted')
      expect((await hall.call(caller, '/api/queries/patrols')).status).toBe(403)
    }
  })
})

describe('a violation', () => {
  test('is heard, signed, confirmed, appealed and revoked by another, and every step stays', async () => {
    await findPlaying()
    expect((await view(who.clerk)).refusals.StateOnViolation).toBeUndefined()
    expect(await codeOf(who.supervisor, 'ConfirmViolation', { violationId: 1, points: 1 })).toBe('person-not-heard')
    await must(who.supervisor, 'SignViolation', { violationId: 1, means: 'pad', signature })
    await must(who.clerk, 'StateOnViolation', { violationId: 1, text: '是系统自带的弹窗' })
    await must(who.supervisor, 'ConfirmViolation', { violationId: 1, points: 1 })
    expect((await view(who.supervisor)).pointsOfMonth).toBe(1)
    await must(who.clerk, 'AppealViolation', { violationId: 1, text: '请查弹窗记录' })
    const decide = { violationId: 1, isUpheld: false, reason: '查实为弹窗' }
    expect(await codeOf(who.supervisor, 'DecideAppeal', decide)).toBe('appeal-same-person')
    await must(who.second, 'DecideAppeal', decide)

    const ended = await view(who.clerk)
    expect(ended).toMatchObject({ signature, pointsOfMonth: 0, names: { [staffId('3002')]: '赵主任' } })
    expect(ended.violation).toMatchObject({
      status: 'revoked',
      statement: { text: '是系统自带的弹窗' },
      decision: { points: 1, by: staffId('3001') },
      appeal: { text: '请查弹窗记录' },
      appealDecision: { isUpheld: false, reason: '查实为弹窗', by: staffId('3002'), day: workday },
    })
    const [row] = await ask<ViolationRow[]>(who.supervisor, `violations?from=${workday}&to=${workday}`)
    expect(row).toMatchObject({ status: 'revoked', points: null, staffName: '钱一', clause: '篇5.7（三）' })
    expectReplayEqual()
  })

  test('cannot be taken out of the store, nor turned against somebody else', async () => {
    await findPlaying()
    const { store } = hall.hub
    expect(() => store.prepare('DELETE FROM violation').run()).toThrow('stays')
    expect(() => store.prepare(`UPDATE violation SET staff_id = 'x'`).run()).toThrow('stays')
  })

  test('is seen by those concerned alone', async () => {
    await findPlaying()
    const statusFor = async (caller: Caller) => (await hall.call(caller, '/api/queries/violation?violationId=1')).status
    expect(await Promise.all([who.clerk, who.supervisor, who.second].map(statusFor))).toEqual([200, 200, 200])
    expect(await Promise.all([who.other, who.guide, who.administrator].map(statusFor))).toEqual([403, 403, 403])
    expect(await ask<ViolationRow[]>(who.clerk, 'own-violations')).toHaveLength(1)
    expect(await ask<ViolationRow[]>(who.other, 'own-violations')).toEqual([])
    expect((await hall.call(who.clerk, `/api/queries/violations?from=${workday}&to=${workday}`)).status).toBe(403)
  })

  test('proposed by a guide from a complaint is hers to prove', async () => {
    await must(who.guide, 'ProposeViolation', {
      ...{ staffId: staffId('1003'), day: workday, code: 'quarrel', source: 'other', facts: '与群众争执' },
    })
    expect(await codeOfAttach(who.guide, pdf())).toBe(200)
    expect(await codeOfAttach(who.clerk, pdf())).toBe(403)
    expect((await view(who.guide)).violation.evidence).toHaveLength(1)
    expect(await ask<ViolationRow[]>(who.guide, 'own-violations')).toHaveLength(1)
  })

  test('of the same round is proposed once, whatever became of it', async () => {
    const sourceId = await findPlaying()
    await must(who.supervisor, 'DismissViolation', { violationId: 1, reason: '看错了' })
    const again = {
      ...{ staffId: staffId('1001'), day: workday, windowNumber: 1, code: 'computer-game' as const },
      ...{ source: 'patrol' as const, sourceId, facts: '又' },
    }
    expect(await codeOf(who.supervisor, 'ProposeViolation', again)).toBe('violation-proposed-already')
    expect(await codeOf(who.supervisor, 'ProposeViolation', { ...again, code: 'stock-trading' })).toBe('done')
  })

  test('waits on the screens of the person and of the console until it was dealt with', async () => {
    const counts = () => {
      const { violation } = hall.hub.tables
      return [violation.unstatedCount(staffId('1001')), violation.undecidedCount()]
    }
    await findPlaying()
    expect(counts()).toEqual([1, 1])
    await must(who.clerk, 'StateOnViolation', { violationId: 1, text: '弹窗' })
    expect(counts()).toEqual([0, 1])
    await must(who.supervisor, 'ConfirmViolation', { violationId: 1, points: 1 })
    expect(counts()).toEqual([0, 0])
  })
})

describe('evidence', () => {
  const read = (caller: Caller, hash: string) => hall.call(caller, `/api/evidence?violationId=1&hash=${hash}`)

  test('is kept sealed under its hash, without what the camera knew, and read back by those concerned', async () => {
    await findPlaying()
    expect(await codeOfAttach(who.supervisor, photo())).toBe(200)
    const [evidence] = (await view(who.clerk)).violation.evidence
    expect(evidence).toMatchObject({ mediaType: 'image/jpeg', addedBy: staffId('3001') })
    const answer = await read(who.clerk, evidence!.hash)
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'image/jpeg'])
    expect(answer.text).not.toContain(cameraSecret)
    expect((await read(who.other, evidence!.hash)).status).toBe(403)
    expect((await read({ session: '' }, evidence!.hash)).status).toBe(403)
    expect((await read(who.clerk, '0'.repeat(64))).status).toBe(404)
    const kept = hall.hub.store.prepare('SELECT cipher FROM evidence').pluck().get() as Buffer
    expect(kept.includes('JFIF')).toBe(false)
    expectReplayEqual()
  })

  test('that was changed, put in the place of another, or taken away is said to be so', async () => {
    await findPlaying()
    await attach(who.supervisor, photo())
    await attach(who.supervisor, pdf())
    const [first, second] = (await view(who.supervisor)).violation.evidence
    const { store } = hall.hub
    const message = async () => {
      const { status, json } = await read(who.supervisor, first!.hash)
      return [status, (json as { message: string }).message]
    }
    const changed = [409, '证据文件已被改动']
    store
      .prepare('UPDATE evidence SET cipher = (SELECT cipher FROM evidence WHERE hash = ?) WHERE hash = ?')
      .run(second!.hash, first!.hash)
    expect(await message()).toEqual(changed)
    store.prepare(`UPDATE evidence SET cipher = zeroblob(200) WHERE hash = ?`).run(first!.hash)
    expect(await message()).toEqual(changed)
    store.prepare('DELETE FROM evidence WHERE hash = ?').run(first!.hash)
    expect(await message()).toEqual(changed)
    // The very same file puts it right: the journal has its hash.
    await attach(who.supervisor, photo())
    expect((await read(who.supervisor, first!.hash)).status).toBe(200)
    expect((await view(who.supervisor)).violation.evidence).toHaveLength(2)
  })

  test('is a photo or a PDF, at most 5 MB of it, and six pieces', async () => {
    await findPlaying()
    expect(await codeOfAttach(who.supervisor, Buffer.from('<svg/>'))).toBe('malformed')
    expect((await attach(who.supervisor, Buffer.alloc(evidenceBytesMax + 1))).status).toBe(413)
    expect((await attach(who.supervisor, pdf(), 77)).status).toBe(404)
    for (const at of [1, 2, 3, 4, 5, 6]) {
      expect(await codeOfAttach(who.clerk, Buffer.concat([pdf(), Buffer.from(`${at}`)]))).toBe(200)
    }
    expect(await codeOfAttach(who.clerk, pdf())).toBe('evidence-full')
  })

  test('as large as it may be comes in whole', async () => {
    await findPlaying()
    const large = Buffer.alloc(evidenceBytesMax, 'x')
    pdf().copy(large)
    expect(await codeOfAttach(who.supervisor, large)).toBe(200)
    expect((await view(who.supervisor)).violation.evidence[0]!.bytes).toBe(evidenceBytesMax)
  })
})
