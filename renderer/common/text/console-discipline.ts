import type { DisciplineSettings } from '../../../shared/vocabulary/discipline-settings.ts'

/** What the console says of attendance, patrols, violations, handovers and the daily log. */
export const consoleDiscipline = {
  settings: {
    tab: '考勤与纪律',
    sentence: '违纪情形和条款是制度定的，这里只定时长和建议扣分。改动只影响以后。',
    minutes: {
      unattendedMinutesMax: {
        label: '有人等候时窗口最多空着（分钟）',
        remark: '超过就在管理台提示，先请窗口人员说明。',
      },
      unfollowedMinutesMax: { label: '叫号后无人处理（分钟）', remark: '叫了号，没有开始办理，也没有过号。' },
      pastClosingMinutesMax: { label: '过时办理（分钟）', remark: '对外办公时间过了还在办理，记为延时服务。' },
      idleMinutesMax: { label: '排队时窗口空闲（分钟）', remark: '旁边的队列很长，这个窗口却没有叫号。' },
      longQueue: { label: '多少人等候算队列很长', remark: '到了这个数，提示值班主任调配窗口。' },
      longWaitMinutes: { label: '等候多久算太久（分钟）', remark: '午休和下班的时间不算。' },
      patrolsPerHalfDay: { label: '每半天至少巡查几轮', remark: '少一轮就预警。' },
      lateGraceMinutes: { label: '上班后几分钟内到不算迟到', remark: '制度没有宽限，默认 0。' },
    } satisfies Record<Exclude<keyof DisciplineSettings, 'pauseMinutesMax' | 'points'>, object>,
    pauses: '各暂停原因最多几分钟（空着：不限）',
    points: '违纪建议扣分',
    pointsRemark: '空着的按程序自带的表，写在框里。认定时值班主任可以改。',
    clause: (clause: string) => `依据 ${clause}`,
  },
} as const
