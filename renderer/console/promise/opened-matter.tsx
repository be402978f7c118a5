import { FilingDrawer } from '../../common/promise/filing-drawer.tsx'
import { InquiryDrawer } from '../../common/promise/inquiry-drawer.tsx'
import { useConsoleView, useSession } from '../console-context.ts'
import { useCatalogue } from '../use-setup.ts'

/** A filing or a line of the register that stands open beside its list. */
export type Matter = { filingId: number } | { inquiryId: number }

interface OpenedMatterProps {
  matter: Matter | null
  /** Opens another one in its place; null closes. */
  onOpen: (matter: Matter | null) => void
}

/** The drawer of what was opened, with what the person signed in may do there. */
export function OpenedMatter({ matter, onOpen }: OpenedMatterProps) {
  const { role } = useSession()
  const promiseSeq = useConsoleView((view) => view.promiseSeq)
  const today = useConsoleView(({ phase }) => phase.hallDay)
  const { answer: catalogue } = useCatalogue()
  if (matter === null) return null
  const isSupervisor = role === 'supervisor'
  const shared = { promiseSeq, isSupervisor, onClose: () => onOpen(null) }
  if ('filingId' in matter) return <FilingDrawer {...shared} filingId={matter.filingId} />
  return (
    <InquiryDrawer
      {...shared}
      inquiryId={matter.inquiryId}
      today={today}
      items={catalogue?.serviceItems ?? []}
      mayReceive={isSupervisor}
      onReceived={(filingId) => onOpen({ filingId })}
    />
  )
}
