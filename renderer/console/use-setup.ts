import type { Catalogue, Setup } from '../../shared/contract/contract.ts'
import type { Asked } from '../common/form/use-ask.ts'
import { hub } from '../common/hub-link.ts'
import { useAskAnew } from './ask-anew.ts'
import { useConsoleView } from './console-context.ts'

const askSetup = () => hub.query.setup({})
const askCatalogue = () => hub.query.catalogue({})

/** What the hall is set up with; supervisors and administrators may ask. */
export function useSetup(): Asked<Setup> {
  return useAskPerVersion(askSetup)
}

/** The items and queues; everybody may ask. */
export function useCatalogue(): Asked<Catalogue> {
  return useAskPerVersion(askCatalogue)
}

/** Asks again when the live view tells of a newer version of what the hall is set up with. */
export function useAskPerVersion<T>(ask: () => Promise<T>): Asked<T> {
  return useAskAnew(
    ask,
    useConsoleView(({ catalogueVersion }) => catalogueVersion),
  )
}
