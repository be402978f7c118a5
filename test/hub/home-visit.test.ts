import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entriesAfter } from '../../main/hub/journal.ts'
import { openStore, type Store } from '../../main/hub/store/store.ts'
import { applyToTables, createTables } from '../../main/hub/tables/apply.ts'
import type {
  AlarmRow,
  HomeVisitRow,
  InquiryRow,
  InquiryView,
  PagePrint,
  PromiseFigures,
} from '../../shared/contract/promise-view.ts'
import type { CommandType } from '../../shared/vocabulary/command.ts'
import type { HallFact } from '../../shared/vocabulary/event.ts'
import { madeByJournal } from '../support/made-by-journal.ts'
import { sampleProfile } from '../support/sample-hall.ts'
import { startTestHall } from '../support/test-hall.ts'

const atHome = { name: '孔令仪', phone: '0000-1234567', address: '青溪村七组 3 号' }
const asked = { itemCode: 'A-REG', matter: '行动不便，想在家办', party: atHome, wishedDay: '2026-05-14' }
const tomorrow = { appointmentDay: '2026-05-14', appointmentTime: '09:30' }

/** Nobody signs in anew in these tests, although days pass. */
const aMonthMs = 31 * 24 * 3_600_000

async function openHall() {
  const { hall: named } = sampleProfile()
  const profile = sampleProfile({ hall: { ...named, officePhone: '0000-1', supervisionPhone: '12345' } })
  const hall = await startTestHall({ profile })
  const [clerk, other, guide, supervisor] = ['1002', '1003', '2001', '3001'].map((number) => ({
    session: hall.signIn(number, aMonthMs),
    staffId: hall.staff(number).staffId,
  }))
  type Who = NonNullable<typeof clerk>
  async function must(who: Who, type: CommandType, body: unknown): Promise<Record<string, unknown>> {
    const outcome = await hall.command({ session: who.session }, type, body)
    if (outcome.kind !== 'done') throw new Error(`${type}: ${JSON.stringify(outcome)}`)
    return outcome.made
  }
  async function codeOf(who: Who, type: CommandType, body: unknown): Promise<string> {
    const outcome = await hall.command({ session: who.session }, type, body)
    return outcome.kind === 'refused' ? outcome.code : outcome.kind
  }
  const ask = async <T>(who: Who, path: string): Promise<T> =>
    (await hall.call({ session: who.session }, `/api/queries/${path}`)).json as T
  const pass = (day: string, time: string) => {
    hall.clock.set(day, time)
    hall.look()
  }
  const record = async (who: Who, more = {}) =>
    Number((await must(who, 'RecordHomeVisit', { ...asked, ...more })).inquiryId)
  return { hall, clerk: clerk!, other: other!, guide: guide!, supervisor: supervisor!, must, codeOf, ask, pass, record }
}
type Opened = Awaited<ReturnType<typeof openHall>>

const contentOf = (store: Store) =>
  Object.fromEntries(madeByJournal.map((name) => [name, store.prepare(`SELECT * FROM ${name}`).all()]))

describe('a home visit from the phone call to the signature', () => {
  let opened: Opened
  let inquiryId: number
  const view = () => opened.ask<InquiryView>(opened.guide, `inquiry?inquiryId=${inquiryId}`)
  beforeAll(async () => {
    opened = await openHall()
  })
  afterAll(() => opened.hall.close())

  test('the guide who was phoned records it: one line of the register and one visit', async () => {
    const { guide, ask, record } = opened
    inquiryId = await record(guide, { specialGroup: 'elderly' })
    const register = await ask<InquiryRow[]>(guide, 'inquiry-register?from=2026-05-13&to=2026-05-13')
    expect(register).toMatchObject([{ number: 'SW-2026-000001', channel: 'phone', firstResponder: guide.staffId }])
    const visits = await ask<HomeVisitRow[]>(guide, 'home-visits')
    expect(visits).toMatchObject([
      { number: 'SM-2026-000001', inquiryId, specialGroup: 'elderly', partyMask: '孔**', isLate: false },
    ])
    expect(await view()).toMatchObject({ homeVisit: { party: atHome }, refusals: { AskHomeVisit: {} } })
  })

  test('nobody goes who was not sent, and no slip is printed before', async () => {
    const { clerk, guide, codeOf, must, ask } = opened
    const slip = () => ask<PagePrint>(guide, `home-visit-print?inquiryId=${inquiryId}`)
    expect((await slip()).lacking).toEqual(['上门人', '约定时间'])
    const himself = { inquiryId, visitorId: clerk.staffId, ...tomorrow }
    expect(await codeOf(clerk, 'DispatchHomeVisit', himself)).toBe('visit-not-yours')
    await must(guide, 'DispatchHomeVisit', himself)
    const { lacking, html, number } = await slip()
    expect([lacking, number]).toEqual([[], 'SM-2026-000001'])
    for (const part of [...Object.values(atHome), '上门服务单', '2026 年 5 月 14 日 09:30'])
      expect(html).toContain(part)
  })

  test('it is moved with its reason, and stands among the visits of its new day', async () => {
    const { clerk, must, ask, pass } = opened
    await must(clerk, 'RescheduleHomeVisit', {
      inquiryId,
      appointmentDay: '2026-05-15',
      appointmentTime: '10:00',
      reason: '住院',
    })
    pass('2026-05-14', '10:00')
    expect(await ask(clerk, 'home-visits?scope=today')).toEqual([])
    pass('2026-05-15', '09:00')
    expect(await ask(clerk, 'home-visits?scope=today')).toMatchObject([{ inquiryId, rescheduleCount: 1 }])
  })

  test('the result is the answer of its line, and the signature ends it', async () => {
    const { clerk, guide, must, codeOf, ask } = opened
    const signature = `data:image/png;base64,${Buffer.from('a picture of a name').toString('base64')}`
    expect(await codeOf(clerk, 'ConfirmHomeVisit', { inquiryId, means: 'paper' })).toBe('visit-status')
    await must(clerk, 'ReportHomeVisit', { inquiryId, result: 'settled', note: '照片已拍' })
    expect((await view()).inquiry).toMatchObject({ status: 'answered', answer: { answer: '照片已拍' } })
    expect(await codeOf(clerk, 'ConfirmHomeVisit', { inquiryId, means: 'pad' })).toBe('signature-needed')
    await must(clerk, 'ConfirmHomeVisit', { inquiryId, means: 'pad', signature })
    expect(await ask(guide, 'home-visits?scope=open')).toEqual([])
    expect((await ask<PagePrint>(guide, `home-visit-print?inquiryId=${inquiryId}`)).html).toContain(signature)
    const history = (await view()).history.map(({ type }) => type).filter((type) => type.startsWith('HomeVisit'))
    expect(history).toHaveLength(5)
  })

  test('the figures count it, and its number finds its line', async () => {
    const { hall, supervisor, record, must, ask } = opened
    const cancelled = await record(supervisor, { wishedDay: '2026-05-15' })
    await must(supervisor, 'CancelHomeVisit', { inquiryId: cancelled, reason: '家人来办' })
    const figures = await ask<PromiseFigures>(supervisor, 'promise-figures?from=2026-05-01&to=2026-05-31')
    expect(figures.homeVisits).toEqual({ asked: 2, visited: 1, cancelled: 1, late: 0 })
    const found = await hall.call(supervisor, '/api/door/find-matter', { body: { text: 'sm-2026-000002' } })
    expect(found.json).toMatchObject({ made: { inquiries: [{ inquiryId: cancelled }] } })
  })

  test('replaying the journal into empty tables gives equal tables', () => {
    const { store } = opened.hall.hub
    const replayed = openStore(':memory:')
    const tables = createTables(replayed.store)
    for (const entry of entriesAfter(store, 0, 100_000)) {
      applyToTables(tables, entry, { type: entry.type, body: JSON.parse(entry.body) } as HallFact)
    }
    expect(contentOf(replayed.store)).toEqual(contentOf(store))
    replayed.close()
  })
})

describe('what nobody looks after', () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await openHall()
  })
  afterAll(() => opened.hall.close())
  const alarms = async () =>
    (await opened.ask<AlarmRow[]>(opened.supervisor, 'alarms')).filter(({ about }) => about === undefined)

  test('is called out at the end of the next workday, and again when its day has passed', async () => {
    const { clerk, other, supervisor, record, must, ask, pass } = opened
    const inquiryId = await record(clerk)
    pass('2026-05-14', '17:59')
    expect(await alarms()).toEqual([])
    pass('2026-05-14', '18:05')
    expect(await alarms()).toMatchObject([
      { kind: 'AL21', inquiryId, staffIds: [clerk.staffId], subjectNumber: 'SW-2026-000001' },
    ])
    expect((await alarms())[0]?.sentence).toContain('还没有派单')

    const friday = { appointmentDay: '2026-05-15', appointmentTime: '09:30' }
    await must(supervisor, 'DispatchHomeVisit', { inquiryId, visitorId: other.staffId, ...friday })
    pass('2026-05-14', '18:10')
    expect(await alarms()).toEqual([])
    pass('2026-05-15', '18:05')
    expect(await alarms()).toMatchObject([{ kind: 'AL21', staffIds: [other.staffId, clerk.staffId] }])
    expect((await alarms())[0]?.sentence).toContain('还没有登记结果')
    expect(await ask(other, 'home-visits')).toMatchObject([{ isLate: true }])

    await must(other, 'ReportHomeVisit', { inquiryId, result: 'taken-along', note: '材料带回' })
    pass('2026-05-15', '18:10')
    expect(await alarms()).toEqual([])
    const figures = await ask<PromiseFigures>(supervisor, 'promise-figures?from=2026-05-01&to=2026-05-31')
    expect(figures.homeVisits).toMatchObject({ asked: 1, visited: 1, late: 1 })
  })

  test('whoever is to go cannot leave before another goes', async () => {
    const { hall, other, clerk, supervisor, record, must, codeOf, ask } = opened
    const inquiryId = await record(clerk, { wishedDay: '2026-05-18' })
    const monday = { appointmentDay: '2026-05-18', appointmentTime: '09:30' }
    await must(supervisor, 'DispatchHomeVisit', { inquiryId, visitorId: other.staffId, ...monday })
    const administrator = { session: hall.signIn('9001', aMonthMs), staffId: '' }
    const leave = { staffId: other.staffId, reason: '调离' }
    expect(await codeOf(administrator, 'RetireStaff', leave)).toBe('staff-owns-matters')
    const passed = { fromStaffId: other.staffId, toStaffId: clerk.staffId, reason: '调离' }
    await must(supervisor, 'ReassignMatters', passed)
    await must(administrator, 'RetireStaff', leave)
    const { homeVisit } = await ask<InquiryView>(clerk, `inquiry?inquiryId=${inquiryId}`)
    expect(homeVisit?.visit).toMatchObject({ visitorId: clerk.staffId, status: 'dispatched' })
  })
})

test('old and disabled people stand first in what is open', async () => {
  const { hall, guide, record, ask } = await openHall()
  for (const specialGroup of ['none', 'disabled', 'soldier', 'elderly']) await record(guide, { specialGroup })
  const groups = async (scope: string) =>
    (await ask<HomeVisitRow[]>(guide, `home-visits?scope=${scope}`)).map((one) => one.specialGroup)
  expect(await groups('open')).toEqual(['disabled', 'elderly', 'none', 'soldier'])
  expect(await groups('all')).toEqual(['elderly', 'soldier', 'disabled', 'none'])
  await hall.close()
})

test('a line that stands in the register gets its visit without a second line, and one alone', async () => {
  const { hall, clerk, must, codeOf, ask } = await openHall()
  const { inquiryId } = await must(clerk, 'RecordFirstInquiry', {
    channel: 'window',
    itemCode: 'A-REG',
    matter: '代老人问',
  })
  const wish = { inquiryId, party: atHome, wishedDay: '2026-05-14' }
  expect(await codeOf(clerk, 'AskHomeVisit', { ...wish, wishedDay: '2026-05-12' })).toBe('visit-time-past')
  await must(clerk, 'AskHomeVisit', wish)
  expect(await codeOf(clerk, 'AskHomeVisit', wish)).toBe('visit-asked')
  expect(await ask<unknown[]>(clerk, 'inquiry-register?from=2026-05-13&to=2026-05-13')).toHaveLength(1)
  await hall.close()
})

test('who was visited is forgotten with the years of the setting, and not while the visit is open', async () => {
  const { hall, guide, record, must, pass } = await openHall()
  const ended = await record(guide)
  await must(guide, 'CancelHomeVisit', { inquiryId: ended, reason: '不去了' })
  const { inquiryId } = await must(guide, 'RecordFirstInquiry', { channel: 'phone', category: '其他', matter: '问' })
  await must(guide, 'AskHomeVisit', { inquiryId, party: atHome, wishedDay: '2026-05-14' })
  pass('2036-06-12', '09:00')
  const who = { session: hall.signIn('2001', aMonthMs) }
  await hall.command({ session: hall.signIn('1003', aMonthMs) }, 'OpenServiceWindow', { windowNumber: 3 })
  const nameOf = async (id: number) =>
    ((await hall.call(who, `/api/queries/inquiry?inquiryId=${id}`)).json as InquiryView).homeVisit?.party.name
  expect([await nameOf(ended), await nameOf(Number(inquiryId))]).toEqual(['', atHome.name])
  await hall.close()
})
