import type { Tables } from '../../tables/apply.ts'

/** What a paper calls somebody of the staff: 工号 first, which is unique and never changes hands on one day. */
export type LogNames = Record<string, { staffNumber: string; name: string }>

/** Everybody whose id stands anywhere in a content, as they are called now. */
export function namesIn(content: unknown, tables: Pick<Tables, 'staff' | 'privateRecords'>): LogNames {
  const names: LogNames = {}
  const look = (value: unknown): void => {
    if (typeof value === 'string') {
      const staff = tables.staff.find(value)
      if (staff !== undefined) {
        names[value] = { staffNumber: staff.staffNumber, name: tables.privateRecords.nameOf(value) }
      }
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look)
  }
  look(content)
  return names
}
