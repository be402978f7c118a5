import { describe, expect, test } from 'vitest'
import { menuOf, type PageKey, pageAt, pagesOf, rolesOfPage } from '../../../renderer/console/pages.ts'
import { permissions, readPermissions, type Who } from '../../../shared/rules/permission.ts'
import type { CommandType } from '../../../shared/vocabulary/command.ts'
import { type StaffRole, staffRole } from '../../../shared/vocabulary/staff.ts'

/** What each page sends or reads to be of use to everybody who is offered it. */
const needs: Record<PageKey, { commands: CommandType[]; reads: (keyof typeof readPermissions)[] }> = {
  hall: { commands: [], reads: [] },
  desk: { commands: ['TakeTicket', 'RequeueTicket', 'CancelTicket'], reads: ['catalogue', 'findTicket'] },
  filings: {
    commands: ['ReassignMatters', 'UrgeFiling'],
    reads: ['matters', 'filing', 'findMatter', 'staffDirectory'],
  },
  inquiries: {
    commands: ['RecordFirstInquiry', 'AnswerFirstInquiry'],
    reads: ['inquiryRegister', 'inquiry', 'matters', 'catalogue', 'staffDirectory'],
  },
  'home-visits': {
    commands: ['RecordHomeVisit', 'DispatchHomeVisit', 'ReportHomeVisit'],
    reads: ['homeVisits', 'homeVisitPrint', 'inquiry', 'catalogue', 'staffDirectory'],
  },
  attendance: {
    commands: ['RecordPunch', 'AskLeave', 'ApproveLeave', 'RefuseLeave', 'CancelLeave'],
    reads: ['attendanceOfDay', 'attendanceOfMonth', 'leaves', 'staffDirectory'],
  },
  'own-attendance': {
    commands: ['PunchAttendance', 'ConfirmDayOut', 'AskLeave', 'CancelLeave'],
    reads: ['ownAttendance', 'attendanceOfMonth', 'leaves', 'staffDirectory'],
  },
  alarms: { commands: ['AcknowledgeAlarm', 'CloseAlarm'], reads: ['alarms', 'filing', 'inquiry', 'catalogue'] },
  handovers: {
    commands: ['TakeHandover', 'RefuseHandover', 'ReturnHandover', 'DraftPostHandover'],
    reads: ['handovers', 'handover', 'handoverPrint', 'postsToHandOver'],
  },
  patrol: {
    commands: ['StartPatrol', 'CheckWindow', 'FinishPatrol', 'ProposeViolation', 'SignViolation'],
    reads: ['patrols', 'violation', 'evidence', 'staffDirectory'],
  },
  violations: {
    commands: ['ProposeViolation', 'StateOnViolation', 'AppealViolation'],
    reads: ['ownViolations', 'violation', 'evidence', 'staffDirectory'],
  },
  boards: { commands: ['PublishServiceBoards'], reads: ['boards', 'boardPrint', 'staffDirectory'] },
  windows: {
    commands: ['PublishServiceWindow', 'WithdrawServiceWindow', 'PublishQueue', 'WithdrawQueue'],
    reads: ['setup'],
  },
  staff: {
    commands: ['AddStaff', 'ChangeStaff', 'RetireStaff', 'ReassignMatters'],
    reads: ['setup', 'staffDirectory'],
  },
  items: { commands: ['PublishServiceItem', 'WithdrawServiceItem'], reads: ['setup', 'itemVersions'] },
  timetable: { commands: ['OverrideCalendarDay', 'WithdrawCalendarOverride'], reads: ['setup'] },
  settings: {
    commands: [
      'PublishHall',
      'PublishQueueSettings',
      'PublishVoiceSettings',
      'PublishPrinterSettings',
      'PublishPromiseSettings',
      'PublishDisciplineSettings',
    ],
    reads: ['setup', 'printerState'],
  },
  screens: { commands: ['EnrolScreen', 'RevokeScreen'], reads: [] },
  journal: { commands: [], reads: ['journal', 'verifyChain', 'setup'] },
  posts: { commands: [], reads: [] },
  logs: { commands: [], reads: ['disciplineLogs', 'disciplineLog', 'logPrint', 'verifyLog', 'staffDirectory'] },
  month: { commands: [], reads: ['monthReview', 'monthPrint'] },
  reports: { commands: [], reads: ['hallReport', 'reportPrint', 'reportFile'] },
  'promise-figures': { commands: [], reads: ['promiseFigures', 'repeatVisits', 'filing'] },
}

describe('pages of the console', () => {
  test.each(Object.keys(needs) as PageKey[])('%s is offered to nobody whom the hub would refuse', (page) => {
    for (const role of rolesOfPage[page] as readonly StaffRole[]) {
      const allowed: (readonly Who[])[] = [
        ...needs[page].commands.map((type) => permissions[type]),
        ...needs[page].reads.map((what) => readPermissions[what]),
      ]
      for (const who of allowed) expect(who).toContain(role)
    }
  })

  test('stand in the menu once, and no group of it is empty', () => {
    for (const role of staffRole.options) {
      const offered = (Object.keys(rolesOfPage) as PageKey[]).filter((key) =>
        (rolesOfPage[key] as readonly StaffRole[]).includes(role),
      )
      expect(pagesOf(role).sort()).toEqual(offered.sort())
      expect(menuOf(role).every(({ pages }) => pages.length > 0)).toBe(true)
    }
  })

  test('a clerk has none', () => {
    expect(pagesOf('clerk')).toEqual([])
  })

  test('an address of a page that the role is not offered leads to its first one', () => {
    expect(pageAt('#journal', 'supervisor')).toBe('journal')
    expect(pageAt('#journal', 'guide')).toBe('hall')
    for (const role of staffRole.options.filter((one) => one !== 'clerk')) expect(pageAt('#', role)).toBe('hall')
  })
})
