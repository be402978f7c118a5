import type { CountertopView } from '../../shared/contract/view.ts'
import type { TimeLimit } from '../../shared/vocabulary/service-item.ts'
import { countedUnitWords } from '../../shared/vocabulary/words.ts'
import { countertopText } from '../common/text/countertop.ts'
import { clockText } from '../common/time-text.ts'

const words = countertopText.dueBy

/** The promise of an item, before anything is filed. */
export function limitSentence(limit: TimeLimit | null): string {
  return limit === null ? '' : countertopText.limit(limit.amount, countedUnitWords[limit.unit])
}

/** What is due next of a filing and when; empty at its end. */
export function dueSentence(filing: NonNullable<CountertopView['filing']>): string {
  const { status, noticeDueDay, correctionDueDay, promisedDue, promisedLimit } = filing
  switch (status) {
    case 'received':
      return words.notice(noticeDueDay)
    case 'correcting':
      return correctionDueDay === null ? '' : words.correction(correctionDueDay)
    case 'accepted': {
      if (promisedDue === null) return ''
      const isShort = promisedLimit?.unit === 'hour' || promisedLimit?.unit === 'minute'
      return words.promise(isShort ? `${promisedDue.day} ${clockText(promisedDue.at)}` : promisedDue.day)
    }
    case 'suspended':
      return words.suspended
    case 'decided':
      return words.decided
    case 'produced':
      return words.produced
    default:
      return ''
  }
}
