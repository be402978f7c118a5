import type {
  HandoverLineView,
  HandoverPrint,
  HandoverRow,
  HandoverView,
  MyHandovers,
  PostToHandOver,
} from '../../../shared/contract/day-view.ts'
import type { SessionView } from '../../../shared/contract/view.ts'
import type { RefusalCode } from '../../../shared/vocabulary/refusal.ts'
import { atHalfPastNine } from './console-fixtures.ts'

/** Answer to a sign-in on one's own page. */
type SignInAnswer =
  | { kind: 'done'; made: { sessionToken: string; session: SessionView } }
  | { kind: 'refused'; code: RefusalCode; facts: Record<string, string | number>; sentence: string; clause: string }

/** What a hub on paper answers around the working day; a test sets what it is about. */
export interface PaperDay {
  my: MyHandovers
  handover: HandoverView | null
  handovers: HandoverRow[]
  posts: PostToHandOver[]
  handoverPrint: HandoverPrint | null
  signIn: SignInAnswer
}

const linkupAt = atHalfPastNine + 7.5 * 3_600_000

export function handoverRow(changes: Partial<HandoverRow> = {}): HandoverRow {
  return {
    handoverId: 7,
    number: 'JJ-2026-000007',
    kind: 'linkup',
    day: '2026-11-23',
    staffId: 'id-zhao',
    staffName: '赵甲',
    toName: '',
    windowNumber: 1,
    homeUnit: '派出所',
    status: 'drafted',
    givenAt: null,
    takenAt: null,
    lineCount: 2,
    alongCount: 0,
    takenByName: '',
    signIn: null,
    heldUntil: null,
    refusal: null,
    returned: null,
    missing: null,
    isOut: false,
    ...changes,
  }
}

export function handoverLine(changes: Partial<HandoverLineView> = {}): HandoverLineView {
  return {
    filingId: 3,
    number: 'BJ-2026-000003',
    itemName: '居住证申领',
    itemKind: 'promised',
    acceptedDay: '2026-11-20',
    status: 'accepted',
    stage: null,
    dueDay: '2026-11-27',
    remainingWorkdays: 4,
    light: 'green',
    originals: [],
    action: '',
    partyMask: '王**',
    materials: ['居民身份证', '租房合同 2 份'],
    heldByName: '',
    ...changes,
  }
}

export function handoverView(changes: Partial<HandoverView> = {}): HandoverView {
  return {
    ...handoverRow(),
    draftedAt: linkupAt,
    counts: { received: 3, instant: 1, notices: 1, corrections: 0 },
    waitingNumbers: ['A012'],
    waitingRule: 'carry',
    receipts: '',
    remark: '',
    lines: [
      handoverLine(),
      handoverLine({ filingId: 4, number: 'BJ-2026-000004', light: 'red', remainingWorkdays: -2 }),
    ],
    ownPage: { address: 'http://192.168.1.20:8642/handover/7', picture: 'data:image/svg+xml,%3Csvg%2F%3E' },
    mayGive: true,
    mayTake: false,
    mayReturn: false,
    ...changes,
  }
}

export function paperDay(changes: Partial<PaperDay> = {}): PaperDay {
  return {
    my: { toGive: [], waiting: [], toReturn: [], toTake: [], posts: [] },
    handover: handoverView(),
    handovers: [],
    posts: [],
    handoverPrint: null,
    signIn: { kind: 'refused', code: 'wrong-credentials', facts: {}, sentence: '工号或口令不正确。', clause: '' },
    ...changes,
  }
}
