import type { StaffRole } from '../../shared/vocabulary/staff.ts'

/** Pages of the console, with who is offered them. */
export const rolesOfPage = {
  hall: ['guide', 'supervisor', 'administrator'],
  desk: ['guide', 'supervisor'],
  filings: ['supervisor'],
  inquiries: ['guide', 'supervisor'],
  'home-visits': ['guide', 'supervisor'],
  alarms: ['supervisor'],
  handovers: ['supervisor'],
  patrol: ['supervisor'],
  violations: ['guide', 'supervisor'],
  boards: ['supervisor', 'administrator'],
  windows: ['administrator'],
  staff: ['administrator'],
  items: ['administrator'],
  timetable: ['supervisor', 'administrator'],
  settings: ['administrator'],
  screens: ['administrator'],
  attendance: ['supervisor'],
  'own-attendance': ['guide', 'supervisor'],
  posts: ['guide', 'supervisor'],
  logs: ['supervisor', 'administrator'],
  month: ['supervisor', 'administrator'],
  journal: ['supervisor', 'administrator'],
  reports: ['supervisor', 'administrator'],
  'promise-figures': ['supervisor'],
} as const satisfies Record<string, readonly StaffRole[]>

export type PageKey = keyof typeof rolesOfPage

/** The menu: groups and the pages in them, in order. */
const groups = {
  now: ['hall', 'desk'],
  promise: ['filings', 'inquiries', 'home-visits', 'alarms', 'promise-figures'],
  discipline: ['posts', 'patrol', 'violations', 'attendance', 'handovers', 'logs', 'month', 'own-attendance'],
  figures: ['reports', 'journal'],
  setup: ['boards', 'items', 'windows', 'staff', 'timetable', 'settings', 'screens'],
} as const satisfies Record<string, readonly PageKey[]>
export type PageGroup = keyof typeof groups

/** The menu of a role, without empty groups. */
export function menuOf(role: StaffRole): { group: PageGroup; pages: PageKey[] }[] {
  return (Object.keys(groups) as PageGroup[])
    .map((group) => ({ group, pages: groups[group].filter((key) => isOffered(key, role)) }))
    .filter(({ pages }) => pages.length > 0)
}

/** The pages offered to a role; none to a clerk, whose work is at the window. */
export function pagesOf(role: StaffRole): PageKey[] {
  return menuOf(role).flatMap(({ pages }) => pages)
}

function isOffered(key: PageKey, role: StaffRole): boolean {
  return (rolesOfPage[key] as readonly StaffRole[]).includes(role)
}

/** The page an address such as `#journal` names, if the role is offered it; else the first one. */
export function pageAt(hash: string, role: StaffRole): PageKey {
  const offered = pagesOf(role)
  return offered.find((key) => `#${key}` === hash) ?? offered[0] ?? 'hall'
}
