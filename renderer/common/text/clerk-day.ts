import type { ObservationKind } from '../../../shared/vocabulary/post.ts'

/** What the clerk's screen says of the own working day. */
export const clerkDay = {
  title: '我的工作日',
  violations: {
    title: '我的违纪与申诉',
    toState: (count: number) => `您有 ${count} 条待陈述`,
    sentence: '先听您的陈述，再作认定。认定后五个工作日内可以申诉，撤销的记录旁边会写明更正。',
  },
  observation: {
    label: '在岗提示',
    what: {
      'pause-too-long': '暂停',
      unattended: '有人等候、无人值守',
      'call-unfollowed': '叫号后没有办理',
      'past-closing': '延时办理',
      'idle-beside-queue': '排队时空闲',
    } satisfies Record<ObservationKind, string>,
    ask: (windowNumber: number, what: string, minutes: number, isRunning: boolean) =>
      `${windowNumber} 号窗口${what}${isRunning ? '已' : '共'} ${minutes} 分钟，请说明`,
    more: (count: number) => `还有 ${count} 条`,
    unreachable: '没有记下：主机没有应答，请再按一次。',
  },
} as const
