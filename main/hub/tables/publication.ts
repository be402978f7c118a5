import type { HallSetup } from '../../../shared/rules/setup.ts'
import { calendarOverride, publishedYear } from '../../../shared/vocabulary/calendar.ts'
import type { HallFact, JournalEntry } from '../../../shared/vocabulary/event.ts'
import {
  hall,
  printerSettings,
  queue,
  queueSettings,
  serviceWindowSetup,
  voiceSettings,
} from '../../../shared/vocabulary/hall.ts'
import { serviceItem } from '../../../shared/vocabulary/service-item.ts'
import { timetable } from '../../../shared/vocabulary/timetable.ts'
import type { Store } from '../store/store.ts'
import { assertOneRow } from './one-row.ts'

/** What is published, by subject; a subject of which there is one has the key ''. */
export type PublicationSubject =
  | 'hall'
  | 'queue'
  | 'service-item'
  | 'service-window'
  | 'timetable'
  | 'published-year'
  | 'calendar-override'
  | 'queue-settings'
  | 'voice-settings'
  | 'printer-settings'

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

  return {
    /** The whole setup, read and checked anew. `years` come with the program; a published one of the hall goes before them. */
    read(years: HallSetup['calendar']['publishedYears']): HallSetup {
      return setupOf(all.all() as Row[], years)
    },

    apply({ seq }: Pick<JournalEntry, 'seq'>, event: HallFact): void {
      const { type } = event
      switch (type) {
        case 'HallPublished':
          return put(seq, 'hall', '', event.body.hall, type)
        case 'QueuePublished':
          return put(seq, 'queue', event.body.queue.letter, event.body.queue, type)
        case 'QueueWithdrawn':
          return drop('queue', event.body.letter, type)
        case 'ServiceItemPublished':
          return put(seq, 'service-item', event.body.serviceItem.itemCode, event.body.serviceItem, type)
        case 'ServiceItemWithdrawn':
          return drop('service-item', event.body.itemCode, type)
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

function setupOf(rows: Row[], years: HallSetup['calendar']['publishedYears']): HallSetup {
  const bodies = (subject: PublicationSubject): unknown[] =>
    rows.filter((row) => row.subject === subject).map((row) => JSON.parse(row.body) as unknown)
  const ownYears = bodies('published-year').map((body) => publishedYear.parse(body))
  const brought = years.filter((one) => !ownYears.some((own) => own.year === one.year))
  const windows = bodies('service-window').map((body) => serviceWindowSetup.parse(body))
  return {
    version: rows.reduce((newest, row) => Math.max(newest, row.seq), 0),
    hall: hall.parse(bodies('hall')[0] ?? { name: '政务服务大厅' }),
    queues: new Map(
      bodies('queue')
        .map((body) => queue.parse(body))
        .map((one) => [one.letter, one]),
    ),
    serviceItems: new Map(
      bodies('service-item')
        .map((body) => serviceItem.parse(body))
        .map((one) => [one.itemCode, one]),
    ),
    serviceWindows: new Map(
      windows.sort((a, b) => a.windowNumber - b.windowNumber).map((one) => [one.windowNumber, one]),
    ),
    timetables: bodies('timetable').map((body) => timetable.parse(body)),
    calendar: {
      publishedYears: [...ownYears, ...brought],
      overrides: bodies('calendar-override').map((body) => calendarOverride.parse(body)),
    },
    queueSettings: queueSettings.parse(bodies('queue-settings')[0] ?? {}),
    voiceSettings: voiceSettings.parse(bodies('voice-settings')[0] ?? {}),
    printerSettings: printerSettings.parse(bodies('printer-settings')[0] ?? { kind: 'none' }),
  }
}
