import { expect } from 'vitest'
import { entriesAfter, firstBreak } from '../../main/hub/journal.ts'
import { openStore, type Store } from '../../main/hub/store/store.ts'
import { applyToTables, createTables } from '../../main/hub/tables/apply.ts'
import type { FilingView } from '../../shared/contract/promise-view.ts'
import type { CommandBody, CommandType } from '../../shared/vocabulary/command.ts'
import type { HallFact } from '../../shared/vocabulary/event.ts'
import type { ServiceItem } from '../../shared/vocabulary/service-item.ts'
import { demoIds, sampleProfile } from './sample-hall.ts'
import { startTestHall, type TestHall } from './test-hall.ts'

const profile = sampleProfile()
/** Ten workdays promised, twenty by law. */
export const permit: ServiceItem = {
  ...profile.serviceItems[0]!,
  itemCode: 'P-PERMIT',
  name: '样本许可',
  queue: 'B',
  kind: 'promised' as const,
  promisedLimit: { amount: 10, unit: 'workday' as const, basis: '本厅承诺' },
  statutoryLimit: { amount: 20, unit: 'workday' as const, basis: '行政许可法第四十二条' },
  materials: [
    { ...profile.serviceItems[0]!.materials[0]!, materialCode: 'M01', name: '居民身份证' },
    { ...profile.serviceItems[0]!.materials[0]!, materialCode: 'M02', name: '申请表' },
    { ...profile.serviceItems[0]!.materials[0]!, materialCode: 'M03', name: '场所证明', need: 'tolerable' as const },
  ],
}
export const applicant = { name: '张小三', idNumber: demoIds.adult, phone: '0000-1234567', address: '青溪村一组' }

/** Nobody signs in anew in these tests, although days pass. */
export const aMonthMs = 31 * 24 * 3_600_000

/** The hall of the sample with one item that has a promise, and a clerk at window 2. */
export async function openHall({ at = '09:00', item = permit }: { at?: string; item?: ServiceItem } = {}) {
  const hall = await startTestHall({
    at,
    profile: sampleProfile({
      serviceItems: [...profile.serviceItems, item],
      hall: { ...profile.hall, officePhone: '0000-1', supervisionPhone: '12345' },
    }),
  })
  const clerk = { session: hall.signIn('1002', aMonthMs) }
  const other = { session: hall.signIn('1003', aMonthMs) }
  const supervisor = { session: hall.signIn('3001', aMonthMs) }
  type Who = typeof clerk
  async function must<T extends CommandType>(
    who: Who,
    type: T,
    body: Partial<CommandBody<T>>,
  ): Promise<Record<string, unknown>> {
    const outcome = await hall.command(who, type, body)
    if (outcome.kind !== 'done') throw new Error(`${type}: ${JSON.stringify(outcome)}`)
    return outcome.made
  }
  async function codeOf<T extends CommandType>(who: Who, type: T, body: Partial<CommandBody<T>>): Promise<string> {
    const outcome = await hall.command(who, type, body)
    return outcome.kind === 'refused' ? outcome.code : outcome.kind
  }
  const ask = async <T>(who: Who, path: string): Promise<T> => (await hall.call(who, `/api/queries/${path}`)).json as T
  await must(clerk, 'OpenServiceWindow', { windowNumber: 2 })

  /** Somebody asks at window 2 and his matter is received; its ids. */
  async function receive(states: Record<string, 'in-hand' | 'missing' | 'tolerated'> = {}) {
    const { inquiryId } = await must(clerk, 'RecordFirstInquiry', {
      channel: 'window',
      itemCode: 'P-PERMIT',
      matter: '想办样本许可',
    })
    const checks = Object.entries({ M01: 'in-hand', M02: 'in-hand', M03: 'in-hand', ...states }).map(
      ([materialCode, state]) => ({
        materialCode,
        state: state as 'in-hand' | 'missing' | 'tolerated',
        ...(state === 'tolerated' ? { dueDay: '2026-05-20' } : {}),
      }),
    )
    const { filingId } = await must(clerk, 'ReceiveFiling', {
      inquiryId: Number(inquiryId),
      itemCode: 'P-PERMIT',
      party: applicant as never,
      checks: checks as never,
    })
    return { inquiryId: Number(inquiryId), filingId: Number(filingId) }
  }
  const filing = (filingId: number, who: Who = clerk) => ask<FilingView>(who, `filing?filingId=${filingId}`)
  const pass = async (day: string, time: string) => {
    hall.clock.set(day, time)
    hall.look()
  }
  return { hall, clerk, other, supervisor, must, codeOf, ask, receive, filing, pass }
}
export type Opened = Awaited<ReturnType<typeof openHall>>

function tablesOf(store: Store): Record<string, unknown[]> {
  const names = [
    'first_inquiry',
    'filing',
    'one_time_notice',
    'hall_document',
    'alarm',
    'contact_card',
    'matter_entry',
    'post_observation',
  ]
  return Object.fromEntries(names.map((name) => [name, store.prepare(`SELECT * FROM ${name}`).all()]))
}

/** Replays a hall's journal into empty tables and compares; the chain has to be whole. */
export function expectReplayEqual(hall: TestHall): void {
  const replayed = openStore(':memory:')
  const tables = createTables(replayed.store)
  for (const entry of entriesAfter(hall.hub.store, 0, 100_000)) {
    applyToTables(tables, entry, { type: entry.type, body: JSON.parse(entry.body) } as HallFact)
  }
  expect(tablesOf(replayed.store)).toEqual(tablesOf(hall.hub.store))
  replayed.close()
  expect(firstBreak(hall.hub.store).brokenAt).toBeNull()
}
