import type { FilingStatus, SpecialProcedure } from './filing.ts'
import type { InquiryStatus } from './first-inquiry.ts'
import type { RequiredMaterial, ServiceItem, TimeLimit } from './service-item.ts'
import type { ViolationCode } from './violation.ts'

/**
 * Values by the one word they have on screens, on paper, in refusals and in files of items. What is
 * said differently to different readers stands with them: `renderer/common/text`, `main/printing`.
 */
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

export const inquiryStatusWords: Record<InquiryStatus, string> = {
  open: '办理中',
  offered: '移交待接',
  filed: '已转办件',
  answered: '已答复',
  guided: '已引导',
}

export const itemKindWords: Record<ServiceItem['kind'], string> = {
  instant: '即办件',
  promised: '承诺件',
  joint: '联办件',
  'passed-up': '上报件',
}

/** A unit by its name, as in a choice. */
export const limitUnitWords: Record<TimeLimit['unit'], string> = {
  workday: '工作日',
  'natural-day': '自然日',
  hour: '小时',
  minute: '分钟',
}

/** A unit behind a number. */
export const countedUnitWords: Record<TimeLimit['unit'], string> = {
  workday: '个工作日',
  'natural-day': '个自然日',
  hour: '小时',
  minute: '分钟',
}

export const materialFormWords: Record<RequiredMaterial['form'], string> = {
  original: '原件',
  copy: '复印件',
  electronic: '电子件',
  'checked-online': '联网核验',
  'made-at-window': '窗口生成',
}

export const materialSourceWords: Record<RequiredMaterial['source'], string> = {
  applicant: '申请人自备',
  government: '政府部门核发',
  'shared-data': '数据共享',
}

export const specialProcedureWords: Record<SpecialProcedure, string> = {
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

/** 违纪情形, in the words of 篇5 where it has them. */
export const violationCodeWords: Record<ViolationCode, string> = {
  late: '迟到',
  'left-early': '早退',
  absent: '无故缺席',
  'off-post': '擅自离岗',
  'breakfast-out': '外出吃早点',
  'private-errand': '办私事',
  'computer-game': '玩游戏',
  'watching-films': '看影视剧',
  'stock-trading': '炒股',
  'unrelated-screen': '电脑上做无关的事',
  chatting: '聚堆聊天',
  eating: '吃东西',
  'unrelated-matter': '做与工作无关的事',
  drinking: '饮酒失态、滋事',
  'other-discipline': '违反其他工作纪律',
  'forbidden-phrase': '使用忌语',
  'neglecting-visitor': '怠慢、刁难服务对象',
  quarrel: '与服务对象争执',
  'four-difficulties': '门难进、脸难看、话难听、事难办',
  dress: '着装不规范',
  badge: '未佩戴工牌',
  'untidy-desk': '台面、资料不整洁',
  overdue: '办件拖拉超时',
  'handover-missed': '17:00 业务未交接',
  shirking: '推诿扯皮',
  'taking-favours': '吃拿卡要',
}

export const collectByWords = { window: '到窗口领取', post: '邮寄', agent: '代领' } as const
