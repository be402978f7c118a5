import type { LogRow, LogVerification, LogView } from '../../../shared/contract/log-view.ts'
import type { PagePrint } from '../../../shared/contract/promise-view.ts'
import type { LogContent } from '../../../shared/vocabulary/discipline-log.ts'

/** Answers of the paper hub about the daily logs. */
export interface PaperLogs {
  rows: LogRow[]
  view: LogView
  print: PagePrint
  verification: LogVerification
}

const noWords = { weather: '', leaderId: '', environment: '', incidents: '', opinion: '' }

/** A quiet day: nothing happened on it. */
export function logContentOf(changes: Partial<LogContent> = {}): LogContent {
  return {
    form: 1,
    day: '2026-05-13',
    dayKind: 'workday',
    timetableName: '常规作息',
    words: noWords,
    attendance: [],
    patrols: [],
    patrolsMissing: [],
    violations: [],
    decisions: [],
    handovers: [],
    windows: {
      taken: 0,
      done: 0,
      missed: 0,
      cancelled: 0,
      averageWaitMinutes: null,
      longestWaitMinutes: null,
      pastClosing: 0,
      longestPauses: [],
    },
    deadlines: { near: [], past: [], dueAndOpen: [], deemed: [], secondNotices: [] },
    machines: { printFailures: 0, clockJumps: 0 },
    ...changes,
  }
}

export function paperLogs(changes: Partial<PaperLogs> = {}): PaperLogs {
  return {
    rows: [],
    view: {
      day: '2026-05-13',
      log: { day: '2026-05-13', words: noWords, closed: null, notes: [], prints: [] },
      content: logContentOf(),
      names: {},
      closeRefusal: null,
      closeBy: 0,
    },
    print: {
      number: 'RZ-2026-000001',
      title: '每日纪律巡查日志',
      html: '<p>日志</p>',
      fileName: 'RZ-2026-000001',
      widthMm: 210,
      heightMm: 297,
      lacking: [],
      toPdf: false,
    },
    verification: {
      isGenuine: true,
      number: 'RZ-2026-000001',
      day: '2026-05-13',
      closedAt: 0,
      file: 'registered',
      fileHash: 'ab',
      chain: { isWhole: true, brokenAt: null, entriesChecked: 40 },
      isContentWhole: true,
      contentHash: 'cd',
      range: { fromSeq: 2, toSeq: 40, headHash: 'ef' },
      differences: [],
      milliseconds: 12,
    },
    ...changes,
  }
}
