import type { z } from 'zod'
import type { HallSetup } from '../../../shared/rules/setup.ts'
import { calendarOverride, type PublishedYear, publishedYear } from '../../../shared/vocabulary/calendar.ts'
import { disciplineSettings } from '../../../shared/vocabulary/discipline-settings.ts'
import type { HallFact, JournalEntry } from '../../../shared/vocabulary/event.ts'
import {
  hall,
  printerSettings,
  queue,
  queueSettings,
  serviceWindowSetup,
  voiceSettings,
} from '../../../shared/vocabulary/hall.ts'
import { promiseSettings } from '../../../shared/vocabulary/promise-settings.ts'
import { serviceBoards } from '../../../shared/vocabulary/service-board.ts'
import { timetable } from '../../../shared/vocabulary/timetable.ts'
import type { Store } from '../store/store.ts'
import { assertOneRow } from './one-row.ts'
import type { ItemSetup } from './service-item-version.ts'

/** What is published, by subject; a subject of which there is one has the key ''. */
export type PublicationSubject =
  | 'hall'
  | 'queue'
  | 'service-window'
  | 'timetable'
  | 'published-year'
  | 'calendar-override'
  | 'queue-settings'
  | 'voice-settings'
  | 'printer-settings'
  | 'promise-settings'
  | 'discipline-settings'
  | 'service-boards'

/** The setup but for the items, which have versions and a table of their own. */
export type PublishedSetup = Omit<HallSetup, keyof ItemSetup>

/** 发布: the newest of each thing the hall is set up with. */
export function createPublicationTable(store: Store) {
  const publish = store.prepare(
    `INSERT INTO publication (subject, key, place, seq, body) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (subject, key) DO UPDATE SET seq = excluded.seq, body = excluded.body`,
  )
  const withdraw = store.prepare('DELETE FROM publication WHERE subject = ? AND key = ?')
  const all = store.prepare('SELECT subject, key, seq, body FROM publication ORDER BY place')

  const put = (seq: number, subject: PublicationSubject, key: string | number, body: unknown, type: string) =>
    assertOneRow(publish.run(subject, String(key), seq, seq, JSON.stringify(body)), type)
  const drop = (subject: PublicationSubject, key: string | number, type: string) =>
    assertOneRow(withdraw.run(subject, String(key)), type)

  const parse = createParser()
  let changedBy = 0

  return {
    /** The whole setup. `years` come with the program; a published one of the hall goes before them. */
    read(years: PublishedYear[]): PublishedSetup {
      return setupOf(all.all() as Row[], years, parse, changedBy)
    },

    apply({ seq }: Pick<JournalEntry, 'seq'>, event: HallFact): void {
      const { type } = event
      changedBy = seq
      switch (type) {
        case 'HallPublished':
          return put(seq, 'hall', '', event.body.hall, type)
        case 'QueuePublished':
          return put(seq, 'queue', event.body.queue.letter, event.body.queue, type)
        case 'QueueWithdrawn':
          return drop('queue', event.body.letter, type)
        case 'ServiceWindowPublished':
          return put(seq, 'service-window', event.body.serviceWindow.windowNumber, event.body.serviceWindow, type)
        case 'ServiceWindowWithdrawn':
          return drop('service-window', event.body.windowNumber, type)
        case 'TimetablePublished':
          return put(seq, 'timetable', event.body.timetable.timetableId, event.body.timetable, type)
        case 'TimetableWithdrawn':
          return drop('timetable', event.body.timetableId, type)
        case 'HolidayTablePublished':
          return put(seq, 'published-year', event.body.publishedYear.year, event.body.publishedYear, type)
        case 'CalendarDayOverridden':
          return put(seq, 'calendar-override', event.body.override.day, event.body.override, type)
        case 'CalendarOverrideWithdrawn':
          return drop('calendar-override', event.body.day, type)
        case 'QueueSettingsPublished':
          return put(seq, 'queue-settings', '', event.body.settings, type)
        case 'VoiceSettingsPublished':
          return put(seq, 'voice-settings', '', event.body.settings, type)
        case 'PrinterSettingsPublished':
          return put(seq, 'printer-settings', '', event.body.settings, type)
        case 'PromiseSettingsPublished':
          return put(seq, 'promise-settings', '', event.body.settings, type)
        case 'DisciplineSettingsPublished':
          return put(seq, 'discipline-settings', '', event.body.settings, type)
        case 'ServiceBoardsPublished':
          return put(seq, 'service-boards', '', event.body.boards, type)
        default:
          throw new Error(`${type} (entry ${seq}) publishes nothing`)
      }
    },
  }
}
export type PublicationTable = ReturnType<typeof createPublicationTable>

interface Row {
  subject: PublicationSubject
  key: string
  seq: number
  body: string
}

type Parse = <S extends z.ZodType>(schema: S, row: Row | undefined, otherwise?: unknown) => z.infer<S>

/** Parses a row once as long as its text is the same: an entry changes one of hundreds. */
function createParser(): Parse {
  const kept = new Map<string, { body: string; value: unknown }>()
  return (schema, row, otherwise = {}) => {
    if (row === undefined) return schema.parse(otherwise)
    const name = `${row.subject} ${row.key}`
    const before = kept.get(name)
    if (before?.body === row.body) return before.value as z.infer<typeof schema>
    const value = schema.parse(JSON.parse(row.body))
    kept.set(name, { body: row.body, value })
    return value
  }
}

function setupOf(rows: Row[], years: PublishedYear[], parse: Parse, changedBy: number): PublishedSetup {
  const ofSubject = Map.groupBy(rows, (row) => row.subject)
  const first = (subject: PublicationSubject) => ofSubject.get(subject)?.[0]
  const each = <S extends z.ZodType>(subject: PublicationSubject, schema: S): z.infer<S>[] =>
    (ofSubject.get(subject) ?? []).map((row) => parse(schema, row))

  const ownYears = each('published-year', publishedYear)
  const brought = years.filter((one) => !ownYears.some((own) => own.year === one.year))
  const windows = each('service-window', serviceWindowSetup).sort((a, b) => a.windowNumber - b.windowNumber)
  return {
    version: rows.reduce((newest, row) => Math.max(newest, row.seq), changedBy),
    hall: parse(hall, first('hall'), { name: '政务服务大厅' }),
    queues: new Map(each('queue', queue).map((one) => [one.letter, one])),
    serviceWindows: new Map(windows.map((one) => [one.windowNumber, one])),
    timetables: each('timetable', timetable),
    calendar: { publishedYears: [...ownYears, ...brought], overrides: each('calendar-override', calendarOverride) },
    queueSettings: parse(queueSettings, first('queue-settings')),
    voiceSettings: parse(voiceSettings, first('voice-settings')),
    printerSettings: parse(printerSettings, first('printer-settings'), { kind: 'none' }),
    promiseSettings: parse(promiseSettings, first('promise-settings')),
    disciplineSettings: parse(disciplineSettings, first('discipline-settings')),
    serviceBoards: parse(serviceBoards, first('service-boards')),
  }
}
