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

  test('a kiosk takes, prints and reactivates numbers, and nothing else', () => {
    expect(commandsOf('kiosk-screen').sort()).toEqual([
      'ReportTicketPrint',
      'ReprintTicket',
      'RequeueTicket',
      'TakeTicket',
    ])
  })

  test('no other machine does anything by itself', () => {
    expect([...commandsOf('display-screen'), ...commandsOf('clerk-screen'), ...commandsOf('console-screen')]).toEqual(
      [],
    )
  })

  test('an administrator sets the hall up and cannot touch tickets or windows', () => {
    expect(
      commandsOf('administrator').filter((type) =>
        /Ticket|Service(?!Item|Window)|^(Open|Pause|Resume|Close)/.test(type),
      ),
    ).toEqual([])
  })

  test('a guide cannot call, and nobody but a supervisor puts a window on duty', () => {
    expect(commandsOf('guide').filter((type) => /^Call|Duty/.test(type))).toEqual([])
    expect(permissions.OpenDutyWindow).toEqual(['supervisor'])
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
