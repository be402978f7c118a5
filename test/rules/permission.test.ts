import { describe, expect, test } from 'vitest'
import { isOneOf, permissions, readPermissions, type Who } from '../../shared/rules/permission.ts'
import { type CommandType, commandBodies } from '../../shared/vocabulary/command.ts'
import { kiosk, staffActor } from '../support/facts.ts'

const commandsOf = (who: Who) =>
  (Object.keys(permissions) as CommandType[]).filter((type) => permissions[type].includes(who))

describe('who may wish for what', () => {
  test('every command has its row, and somebody who may', () => {
    expect(Object.keys(permissions).sort()).toEqual(Object.keys(commandBodies).sort())
    expect(Object.values(permissions).filter((allowed) => allowed.length === 0)).toEqual([])
  })

  const ofTickets = ['CancelTicket', 'ReportTicketPrint', 'ReprintTicket', 'RequeueTicket', 'TakeTicket']
  const atWindow = [
    ...['CallNextTicket', 'CallTicket', 'CloseServiceWindow', 'CorrectTicketItem', 'FinishService', 'HoldTicket'],
    ...['MissTicket', 'OpenServiceWindow', 'PauseServiceWindow', 'RecallTicket', 'ResumeServiceWindow', 'ResumeTicket'],
    ...['StartService', 'TransferTicket'],
  ]
  const ofSetup = [
    ...['AddStaff', 'ChangeStaff', 'EnrolScreen', 'PublishHall', 'PublishHolidayTable', 'PublishPrinterSettings'],
    ...['PublishQueue', 'PublishQueueSettings', 'PublishServiceItem', 'PublishServiceWindow', 'PublishTimetable'],
    ...[
      'PublishVoiceSettings',
      'PublishPromiseSettings',
      'PublishDisciplineSettings',
      'RetireStaff',
      'RevokeScreen',
      'WithdrawQueue',
    ],
    ...['WithdrawServiceItem', 'WithdrawServiceWindow', 'WithdrawTimetable'],
  ]
  const ofCalendarAndClock = ['AcknowledgeClockJump', 'OverrideCalendarDay', 'WithdrawCalendarOverride']
  const ofWhoeverIsAsked = [
    ...['RecordFirstInquiry', 'AnswerFirstInquiry', 'GuideFirstInquiry', 'OfferFirstInquiry', 'TakeFirstInquiry'],
    ...['RefuseFirstInquiry', 'IssueContactCard', 'ReprintDocument', 'AcknowledgeAlarm'],
    ...['RecordHomeVisit', 'AskHomeVisit', 'DispatchHomeVisit', 'RescheduleHomeVisit', 'ReportHomeVisit'],
    ...['ConfirmHomeVisit', 'CancelHomeVisit'],
    ...['PunchAttendance', 'ConfirmDayOut', 'AskLeave', 'CancelLeave'],
  ]
  const ofFilings = [
    ...['ReceiveFiling', 'CheckMaterials', 'CorrectOnTheSpot', 'DeclareNotRequired', 'DeclineFiling'],
    ...['IssueOneTimeNotice', 'ReceiveCorrection', 'AcceptFiling', 'ReceiveToleratedMaterial', 'SuspendFiling'],
    ...[
      'ResumeFiling',
      'AskExtension',
      'ConvertFiling',
      'ExplainOverdue',
      'FinishStage',
      'DecideFiling',
      'ProduceResult',
    ],
    ...['TellApplicant', 'DeliverResult', 'SignDocument', 'SignHandlingSlip', 'WithdrawFiling', 'ReturnFiling'],
    'ExplainObservation',
  ]
  const ofReceivers = ['TakeHandover', 'RefuseHandover']
  const ofGivers = [...ofReceivers, 'GiveHandover', 'ReturnHandover', 'DraftPostHandover']
  const ofSupervision = [
    ...['CorrectAnswer', 'AllowSecondNotice', 'ApproveExtension', 'RefuseExtension', 'UrgeFiling', 'ReassignFiling'],
    ...['WriteDisciplineLog', 'CloseDisciplineLog', 'NoteOnDisciplineLog', 'RecordLogPrint'],
    ...['VoidDocument', 'CloseAlarm', 'OpenDutyWindow', 'CloseDutyWindow', 'RecordPunch', 'ApproveLeave'],
    ...['RefuseLeave', 'ExcuseObservation'],
  ]
  /** Everybody who can be accused is heard. */
  const ofWhomeverItIsAbout = ['StateOnViolation', 'SignViolation', 'AppealViolation']
  const ofPatrols = [
    ...['StartPatrol', 'CheckWindow', 'FinishPatrol', 'ConfirmViolation', 'DismissViolation', 'DecideAppeal'],
  ]
  const ofHeads = [...ofCalendarAndClock, 'PublishServiceBoards', 'ReassignMatters']

  // Written out once more by hand: a slip in the table must not be its own proof.
  test.each<[Who, string, string[]]>([
    ['kiosk-screen', 'takes, prints and reactivates numbers, and nothing else', ofTickets.slice(1)],
    ['display-screen', 'does nothing by itself', []],
    ['clerk-screen', 'does nothing by itself', []],
    ['console-screen', 'does nothing by itself', []],
    [
      'clerk',
      'works at a window and has filings in charge',
      [...ofTickets, ...atWindow, ...ofWhoeverIsAsked, ...ofFilings, ...ofGivers, ...ofWhomeverItIsAbout],
    ],
    [
      'guide',
      'helps with numbers and questions, says what went wrong, and has no filing in charge',
      [...ofTickets, ...ofWhoeverIsAsked, ...ofReceivers, ...ofWhomeverItIsAbout, 'ProposeViolation'],
    ],
    ['liaison', 'takes or refuses what a window hands over, and nothing else', ofReceivers],
    [
      'supervisor',
      'puts windows, filings and answers right, goes on patrol, and answers for days and clock',
      [
        ...[...ofTickets, ...atWindow, ...ofWhoeverIsAsked, ...ofFilings, ...ofGivers, ...ofSupervision, ...ofHeads],
        ...[...ofWhomeverItIsAbout, ...ofPatrols, 'ProposeViolation'],
      ],
    ],
    ['administrator', 'sets the hall up and touches no ticket and no filing', [...ofSetup, ...ofHeads]],
  ])('a %s %s', (who, _, commands) => {
    expect(commandsOf(who).sort()).toEqual([...commands].sort())
  })

  test('the journal is read by supervisors and administrators', () => {
    expect(readPermissions.journal).toEqual(['supervisor', 'administrator'])
  })
})

describe('isOneOf', () => {
  test('staff count by their role, machines by their kind, the hub for everybody', () => {
    expect(isOneOf(staffActor('guide'), ['guide'])).toBe(true)
    expect(isOneOf(staffActor('guide'), ['clerk', 'kiosk-screen'])).toBe(false)
    expect(isOneOf(kiosk, ['kiosk-screen'])).toBe(true)
    expect(isOneOf(kiosk, ['clerk', 'display-screen'])).toBe(false)
    expect(isOneOf({ kind: 'hub' }, [])).toBe(true)
  })
})
