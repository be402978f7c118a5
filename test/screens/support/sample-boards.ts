import type { BoardsView } from '../../../shared/contract/contract.ts'
import { serviceBoards } from '../../../shared/vocabulary/service-board.ts'

/** A hall that has made nothing public yet. */
export const noBoards: BoardsView = { boards: serviceBoards.parse({}), version: 1, missing: ['办理程序'], names: {} }

/** A hall whose six boards are whole. */
export const wholeBoards: BoardsView = {
  version: 1,
  missing: [],
  names: { 'staff-1': '赵甲' },
  boards: serviceBoards.parse({
    procedures: ['登记', '办理', '告知', '签字'],
    phrases: ['您好，请坐'],
    regulations: ['不收代办费'],
    duties: ['首问负责'],
    contacts: [{ staffId: 'staff-1', position: '窗口人员', officePhone: '0000-0000001' }],
    promises: ['承诺的日子办结'],
    responsible: { staffId: 'staff-1', position: '站长', officePhone: '0000-0000001' },
  }),
}
