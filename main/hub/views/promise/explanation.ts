import type { CountedDays, DueExplanation } from '../../../../shared/contract/promise-view.ts'
import type { CountedSpan, DueDate } from '../../../../shared/rules/due-date.ts'
import { deliveryDueDate, dueDatesOf } from '../../../../shared/rules/filing-dates.ts'
import type { CountReason } from '../../../../shared/rules/limit-count.ts'
import type { HallSetup } from '../../../../shared/rules/setup.ts'
import type { Deadline, Filing, SpecialProcedure } from '../../../../shared/vocabulary/filing.ts'
import type { TimeLimit } from '../../../../shared/vocabulary/service-item.ts'
import { countedUnitWords } from '../../../../shared/vocabulary/words.ts'

const reasonWords: Record<CountReason, string> = {
  'start-day-not-counted': '起算当日不计',
  workday: '工作日',
  'adjusted-workday': '调休上班日',
  'local-workday': '本厅上班日',
  'natural-day': '自然日',
  weekend: '周末',
  'statutory-holiday': '法定节假日',
  'adjusted-rest': '调休放假',
  'local-closure': '本厅停办',
  'no-open-hours': '没有对外办公时间',
  excluded: '特别程序，不计入',
  'rolled-forward': '末日休息，顺延',
  extension: '批准延期',
}

const procedureWords: Record<SpecialProcedure, string> = {
  hearing: '听证',
  tender: '招标',
  auction: '拍卖',
  inspection: '检验',
  testing: '检测',
  quarantine: '检疫',
  appraisal: '鉴定',
  'expert-review': '专家评审',
  'public-notice': '公示',
  'site-visit': '现场勘验',
}

/** How each due date of a filing came about: which days counted, which not, why, and by which clause. */
export function explanationOf(
  filing: Filing,
  setup: HallSetup,
): { promised: DueExplanation | null; statutory: DueExplanation | null; delivery: DueExplanation | null } {
  const { acceptedDay, decidedDay, promisedDue, statutoryDue, deliveryDue, promisedLimit, statutoryLimit } = filing
  const counted =
    acceptedDay === null ? { promised: null, statutory: null } : dueDatesOf({ ...filing, acceptedDay }, setup)
  const delivery = decidedDay === null ? null : deliveryDueDate(decidedDay, setup)
  const tenWorkdays = { amount: 10, unit: 'workday', basis: '行政许可法 第四十四条' } as const
  return {
    promised: explained(counted.promised, promisedDue, promisedLimit, acceptedDay),
    statutory: explained(counted.statutory, statutoryDue, statutoryLimit, acceptedDay),
    delivery: explained(delivery, deliveryDue, tenWorkdays, decidedDay),
  }
}

/** `inForce` may be later than the count: a printed date is never moved earlier. */
function explained(
  counted: DueDate | null,
  inForce: Deadline | null,
  limit: TimeLimit | null,
  startDay: string | null,
): DueExplanation | null {
  if (counted === null || inForce === null || startDay === null) return null
  const limitText = limit === null ? '当日办结' : `${limit.amount} ${countedUnitWords[limit.unit]}`
  return { due: inForce, limitText, basis: limit?.basis ?? '', startDay, days: counted.explanation.map(spanView) }
}

function spanView({ from, to, counts, counted, days, reason, cause, clause }: CountedSpan): CountedDays {
  const what =
    reason === 'excluded' ? `特别程序（${procedureWords[cause as SpecialProcedure] ?? cause}）` : reasonWords[reason]
  const because =
    reason === 'excluded' || cause === '' ? clause : [clause, cause].filter((text) => text !== '').join('，')
  return { from, to, counts, amount: counts ? counted : days, reason: what, clause: because }
}
