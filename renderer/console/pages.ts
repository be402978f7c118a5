import type { StaffRole } from '../../shared/vocabulary/staff.ts'

/** Pages of the console in the order of the menu, with who is offered them. */
export const rolesOfPage = {
  hall: ['guide', 'supervisor', 'administrator'],
  desk: ['guide', 'supervisor'],
  filings: ['supervisor'],
  inquiries: ['guide', 'supervisor'],
  alarms: ['supervisor'],
  boards: ['supervisor', 'administrator'],
  windows: ['administrator'],
  staff: ['administrator'],
  items: ['administrator'],
  timetable: ['supervisor', 'administrator'],
  settings: ['administrator'],
  screens: ['administrator'],
  journal: ['supervisor', 'administrator'],
  figures: ['supervisor', 'administrator'],
  'promise-figures': ['supervisor'],
} as const satisfies Record<string, readonly StaffRole[]>

export type PageKey = keyof typeof rolesOfPage

/** The pages offered to a role; none to a clerk, whose work is at the window. */
export function pagesOf(role: StaffRole): PageKey[] {
  const keys = Object.keys(rolesOfPage) as PageKey[]
  return keys.filter((key) => (rolesOfPage[key] as readonly StaffRole[]).includes(role))
}

/** The page an address such as `#journal` names, if the role is offered it; else the first one. */
export function pageAt(hash: string, role: StaffRole): PageKey {
  const offered = pagesOf(role)
  return offered.find((key) => `#${key}` === hash) ?? offered[0] ?? 'hall'
}
