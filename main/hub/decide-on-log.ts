import { hash } from 'node:crypto'
import type { Decision } from '../../shared/rules/decision.ts'
import { unreachable } from '../../shared/rules/decision.ts'
import * as rules from '../../shared/rules/discipline-log.ts'
import { scheduleOf } from '../../shared/rules/timetable.ts'
import type { CommandOf } from '../../shared/vocabulary/command.ts'
import type { logCommandBodies } from '../../shared/vocabulary/log-command.ts'
import type { DecisionContext } from './decide-on-facts.ts'
import type { Tables } from './tables/apply.ts'
import { logContent } from './views/day/log-content.ts'
import { namesIn } from './views/day/log-names.ts'

export type LogCommand = CommandOf<keyof typeof logCommandBodies>

/** Loads the facts of a command on a day's log and lets its rule decide on them. */
export function decideOnLog(command: LogCommand, context: DecisionContext, tables: Tables): Decision {
  const { day } = command.body
  const facts = logFacts(day, context, tables)
  switch (command.type) {
    case 'WriteDisciplineLog':
      return rules.decideWriteDisciplineLog(command.body, facts)
    case 'CloseDisciplineLog':
      return rules.decideCloseDisciplineLog(command.body, {
        ...facts,
        hasOpenPatrol: tables.patrol.underWay()?.day === day,
        lastSerial: tables.disciplineLog.lastSerial,
        head: tables.journalDays.head(),
        fromSeq: tables.journalDays.firstSeqOf(day),
        content: (words) => logContent(day, words, context.now, context.setup, tables),
        hashOf: (text) => hash('sha256', text, 'hex'),
        namesIn: (content) => namesIn(content, tables),
      })
    case 'NoteOnDisciplineLog':
      return rules.decideNoteOnDisciplineLog(command.body, facts)
    case 'RecordLogPrint':
      return rules.decideRecordLogPrint(command.body, facts)
    default:
      return unreachable(command)
  }
}

/** What every decision on a day's log looks at; a view that foresees one asks for the same. */
export function logFacts(
  day: string,
  { now, actor, setup }: Pick<DecisionContext, 'now' | 'actor' | 'setup'>,
  tables: Tables,
): rules.LogFacts {
  return {
    now,
    actor,
    setup,
    scheduleOn: (one) => scheduleOf(setup.timetables, setup.calendar, one),
    log: tables.disciplineLog.find(day),
    wasHallDay: tables.hallDay.has(day),
    isStaff: (staffId) => tables.staff.find(staffId)?.isRetired === false,
  }
}
