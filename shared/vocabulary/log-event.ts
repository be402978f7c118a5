import type { ClosedLog, LogWords } from './discipline-log.ts'

/** 每日纪律巡查日志. The closed one carries its content, so that the journal itself keeps it frozen. */
export interface LogEventBodies {
  DisciplineLogWritten: { day: string; words: LogWords }
  DisciplineLogClosed: { day: string } & Omit<ClosedLog, 'at'>
  DisciplineLogNoted: { day: string; text: string; notedBy: string }
  DisciplineLogPrinted: { day: string; fileHash: string | null; printedBy: string }
}
