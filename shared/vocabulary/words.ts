import type {
  AttendanceDoubt,
  AttendanceFindingKind,
  AttendanceTotals,
  LeaveKind,
  LeaveStatus,
  PunchKind,
  PunchSource,
} from './attendance.ts'
import type {
  DeclineGround,
  DeliveryWay,
  FilingDecision,
  FilingStatus,
  Light,
  MaterialState,
  ReturnGround,
  SignatureMeans,
  SpecialProcedure,
} from './filing.ts'
import type { InquiryStatus } from './first-inquiry.ts'
import type { QueueSettings } from './hall.ts'
import type { DocumentKind } from './hall-document.ts'
import type { HandoverStatus } from './handover.ts'
import type { HomeVisitStatus, VisitConfirmation, VisitResult, WishedHalf } from './home-visit.ts'
import type { SpecialGroup } from './party.ts'
import type { ConductItem, EnvironmentItem, PostState, Prohibition } from './patrol.ts'
import type { ObservationKind, ObservationReason } from './post.ts'
import type { RequiredMaterial, ServiceItem, TimeLimit } from './service-item.ts'
import type { ResultCode } from './ticket.ts'
import type { HallSession } from './timetable.ts'
import type { OnTheSpotAction, ViolationCode, ViolationSignatureMeans, ViolationStatus } from './violation.ts'

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

/** A light in a narrow column. */
export const lightWords: Record<Light, string> = {
  green: '绿',
  yellow: '黄',
  orange: '橙',
  red: '红',
  grey: '灰（停计）',
}

export const inquiryStatusWords: Record<InquiryStatus, string> = {
  open: '办理中',
  offered: '移交待接',
  filed: '已转办件',
  answered: '已答复',
  guided: '已引导',
}

export const specialGroupWords: Record<SpecialGroup, string> = {
  none: '无',
  elderly: '老年人',
  disabled: '残疾人',
  pregnant: '孕妇',
  soldier: '军人',
  minor: '未成年人',
  other: '其他',
}

export const homeVisitStatusWords: Record<HomeVisitStatus, string> = {
  asked: '待派单',
  dispatched: '已派单',
  visited: '已上门',
  ended: '办结',
  cancelled: '已取消',
}

export const wishedHalfWords: Record<WishedHalf, string> = {
  morning: '上午',
  afternoon: '下午',
  either: '全天',
}

export const visitResultWords: Record<VisitResult, string> = { settled: '上门办好', 'taken-along': '带回办理' }

/** 办理结果 */
export const resultCodeWords: Record<ResultCode, string> = {
  accepted: '受理',
  completed: '当场办结',
  'one-time-notice': '一次性告知（材料不全）',
  declined: '不予受理',
  referred: '转办',
  consulted: '咨询',
  collected: '领证',
  'wrong-number': '取错号',
  abandoned: '本人放弃',
  'system-failure': '系统故障未办',
  'left-open': '未点办结',
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

export const materialStateWords: Record<MaterialState, string> = {
  unchecked: '未核对',
  'in-hand': '已具备',
  missing: '缺',
  defective: '不符合要求',
  tolerated: '容缺后补',
  promised: '告知承诺',
  'not-needed': '本次不需要',
}

export const filingDecisionWords: Record<FilingDecision, string> = {
  granted: '准予（办成）',
  refused: '不予（未办成）',
  partly: '部分办成',
}

export const declineGroundWords: Record<DeclineGround, string> = {
  'not-competent': '不属于本机关职权范围',
  repeated: '同一事项重复申请',
  'other-by-law': '法律法规规定的其他情形',
}

export const returnGroundWords: Record<ReturnGround, string> = {
  'correction-lapsed': '补正期限届满仍未补齐',
  'tolerance-lapsed': '容缺材料到期仍未补齐',
  'by-consent': '申请人同意退回',
}

export const deliveryWayWords: Record<DeliveryWay, string> = {
  direct: '直接送达',
  'left-behind': '留置送达',
  entrusted: '委托他人代收',
  post: '邮寄送达',
  electronic: '电子送达',
  'public-notice': '公告送达',
  collected: '自行取件',
}

export const signatureMeansWords: Record<SignatureMeans, string> = {
  pad: '签字板签字',
  paper: '纸质签字',
  refused: '拒绝签字',
  proxy: '他人代签',
  unreachable: '无法联系',
}

/** A confirmation is one of the signatures, in the same words. */
export const visitConfirmationWords: Record<VisitConfirmation, string> = {
  pad: signatureMeansWords.pad,
  paper: signatureMeansWords.paper,
  refused: signatureMeansWords.refused,
}

export const documentKindWords: Record<DocumentKind, string> = {
  'handling-slip': '承办单',
  'one-time-notice': '一次性告知书',
  'acceptance-notice': '受理通知书',
  'correction-receipt': '补件接收单',
  'decline-notice': '不予受理通知书',
  'return-notice': '退件通知书',
  'extension-approval': '延期审批表',
  'extension-notice': '延期告知书',
  'special-procedure-notice': '特别程序告知书',
  'delivery-receipt': '送达回证',
  'tolerance-promise': '容缺受理承诺书',
  'tolerance-notice': '容缺受理通知书',
  'urge-slip': '催办单',
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

/** 业务交接单. */
export const handoverStatusWords: Record<HandoverStatus, string> = {
  drafted: '待交',
  given: '已交待接',
  taken: '已接',
  returned: '已返回',
}

/** What the hall does with numbers that nobody called until 17:00. */
export const waitingRuleWords: Record<QueueSettings['atSplit'], string> = {
  duty: '值守窗口继续办理',
  carry: '转次日优先',
  void: '作废并说明',
}

export const punchKindWords: Record<PunchKind, string> = {
  'morning-in': '上午到岗',
  'morning-out': '上午下班',
  'afternoon-in': '下午到岗',
  'to-home-unit': '离厅回原单位',
  'day-out': '下班',
}

/** Where a punch comes from. */
export const punchSourceWords: Record<PunchSource, string> = {
  window: '窗口',
  console: '本人打卡',
  supervisor: '补卡',
  handover: '交接确认',
  'next-morning': '次日确认',
}

export const attendanceFindingWords: Record<AttendanceFindingKind, string> = {
  late: '迟到',
  'left-early': '早退',
  absent: '缺席',
  'no-punch-out': '缺下班卡',
  'not-linked-up': '未离厅衔接',
  'day-out-unconfirmed': '未确认下班',
}

export const attendanceDoubtWords: Record<AttendanceDoubt, string> = {
  'foreign-window': '不是本人窗口',
  'shared-machine': '五分钟内同机打卡',
  'by-supervisor': '补卡',
  'clock-jump': '时钟跳变未确认，不作认定',
}

export const leaveKindWords: Record<LeaveKind, string> = {
  annual: '年休假',
  personal: '事假',
  sick: '病假',
  'outside-duty': '公出',
  training: '培训',
  meeting: '会议',
  'home-visit': '上门服务',
  other: '其他',
}

export const leaveStatusWords: Record<LeaveStatus, string> = {
  asked: '待批',
  approved: '已批准',
  refused: '不批准',
  cancelled: '已撤销',
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

export const postStateWords: Record<PostState, string> = {
  'on-post': '在岗',
  excused: '因事离岗',
  away: '离岗',
  'not-staffed': '未设岗',
}

export const conductItemWords: Record<ConductItem, string> = {
  dress: '着装',
  badge: '工牌',
  appearance: '仪容',
  speech: '用语',
  desk: '台面',
}

/** The six prohibitions of 篇5.7 in their order. */
export const prohibitionWords: Record<Prohibition, string> = {
  attendance: '① 迟到早退缺席',
  errands: '② 外出早点、私事',
  'screen-leisure': '③ 游戏、影视、炒股',
  gathering: '④ 聚堆、吃东西',
  drink: '⑤ 饮酒',
  other: '⑥ 其他违纪',
}

export const environmentItemWords: Record<EnvironmentItem, string> = {
  kiosk: '取号机',
  display: '大屏',
  rating: '评价器',
  printer: '打印机',
  network: '网络',
  'fire-safety': '消防',
  hygiene: '卫生',
}

export const onTheSpotWords: Record<OnTheSpotAction, string> = {
  reminded: '提醒',
  corrected: '当场纠正',
  registered: '登记',
}

export const violationSignatureWords: Record<ViolationSignatureMeans, string> = {
  pad: '签字板签字',
  paper: '纸质已签',
  refused: '拒绝签字',
}

export const violationStatusWords: Record<ViolationStatus, string> = {
  proposed: '待核实',
  confirmed: '已认定',
  dismissed: '不予认定',
  appealed: '申诉中',
  upheld: '申诉后维持',
  revoked: '已更正（撤销）',
}

export const sessionWords: Record<HallSession, string> = { morning: '上午', afternoon: '下午' }
export const observationKindWords: Record<ObservationKind, string> = {
  'pause-too-long': '暂停超时',
  unattended: '窗口无人',
  'call-unfollowed': '叫号无人接',
  'past-closing': '延时服务',
  'idle-beside-queue': '排队时空闲',
}

export const observationReasonWords: Record<ObservationReason, string> = {
  'system-failure': '系统故障',
  'device-failure': '设备故障',
  'fetching-papers': '取送材料',
  'guiding-visitor': '引导群众',
  'sent-by-superior': '领导交办',
  unwell: '身体不适',
  'outside-visit': '上门勘验',
  'serving-on': '正在延时办理',
  'wrong-press': '误操作',
}

export const collectByWords = { window: '到窗口领取', post: '邮寄', agent: '代领' } as const

/** 考勤合计 of one person. */
export const attendanceTotalWords: Record<keyof AttendanceTotals, string> = {
  expectedDays: '应出勤（天）',
  presentDays: '实到（天）',
  lateTimes: '迟到（次）',
  lateMinutes: '迟到（分钟）',
  leftEarlyTimes: '早退（次）',
  absentTimes: '缺席（半天）',
  missingPunches: '缺卡（次）',
  leaveDays: '请假、外出（天）',
}
