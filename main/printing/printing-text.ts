/** Every word that stands on a ticket's paper. */
export const receiptText = {
  title: '取号单',
  reprint: (count: number) => `【补打 第 ${count} 次】`,
  reprintUncounted: '【补打】',
  priority: '优先号',
  carried: '昨日转结号',
  agent: '代办',
  serviceItem: '办理事项',
  department: '承办单位',
  windows: '办理窗口',
  windowNumbers: (windowNumbers: readonly number[]) => `${windowNumbers.join('、')} 号窗口`,
  windowsUnknown: '请留意叫号或到导办台询问',
  ahead: '前面等候',
  people: (count: number) => `${count} 人`,
  estimate: '预计等候',
  minutes: (count: number) => `约 ${count} 分钟`,
  estimateUnknown: '视窗口开放情况而定',
  takenAt: '取号时间',
  holder: '取号人',
  nearClosing: '对外办公时间即将结束，您的号可能要到下一次对外办公时才能办理，请留意叫号。',
  watchTheBoard: '请在休息区等候，留意大屏和语音叫号。',
  missed: (calls: number) => `叫号 ${calls} 次未到窗口即为过号。`,
  mayReportBack: (times: number, behind: number) =>
    `过号当天可在取号机或导办台报到 ${times} 次${behind === 0 ? '' : `，排在其后 ${behind} 位之后`}。`,
  mayNotReportBack: '过号须重新取号。',
  carriedOver: '本单当天有效；当天没有办到的，下一个工作日凭此号优先。',
  todayOnly: '本单当天有效，过时请重新取号。',
  noAgencyFee: '本中心办事不收取任何代办服务费（篇4.4）。',
  supervisionPhone: (phone: string) => `监督电话 ${phone}`,
} as const

const callStaff = '请工作人员'

/** What is wrong with a printer and what to do, one sentence each. */
export const printerAdvice = {
  'paper-out': `打印机缺纸，${callStaff}装纸。`,
  'paper-near-end': `打印纸快用完了，${callStaff}备好新纸。`,
  'cover-open': `打印机的上盖没有合好，${callStaff}合上。`,
  'cutter-jammed': `打印机的切刀卡住了，${callStaff}清理后重新开机。`,
  'printer-error': `打印机报告故障，${callStaff}关机再开；仍不行请报修。`,
  offline: `打印机处于脱机状态，${callStaff}检查它的指示灯和联机按键。`,
  'no-answer': `打印机没有应答，${callStaff}检查电源、网线和打印机地址。`,
  refused: `打印机拒绝连接，可能没有开机、正被别的电脑占用或地址不对，${callStaff}检查。`,
  'host-unknown': `找不到打印机，${callStaff}核对打印机地址和网线。`,
  'link-broken': `打印中途与打印机断开，小票可能没有打完，${callStaff}检查网线。`,
  unconfirmed: '打印机没有确认打完。如果小票没有出来，请重新打印。',
} as const
export type PrinterCondition = keyof typeof printerAdvice
