import { z } from 'zod'

/** A civil day of the hall, 'YYYY-MM-DD'. Two such texts compare as the days they stand for. */
export const hallDate = z.iso.date('日期应写成 2026-05-09 的样子')
export type HallDate = string

/** A clock time of the hall, 'HH:MM'. 24:00 is the end of a day, never the beginning of one. */
export const clockTime = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, '时间应写成 08:00 的样子')
export type ClockTime = string
