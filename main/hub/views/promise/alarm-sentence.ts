import { openStageOf } from '../../../../shared/rules/stage-state.ts'
import type { Alarm, AlarmGrade } from '../../../../shared/vocabulary/alarm.ts'
import type { Filing } from '../../../../shared/vocabulary/filing.ts'
import type { HomeVisit } from '../../../../shared/vocabulary/home-visit.ts'

const noticeSentences: Partial<Record<AlarmGrade, string>> = {
  'due-tomorrow': '一次性告知期限下一个工作日届满，请尽快告知或受理。',
  'due-today': '一次性告知期限今天届满，今天不告知即视为受理。',
  late: '逾期没有告知，已视为受理，时限从收件之日起算，请抓紧办理。',
}

const lightSentences: Partial<Record<AlarmGrade, string>> = {
  yellow: '临近办结时限，请按期办结，确需延期请在到期前申请。',
  orange: '已超过承诺时限，请说明超时原因并尽快办结。',
  red: '已超过法定时限，请公开说明理由并立即办结。',
}

const stageSentences: Partial<Record<AlarmGrade, (stageName: string) => string>> = {
  'due-today': (stageName) => `环节“${stageName}”今天到期，请按期办结。`,
  late: (stageName) => `环节“${stageName}”已超过时限，总时限未到，请尽快办结，转入下一环节。`,
}

const standstillWords: Partial<Record<AlarmGrade, string>> = {
  'due-tomorrow': '下一个工作日到期',
  'due-today': '今天到期',
  late: '已经到期',
}

/** One sentence that says what has come and what to do; those of the working day say it in day/alarm-subject. */
export function alarmSentence(
  { kind, grade }: Alarm,
  filing: Filing | undefined,
  visit: HomeVisit | undefined,
): string {
  switch (kind) {
    case 'AL01':
      return noticeSentences[grade] ?? ''
    case 'AL02':
      return lightSentences[grade] ?? ''
    case 'AL03': {
      const stageName = (filing === undefined ? undefined : openStageOf(filing))?.name ?? ''
      return stageSentences[grade]?.(stageName) ?? ''
    }
    case 'AL04': {
      const isCorrecting = filing?.status === 'correcting'
      const what = isCorrecting ? '补正期限' : '特别程序的预计时间'
      return `${what}${standstillWords[grade] ?? ''}，${isCorrecting ? '请联系申请人或按期处理。' : '请跟进结果，及时恢复计时。'}`
    }
    case 'AL05':
      return '再次告知已由值班主任批准，记入当日日志，请核对首次告知为何不全。'
    case 'AL06':
      return '移交后对方一直没有接收，请联系接收人，或由值班主任确定承办人。'
    case 'AL07':
      return filing?.deliveredAt == null
        ? '已作出决定，还没有告知申请人，请联系并登记告知情况。'
        : '结果已送达，承办单还没有签字，请补签或登记原因。'
    case 'AL08':
    case 'AL09':
    case 'AL10':
    case 'AL11':
    case 'AL12':
      return ''
    case 'AL21':
      return visit?.visitorId == null
        ? '上门服务到期还没有派单，请确定上门人和时间。'
        : '约定的上门时间已过，还没有登记结果，请登记结果或改约。'
  }
}
