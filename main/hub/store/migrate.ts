import type { Database } from 'better-sqlite3'
import { theHall } from './migrations/0001-the-hall.ts'
import { answersInTheJournal } from './migrations/0002-answers-in-the-journal.ts'
import { itemVersions } from './migrations/0003-item-versions.ts'
import { thePromise } from './migrations/0004-the-promise.ts'
import { stages } from './migrations/0005-stages.ts'
import { countertop } from './migrations/0006-countertop.ts'
import { theDailyLog } from './migrations/0007-the-daily-log.ts'
import { homeVisits } from './migrations/0008-home-visits.ts'
import { theHandover } from './migrations/0009-the-handover.ts'
import { patrols } from './migrations/0010-patrols.ts'
import { attendance } from './migrations/0011-attendance.ts'
import { abPost } from './migrations/0012-ab-post.ts'
import { thePosts } from './migrations/0013-the-posts.ts'
import { alarmsOfTheDay } from './migrations/0014-alarms-of-the-day.ts'
import { documentSignatures } from './migrations/0015-document-signatures.ts'
import { figures } from './migrations/0016-figures.ts'

/** In order; the position is the store's version. A landed migration is never edited. */
const migrations: readonly string[] = [
  theHall,
  answersInTheJournal,
  itemVersions,
  thePromise,
  stages,
  countertop,
  theDailyLog,
  homeVisits,
  theHandover,
  patrols,
  attendance,
  abPost,
  thePosts,
  alarmsOfTheDay,
  documentSignatures,
  figures,
]

/** The store was written by a newer program than this one. */
export class StoreFromTheFuture extends Error {}

/** Brings the store to this program's version, each step in a transaction of its own. */
export function migrate(store: Database): void {
  const version = Number(store.pragma('user_version', { simple: true }))
  if (version > migrations.length) {
    throw new StoreFromTheFuture(`the store has version ${version}, this program knows ${migrations.length}`)
  }
  migrations.slice(version).forEach((sql, at) => {
    store.transaction(() => {
      store.exec(sql)
      store.pragma(`user_version = ${version + at + 1}`)
    })()
  })
}
