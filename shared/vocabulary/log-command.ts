import { z } from 'zod'
import { logWords } from './discipline-log.ts'
import { hallDate } from './hall-date.ts'
import { label } from './text-field.ts'

/** 每日纪律巡查日志, by supervisors. */
export const logCommandBodies = {
  WriteDisciplineLog: z.strictObject({ day: hallDate, words: logWords }),
  /** 结账: what the day's events say is frozen as it is now. */
  CloseDisciplineLog: z.strictObject({ day: hallDate }),
  /** 补充说明, after it was closed. */
  NoteOnDisciplineLog: z.strictObject({ day: hallDate, text: label(500) }),
  /** A PDF or a sheet was made of it. */
  RecordLogPrint: z.strictObject({
    day: hallDate,
    /** SHA-256 of the file; null: it went to a printer. */
    fileHash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
  }),
} as const
