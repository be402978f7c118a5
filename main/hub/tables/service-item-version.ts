import type { ItemVersion } from '../../../shared/rules/item-versions.ts'
import type { HallSetup } from '../../../shared/rules/setup.ts'
import type { HallFact, JournalEntry } from '../../../shared/vocabulary/event.ts'
import type { HallDate } from '../../../shared/vocabulary/hall-date.ts'
import { type ServiceItem, serviceItem } from '../../../shared/vocabulary/service-item.ts'
import type { Store } from '../store/store.ts'
import { assertOneRow } from './one-row.ts'

/** The part of a setup that items make. */
export type ItemSetup = Pick<HallSetup, 'serviceItems' | 'itemVersions' | 'newestItems'>

/** Items stand in the order in which they were first published. */
const inOrder = `ORDER BY (SELECT min(version) FROM service_item_version AS first
  WHERE first.item_code = service_item_version.item_code)`

/** 事项版本: everything that was ever published of an item; `statesOfVersions` says in words what is in force. */
export function createServiceItemVersionTable(store: Store) {
  const insert = store.prepare(
    'INSERT INTO service_item_version (version, item_code, at, actor, body) VALUES (?, ?, ?, ?, ?)',
  )
  const inForce = store.prepare(
    `SELECT version, body FROM service_item_version WHERE body IS NOT NULL AND version IN (
       SELECT max(version) FROM service_item_version
       WHERE is_draft = 0 AND (effective_from IS NULL OR effective_from <= +?) GROUP BY item_code
     ) ${inOrder}`,
  )
  const newest = store.prepare(
    `SELECT version, body FROM service_item_version WHERE body IS NOT NULL AND version IN (
       SELECT max(version) FROM service_item_version GROUP BY item_code
     ) ${inOrder}`,
  )
  const ofItem = store.prepare(
    'SELECT version, at, actor, body FROM service_item_version WHERE item_code = +? ORDER BY version DESC',
  )
  const last = store.prepare('SELECT max(version) FROM service_item_version').pluck()
  const fallenDue = store
    .prepare('SELECT count(*) FROM service_item_version WHERE is_draft = 0 AND effective_from <= ?')
    .pluck()

  const parse = createParser()

  return {
    /** The items as they are on a day. */
    read(day: HallDate): ItemSetup {
      const [current, latest] = parse(inForce.all(day) as Row[], newest.all() as Row[])
      return {
        serviceItems: new Map(current.map(({ item }) => [item.itemCode, item])),
        itemVersions: new Map(current.map(({ item, version }) => [item.itemCode, version])),
        newestItems: new Map(latest.map(({ item }) => [item.itemCode, item])),
      }
    },

    /** The last entry that changed an item; 0: none did. */
    lastVersion: (): number => (last.get() as number | null) ?? 0,

    /** How many versions that name a first day have come to it. */
    fallenDue: (day: HallDate): number => fallenDue.get(day) as number,

    /** Every version of one item, newest first. */
    ofItem(itemCode: string): ItemVersion[] {
      const rows = ofItem.all(itemCode) as (Row & { at: number; actor: string })[]
      return rows.map(({ body, ...row }) => ({
        ...row,
        serviceItem: body === null ? null : serviceItem.parse(JSON.parse(body)),
      }))
    },

    apply(
      { seq, at, actor }: Pick<JournalEntry, 'seq' | 'at' | 'actor'>,
      { type, body }: Extract<HallFact, { type: 'ServiceItemPublished' | 'ServiceItemWithdrawn' }>,
    ): void {
      const isPublished = 'serviceItem' in body
      const itemCode = isPublished ? body.serviceItem.itemCode : body.itemCode
      assertOneRow(insert.run(seq, itemCode, at, actor, isPublished ? JSON.stringify(body.serviceItem) : null), type)
    },
  }
}
export type ServiceItemVersionTable = ReturnType<typeof createServiceItemVersionTable>

interface Row {
  version: number
  body: string | null
}

interface Parsed {
  version: number
  item: ServiceItem
}

/** Parses each version once for as long as it is read: an entry changes one of hundreds. */
function createParser() {
  let kept = new Map<number, ServiceItem>()
  return (current: Row[], latest: Row[]): [Parsed[], Parsed[]] => {
    const before = kept
    kept = new Map()
    const parsed = ({ version, body }: Row): Parsed => {
      const item = kept.get(version) ?? before.get(version) ?? serviceItem.parse(JSON.parse(body!))
      kept.set(version, item)
      return { version, item }
    }
    return [current.map(parsed), latest.map(parsed)]
  }
}
