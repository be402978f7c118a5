import type { ScreenKind } from '../../../shared/vocabulary/staff.ts'

/** Words of the pairing page, the only one that a new machine gets. */
export const pairingText = {
  title: '设备配对',
  sentence: '这台设备第一次使用，需要管理员批准。请选择它的用途并起个名称。',
  kind: '用途',
  kindRemark: {
    kiosk: '办事人自己取号',
    display: '显示叫号、播报语音',
    clerk: '窗口人员叫号办理',
    console: '值班主任和管理员',
    countertop: '放在窗口台面，办事人看材料、签字',
  } satisfies Record<ScreenKind, string>,
  name: '名称',
  nameExample: '如：大门右侧取号机',
  nameNeeded: '请给设备起个名称',
  request: '获取配对码',
  requesting: '正在获取…',
  code: '配对码',
  approve: '请管理员在管理台的设备配对中核对并批准。',
  waiting: '等待批准，批准后自动打开。配对码 10 分钟内有效。',
  tooMany: '等待配对的设备太多，请稍后再试，或请管理员先批准已有的设备。',
  expired: '配对码已过期，请重新获取。',
  anew: '重新获取',
  alreadyPaired: '这台设备不需要再配对。',
  openScreen: '打开它的画面',
  approved: '已批准，正在打开…',
  unreachable: '主机没有应答，正在重试。请检查网线，或到主机前查看程序是否在运行。',
  startOver: '改用途或名称',
} as const
