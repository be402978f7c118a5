import { useState } from 'react'
import { HomeVisitBook } from '../../common/promise/home-visit-book.tsx'
import { useConsoleView } from '../console-context.ts'
import { useCatalogue } from '../use-setup.ts'
import { type Matter, OpenedMatter } from './opened-matter.tsx'

/** 上门服务: who waits to be sent somebody, who goes today, and what came of it. */
export function HomeVisitsPage() {
  const promiseSeq = useConsoleView((view) => view.promiseSeq)
  const today = useConsoleView(({ phase }) => phase.hallDay)
  const { answer: catalogue } = useCatalogue()
  const [matter, setMatter] = useState<Matter | null>(null)
  return (
    <>
      <HomeVisitBook
        promiseSeq={promiseSeq}
        items={catalogue?.serviceItems ?? []}
        today={today}
        onOpen={(inquiryId) => setMatter({ inquiryId })}
      />
      <OpenedMatter matter={matter} onOpen={setMatter} />
    </>
  )
}
