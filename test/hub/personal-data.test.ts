import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readHallKey } from '../../main/hub/door/identity.ts'
import { createVault } from '../../main/hub/door/vault.ts'
import { createLog, type Log } from '../../main/hub/log.ts'
import { openForReading } from '../../main/hub/store/store.ts'
import { kebab } from '../../shared/contract/contract.ts'
import type { CommandType } from '../../shared/vocabulary/command.ts'
import { watch } from '../support/http-call.ts'
import { demoIds } from '../support/sample-hall.ts'
import { startTestHall, type TestHall } from '../support/test-hall.ts'

/** Who came today, and what they typed when they typed it wrong. */
const names = { adult: '张小三', elderly: '欧阳修远', minor: '买买提·吐尔逊' }
const mistyped = [
  '999999199001010017',
  '999999900101001',
  '999999 19900101 0016',
  '９９９９９９１９９００１０１００１６',
]
const phone = '13812345678'
/** Who applied for something, who acted for him, and how he signed. */
const applicant = { name: '李桂花', idNumber: demoIds.elderly, phone: '0571-88880017', address: '青溪村四组 17 号' }
const atHome = { name: '孔令仪', phone: '0571-88880019', address: '石桥村七组 3 号' }
const agent = { name: '赵铁柱', idNumber: demoIds.adult, phone: '0571-88880018' }
const signature = `data:image/png;base64,${Buffer.from('a picture of a name').toString('base64')}`
const ofParties = [
  atHome.name,
  atHome.phone,
  atHome.address,
  applicant.name,
  applicant.phone,
  applicant.address,
  agent.name,
  agent.phone,
  signature,
]
const secrets = [
  ...[...Object.values(demoIds), ...mistyped, phone, '小三', '修远', '吐尔逊', '张小三', 'right-horse-1'],
  ...['桂花', '铁柱', '青溪村四组', '令仪', '石桥村', ...ofParties],
]

let hall: TestHall
let log: Log
let hallKey: Buffer
const pushed: string[] = []

/** A day on which everything that can be personal goes through the hub, by every way there is. */
beforeAll(async () => {
  hall = await startTestHall({ onProblem: (problem, what) => log.error({ problem: String(problem) }, what) })
  log = createLog(hall.folder)
  const display = watch(hall.local, { kind: 'watch', view: 'display' })
  const kiosk = watch(hall.local, { kind: 'watch', view: 'kiosk' })
  await Promise.all([display, kiosk].map((screen) => screen.frame(({ kind }) => kind === 'view')))

  for (const [who, idNumber] of Object.entries(demoIds)) {
    const holderName = names[who as keyof typeof names]
    await hall.command({}, 'TakeTicket', { itemCode: 'A-SELF', idNumber, holderName })
    // A second number is refused with what the first was.
    await hall.command({}, 'TakeTicket', { itemCode: 'A-SELF', idNumber, holderName })
  }
  await hall.command({}, 'TakeTicket', { itemCode: 'B-REG', holderName: '张小三' })
  for (const idNumber of mistyped) await hall.command({}, 'TakeTicket', { itemCode: 'A-SELF', idNumber })

  const clerk = hall.signIn('1002')
  await hall.command({ session: clerk }, 'OpenServiceWindow', { windowNumber: 1 })
  await hall.command({ session: clerk }, 'CallNextTicket', { windowNumber: 1 })
  for (const reason of [`找 ${demoIds.adult}`, `回电 ${phone}`]) {
    const body = { commandId: 'a-command-id-of-mine', body: { windowNumber: 1, ticketId: 1, reason } }
    await hall.call({ session: clerk }, `/api/commands/${kebab('HoldTicket')}`, { body })
  }
  await hall.call({}, `/api/queries/find-ticket?number=${demoIds.adult}`)
  await hall.call({}, `/kiosk/${demoIds.adult}?name=${encodeURIComponent('张小三')}`)
  await hall.call({}, '/api/door/sign-in', { body: { staffNumber: '1002', password: 'right-horse-1' } })
  await hall.call({}, '/api/commands/take-ticket', { raw: `{"idNumber":"${demoIds.adult}","holderName":"张小三"` })
  await handleMatter(clerk)
  causeFault()
  hallKey = readHallKey(hall.folder)
  pushed.push(...[...display.frames, ...kiosk.frames].map((frame) => JSON.stringify(frame)))
  await hall.stop()
})
afterAll(() => rmSync(hall.folder, { recursive: true }))

/** A matter from the question to the signature, with everything that is asked of people on the way. */
async function handleMatter(session: string): Promise<void> {
  const must = async (type: CommandType, body: object) => {
    const outcome = await hall.command({ session }, type, body)
    if (outcome.kind !== 'done') throw new Error(`${type}: ${JSON.stringify(outcome)}`)
    return outcome.made
  }
  const asked = { channel: 'phone', itemCode: 'A-REG', matter: '想办参保', party: applicant }
  const { inquiryId } = await must('RecordFirstInquiry', asked)
  await hall.command({ session }, 'RecordFirstInquiry', { ...asked, party: { ...applicant, idNumber: mistyped[0] } })
  const typedIntoMatter = { commandId: 'an-inquiry-of-mine', body: { ...asked, matter: `${phone} 问参保` } }
  await hall.call({ session }, '/api/commands/record-first-inquiry', { body: typedIntoMatter })
  const { filingId } = await must('ReceiveFiling', {
    inquiryId,
    itemCode: 'A-REG',
    party: applicant,
    agent: { ...agent, relation: '儿子', authority: 'letter-seen' },
    checks: [{ materialCode: 'M01', state: 'in-hand' }],
  })
  await must('AcceptFiling', { filingId })
  await must('DecideFiling', { filingId, decision: 'granted' })
  await must('ProduceResult', { filingId, resultName: '参保凭证' })
  await must('TellApplicant', { filingId, means: 'phone', isReached: true })
  await must('DeliverResult', { filingId, way: 'collected', place: '1 号窗口' })
  await must('SignHandlingSlip', { filingId, means: 'pad', signature })
  const visit = { matter: '行动不便', itemCode: 'A-REG', party: atHome, wishedDay: '2026-05-13' }
  const { inquiryId: visited } = await must('RecordHomeVisit', visit)
  const { staffId: visitorId } = hall.staff('1002')
  const today = { appointmentDay: '2026-05-13', appointmentTime: '15:00' }
  await must('DispatchHomeVisit', { inquiryId: visited, visitorId, ...today })
  await must('ReportHomeVisit', { inquiryId: visited, result: 'settled', note: '已办' })
  await must('ConfirmHomeVisit', { inquiryId: visited, means: 'pad', signature })
  await hall.call({ session }, `/api/queries/home-visit-print?inquiryId=${visited}`)
  await hall.call({ session }, '/api/queries/home-visits?scope=all')
  await hall.call({ session }, `/api/queries/filing?filingId=${filingId}`)
  await hall.call({ session }, '/api/queries/document-print?documentId=1')
  for (const text of [applicant.idNumber, agent.idNumber, applicant.name, applicant.phone]) {
    await hall.call({ session }, '/api/door/find-matter', { body: { text } })
  }
}

/** The worst that can happen: a fault whose message quotes what somebody typed. */
function causeFault(): void {
  hall.say(
    { kind: 'hub' },
    'ReportClockJump',
    { fromAt: 1, toAt: 2 },
    {
      keep: () => {
        throw new Error(`cannot keep ${demoIds.adult}, ${phone}`)
      },
    },
  )
}

/** Every file of the data folder; the store's log has been moved into it by the closing. */
function files(): { name: string; content: Buffer }[] {
  const all = readdirSync(hall.folder, { recursive: true }) as string[]
  return all
    .filter((name) => statSync(join(hall.folder, name)).isFile())
    .map((name) => ({ name, content: readFileSync(join(hall.folder, name)) }))
}

describe('what is kept of the people who come', () => {
  test('the hall did what it was asked to, so that there is something to find', () => {
    const store = openForReading(join(hall.folder, 'hall.db'))
    expect(store.prepare('SELECT count(*) FROM ticket').pluck().get()).toBe(4)
    expect(store.prepare('SELECT mask FROM person ORDER BY mask').pluck().all()).toEqual(['买**', '张**', '欧阳**'])
    expect(store.prepare('SELECT mask FROM ticket_mask').pluck().all()).toEqual(['张**'])
    expect(store.prepare('SELECT mask FROM party ORDER BY mask').pluck().all()).toEqual([
      '孔**',
      '李**',
      '李**',
      '赵**',
    ])
    expect(store.prepare('SELECT count(*) FROM slip_signature').pluck().get()).toBe(1)
    expect(store.prepare('SELECT count(*) FROM visit_signature').pluck().get()).toBe(1)
    store.close()
    expect(files().map(({ name }) => name)).toEqual(
      expect.arrayContaining(['hall.db', 'hall.key', join('logs', 'hub.log')]),
    )
    expect(readFileSync(join(hall.folder, 'logs', 'hub.log'), 'utf8')).toContain('[证件号]')
  })

  test.each(secrets)('%s stands in no file of the data folder, whichever way it is written', (secret) => {
    for (const { name, content } of files()) {
      for (const encoding of ['utf8', 'utf16le', 'base64'] as const) {
        const bytes =
          encoding === 'base64' ? Buffer.from(secret).toString('base64').slice(0, -4) : Buffer.from(secret, encoding)
        expect({ name, encoding, found: content.includes(bytes) }).toEqual({ name, encoding, found: false })
      }
    }
  })

  test('nor does a bare hash of it, which could be searched through in minutes', () => {
    for (const idNumber of Object.values(demoIds)) {
      for (const algorithm of ['md5', 'sha1', 'sha256', 'sha512']) {
        const digest = createHash(algorithm).update(idNumber).digest()
        const written = [digest, digest.toString('hex'), digest.toString('base64'), digest.toString('base64url')]
        for (const { content } of files()) expect(written.some((one) => content.includes(one))).toBe(false)
      }
    }
  })

  test.each([
    ['the journal', `SELECT body || command_id || actor || coalesce(made, '') FROM journal`],
    ['the outcomes kept for resends', 'SELECT outcome || command_id FROM settled_command'],
  ])('%s has neither a number nor a name', (_, sql) => {
    const store = openForReading(join(hall.folder, 'hall.db'))
    const texts = (store.prepare(sql).pluck().all() as string[]).join('\n')
    store.close()
    for (const secret of [...secrets, '张*', '欧阳', '李*', '赵*', '孔*', '19900101', '19600229'])
      expect(texts).not.toContain(secret)
  })

  test('the journal has no name of the staff either', () => {
    const store = openForReading(join(hall.folder, 'hall.db'))
    const texts = (store.prepare('SELECT body FROM journal').pluck().all() as string[]).join('\n')
    store.close()
    for (const name of ['钱一', '钱二', '孙导', '李主任', '周管理']) expect(texts).not.toContain(name)
  })

  test('the public screens were shown neither', () => {
    expect(pushed.length).toBeGreaterThan(2)
    for (const secret of [...secrets, '张*', '欧阳', '李*', '赵*', '孔*'])
      expect(pushed.join('\n')).not.toContain(secret)
  })

  test("the hall's key opens what is sealed, and no other key does", () => {
    const store = openForReading(join(hall.folder, 'hall.db'))
    const parties = store.prepare('SELECT cipher FROM party').pluck().all() as Buffer[]
    const signed = ['slip_signature', 'visit_signature'].map(
      (table) => store.prepare(`SELECT cipher FROM ${table}`).pluck().get() as Buffer,
    )
    store.close()
    const vault = createVault(hallKey)
    const names = parties.map((cipher) => vault.open<{ name: string }>(cipher).name)
    expect(names.sort()).toEqual([atHome.name, applicant.name, applicant.name, agent.name].sort())
    for (const cipher of signed) expect(vault.open(cipher)).toBe(signature)
    const stranger = createVault(randomBytes(hallKey.length))
    for (const cipher of [...parties, ...signed]) expect(() => stranger.open(cipher)).toThrow()
  })

  test('the key of the hashes is beside the store and readable by its owner alone', () => {
    expect(statSync(join(hall.folder, 'hall.key')).mode & 0o777).toBe(0o400)
    const key = readFileSync(join(hall.folder, 'hall.key'), 'utf8').trim()
    expect(readFileSync(join(hall.folder, 'hall.db')).includes(key)).toBe(false)
  })
})
