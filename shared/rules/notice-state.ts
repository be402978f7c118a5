import type { OneTimeNotice } from '../vocabulary/one-time-notice.ts'
import type { NoticeEvent } from '../vocabulary/promise-event.ts'
import { assert, unreachable } from './decision.ts'

/** What an event makes of a one-time notice. `at` in epoch ms. */
export function noticeAfter(notice: OneTimeNotice | undefined, event: NoticeEvent, at: number): OneTimeNotice {
  switch (event.type) {
    case 'OneTimeNoticeIssued':
      assert(notice === undefined, 'a new notice')
      return { ...event.body, at, isInForce: true }
    case 'OneTimeNoticeSuperseded':
      assert(notice?.isInForce === true, 'a notice in force before another takes its place')
      return { ...notice, isInForce: false }
    default:
      return unreachable(event)
  }
}
