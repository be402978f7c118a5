import type { HallSetup } from '../../shared/rules/setup.ts'
import { publishedYears } from './published-years.ts'
import type { Tables } from './tables/apply.ts'

/** What the hall is set up with on a day: what was published so far, and the items in force then. */
export function setupOn(day: string, { publication, serviceItemVersion }: Tables): HallSetup {
  const published = publication.read(publishedYears())
  const lastEntry = Math.max(published.version, serviceItemVersion.lastVersion())
  return { ...published, ...serviceItemVersion.read(day), version: lastEntry + serviceItemVersion.fallenDue(day) }
}
