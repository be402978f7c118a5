import type { Calendar } from '../vocabulary/calendar.ts'
import type { DisciplineSettings } from '../vocabulary/discipline-settings.ts'
import type {
  Hall,
  PrinterSettings,
  Queue,
  QueueSettings,
  ServiceWindowSetup,
  VoiceSettings,
} from '../vocabulary/hall.ts'
import type { PromiseSettings } from '../vocabulary/promise-settings.ts'
import type { ServiceBoards } from '../vocabulary/service-board.ts'
import type { ServiceItem } from '../vocabulary/service-item.ts'
import type { Timetable } from '../vocabulary/timetable.ts'

/** What the hall is set up with, as rules and views read it. */
export interface HallSetup {
  /** Grows with every entry that changes the setup, and with every version of an item that falls due. */
  version: number
  hall: Hall
  queues: Map<string, Queue>
  /** The items in force, by code. */
  serviceItems: Map<string, ServiceItem>
  /** The version under which each of them is in force: the seq of the entry that published it. */
  itemVersions: Map<string, number>
  /** Every item as it was written last, also as a draft or for a day to come; a withdrawn one is gone. */
  newestItems: Map<string, ServiceItem>
  serviceWindows: Map<number, ServiceWindowSetup>
  timetables: Timetable[]
  calendar: Calendar
  queueSettings: QueueSettings
  voiceSettings: VoiceSettings
  printerSettings: PrinterSettings
  promiseSettings: PromiseSettings
  disciplineSettings: DisciplineSettings
  /** 公开: what stands on the wall and the contact card. */
  serviceBoards: ServiceBoards
}

/** Windows set up for a queue, by number. */
export function windowsOfQueue(setup: HallSetup, letter: string): number[] {
  return [...setup.serviceWindows.values()]
    .filter((one) => one.queues.includes(letter))
    .map((one) => one.windowNumber)
    .sort((a, b) => a - b)
}

/** The catalogue as citizens may read it, in the hall's own order. */
export function publishedItems({ serviceItems }: Pick<HallSetup, 'serviceItems'>): ServiceItem[] {
  return [...serviceItems.values()].filter(({ status }) => status === 'published')
}

/** An item as citizens may ask for it; a draft is nobody's business yet. */
export function publishedItem(setup: HallSetup, itemCode: string): ServiceItem | undefined {
  const item = setup.serviceItems.get(itemCode)
  return item?.status === 'published' ? item : undefined
}
