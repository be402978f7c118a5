/** What the clerk's screen says of the own working day. */
export const clerkDay = {
  title: '我的工作日',
  violations: {
    title: '我的违纪与申诉',
    toState: (count: number) => `您有 ${count} 条待陈述`,
    sentence: '先听您的陈述，再作认定。认定后五个工作日内可以申诉，撤销的记录旁边会写明更正。',
  },
} as const
