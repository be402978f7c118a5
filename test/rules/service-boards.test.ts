import { describe, expect, test } from 'vitest'
import type { PromiseDay } from '../../shared/rules/promise-facts.ts'
import { boardsLacking, decideIssueContactCard } from '../../shared/rules/service-boards.ts'
import type { HallSetup } from '../../shared/rules/setup.ts'
import { type ServiceBoards, serviceBoards } from '../../shared/vocabulary/service-board.ts'
import { accepted, type Obstacle, refusal, refusedInOrder } from '../support/facts.ts'
import { intakeSetup, promiseDay } from '../support/intake-facts.ts'

const contact = { staffId: 'clerk-1', position: '窗口', officePhone: '0000-1' }
const full = serviceBoards.parse({
  procedures: ['申请', '受理', '办结'],
  phrases: ['您好，请问办什么事？'],
  regulations: ['首问负责'],
  duties: ['一次讲清'],
  contacts: [contact],
  promises: ['到期办结'],
  responsible: contact,
})

function setupWith(changes: Partial<ServiceBoards> = {}, supervisionPhone = '12345'): HallSetup {
  const setup = intakeSetup()
  return { ...setup, version: 33, hall: { ...setup.hall, supervisionPhone }, serviceBoards: { ...full, ...changes } }
}
const worksHere = (staffId: string) => staffId === 'clerk-1'

describe('what the boards and the card lack (篇1.2, 篇1.4)', () => {
  test.each<[string, Partial<ServiceBoards>]>([
    ['办理程序', { procedures: [] }],
    ['文明用语', { phrases: [] }],
    ['规章制度', { regulations: [] }],
    ['工作职责', { duties: [] }],
    ['受理人员名单', { contacts: [] }],
    ['服务承诺', { promises: [] }],
    ['责任人电话', { responsible: { ...contact, officePhone: '' } }],
    ['名单中有人已离岗', { contacts: [contact, { ...contact, staffId: 'gone-1' }] }],
    ['名单中有人已离岗', { responsible: { ...contact, staffId: 'gone-1' } }],
    ['名单中有人已离岗', { deputy: { ...contact, staffId: 'gone-1' } }],
  ])('%s', (lacking, changes) => {
    expect(boardsLacking(setupWith(changes), worksHere)).toEqual([lacking])
  })

  test('nothing when all is there; the deputy, home visits and hours are as the hall likes', () => {
    expect(boardsLacking(setupWith(), worksHere)).toEqual([])
  })

  test('somebody responsible, the supervision phone, and a catalogue', () => {
    expect(boardsLacking(setupWith({ responsible: null }), worksHere)).toEqual(['联系卡责任人', '责任人电话'])
    expect(boardsLacking(setupWith({}, ''), worksHere)).toEqual(['监督电话'])
    expect(boardsLacking({ ...setupWith(), serviceItems: new Map() }, worksHere)).toEqual(['代理事项'])
  })

  test('a draft is nobody’s business: a catalogue of drafts is an empty board', () => {
    const setup = setupWith()
    const drafts = [...setup.serviceItems].map(([code, item]) => [code, { ...item, status: 'draft' as const }] as const)
    expect(boardsLacking({ ...setup, serviceItems: new Map(drafts) }, worksHere)).toEqual(['代理事项'])
  })
})

describe('IssueContactCard 发放便民联系卡', () => {
  const given = promiseDay('09:00', undefined, { setup: setupWith() })
  const decide = (facts: PromiseDay) => decideIssueContactCard({ household: '青溪村一组 12 号' }, facts)
  const gone: Obstacle<PromiseDay> = ['boards-incomplete', (facts) => ({ ...facts, staffOf: () => undefined })]
  refusedInOrder(given, decide, [gone])

  test('says all at once what is missing, so that nobody has to ask twice', () => {
    const facts = promiseDay('09:00', undefined, { setup: setupWith({ phrases: [], duties: [] }, '') })
    expect(refusal(decide(facts)).facts).toEqual({ missing: '文明用语、工作职责、监督电话' })
  })

  test('is numbered within the year, and remembers from which boards it was printed', () => {
    const lastSerial: PromiseDay['lastSerial'] = (series, year) => (series === 'contact-card' && year === 2026 ? 8 : 99)
    expect(accepted(decide({ ...given, lastSerial }))).toMatchObject({
      events: [
        {
          type: 'ContactCardIssued',
          body: { cardNumber: 'LXK-2026-000009', serial: 9, household: '青溪村一组 12 号', boardsVersion: 33 },
        },
      ],
      made: { cardNumber: 'LXK-2026-000009' },
    })
  })
})
