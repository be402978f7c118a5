import type { FilingStatus } from '../vocabulary/filing.ts'
import type { InquiryStatus } from '../vocabulary/first-inquiry.ts'

/** A filing's state as a refusal says it. */
export const filingStatusWords: Record<FilingStatus, string> = {
  received: '已收件',
  correcting: '补正中',
  accepted: '审查中',
  suspended: '特别程序中',
  decided: '已决定',
  produced: '待送达',
  delivered: '已送达',
  'not-required': '不需许可',
  declined: '不予受理',
  withdrawn: '已撤回',
  returned: '已退件',
}

/** An inquiry's state as a refusal says it. */
export const inquiryStatusWords: Record<InquiryStatus, string> = {
  open: '办理中',
  offered: '移交待接',
  filed: '已转办件',
  answered: '已答复',
  guided: '已引导',
}
