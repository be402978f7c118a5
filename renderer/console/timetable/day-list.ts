import { setupText } from '../../common/text/console-setup.ts'

/** No holiday is longer; a range that is has a slip in one of its ends. */
const rangeDaysMax = 31
const dayMs = 86_400_000
const words = setupText.timetable

export interface DayList {
  days: string[]
  /** One sentence for each piece that could not be read. */
  problems: string[]
}

/** Reads pasted days: `2027-01-01`, ranges `2027-01-01~2027-01-03`, between them spaces, commas or line breaks. */
export function parseDayList(text: string): DayList {
  const list: DayList = { days: [], problems: [] }
  // Blanks around the sign of a range do not part its two ends.
  const pieces = text.replace(/\s*([~～至]|\.\.|——?)\s*/g, '$1').split(/[\s,，、;；]+/)
  for (const piece of pieces.filter(Boolean)) {
    const [from, to = from, ...more] = piece.split(/[~～至]|\.\.|——?/)
    const start = instantOf(from)
    const end = instantOf(to)
    if (start === undefined || end === undefined || more.length > 0) list.problems.push(words.unreadableDay(piece))
    else if (end < start) list.problems.push(words.backwardRange(piece))
    else if (end - start >= rangeDaysMax * dayMs) list.problems.push(words.rangeTooLong(piece))
    else for (let at = start; at <= end; at += dayMs) list.days.push(textOf(at))
  }
  return list
}

function instantOf(text: string | undefined): number | undefined {
  const parts = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text ?? '')
  if (parts === null) return undefined
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number]
  const at = Date.UTC(year, month - 1, day)
  // 02-30 would become a day of March.
  return new Date(at).getUTCDate() === day && new Date(at).getUTCMonth() === month - 1 ? at : undefined
}

const textOf = (at: number) => new Date(at).toISOString().slice(0, 10)
