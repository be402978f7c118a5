import type { CommandBody } from '../vocabulary/command.ts'
import { accept, type Decision, refuse } from './decision.ts'
import { dayOf, yearOf } from './hall-time.ts'
import type { PromiseDay } from './promise-facts.ts'
import { numberOfSeries, seriesLetters } from './series-number.ts'
import { type HallSetup, publishedItems } from './setup.ts'

type Boards = Pick<HallSetup, 'serviceBoards' | 'serviceItems' | 'hall'>

/**
 * What the six boards of 篇1.4 and the card of 篇1.2 still lack, in Chinese; empty when they may be
 * printed. `isStaff`: whether somebody named still works here (a board that names one who left is
 * wrong).
 */
export function boardsLacking(setup: Boards, isStaff: (staffId: string) => boolean): string[] {
  const { serviceBoards: boards, hall } = setup
  const { procedures, phrases, regulations, duties, contacts, promises, responsible, deputy } = boards
  const named = [...contacts, ...(responsible === null ? [] : [responsible]), ...(deputy === null ? [] : [deputy])]
  const checks: [string, boolean][] = [
    ['代理事项', publishedItems(setup).length > 0],
    ['办理程序', procedures.length > 0],
    ['文明用语', phrases.length > 0],
    ['规章制度', regulations.length > 0],
    ['工作职责', duties.length > 0],
    ['受理人员名单', contacts.length > 0],
    ['服务承诺', promises.length > 0],
    ['联系卡责任人', responsible !== null],
    ['责任人电话', responsible !== null && responsible.officePhone !== ''],
    ['监督电话', hall.supervisionPhone !== ''],
    ['名单中有人已离岗', named.every(({ staffId }) => isStaff(staffId))],
  ]
  return checks.filter(([, isThere]) => !isThere).map(([name]) => name)
}

/** 发放便民联系卡: numbered; refused while the card would be incomplete. */
export function decideIssueContactCard({ household }: CommandBody<'IssueContactCard'>, facts: PromiseDay): Decision {
  const missing = boardsLacking(facts.setup, (staffId) => facts.staffOf(staffId) !== undefined)
  if (missing.length > 0) return refuse('boards-incomplete', { missing: missing.join('、') })
  const year = yearOf(dayOf(facts.now))
  const serial = facts.lastSerial('contact-card', year) + 1
  const cardNumber = numberOfSeries(seriesLetters['contact-card'], year, serial)
  const boardsVersion = facts.setup.version
  return accept(
    { type: 'ContactCardIssued', body: { cardNumber, year, serial, household, boardsVersion } },
    { cardNumber },
  )
}
