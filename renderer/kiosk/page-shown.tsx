import type { Page } from './flow.ts'
import { BoardsPage } from './pages/boards.tsx'
import { ConfirmPage } from './pages/confirm.tsx'
import { CarriedPage, FindPage } from './pages/find.tsx'
import { FoundPage } from './pages/found.tsx'
import { HolderPage } from './pages/holder.tsx'
import { CategoriesPage, HomePage } from './pages/home.tsx'
import { IdentityPage } from './pages/identity.tsx'
import { ItemPage } from './pages/item.tsx'
import { ItemsPage, QueueItemsPage } from './pages/items.tsx'
import { SearchPage } from './pages/search.tsx'
import { TicketPage } from './pages/ticket.tsx'
import { FaultPage, PrinterDownPage, RefusedPage, UnansweredPage } from './pages/troubles.tsx'
import { WaitingPage } from './pages/waiting.tsx'

/** The page of a state; each state has one. */
export function PageShown({ page }: { page: Page }) {
  switch (page.name) {
    case 'home':
      return <HomePage />
    case 'categories':
      return <CategoriesPage />
    case 'items':
      return <ItemsPage category={page.category} />
    case 'items-of-queue':
      return <QueueItemsPage letter={page.letter} />
    case 'search':
      return <SearchPage typed={page.typed} />
    case 'boards':
      return <BoardsPage />
    case 'item':
      return <ItemPage />
    case 'holder':
      return <HolderPage />
    case 'identity':
      return <IdentityPage complaint={page.complaint} />
    case 'confirm':
      return <ConfirmPage />
    case 'checking-printer':
    case 'sending':
    case 'looking':
      return <WaitingPage errand={page.name} />
    case 'printer-down':
      return <PrinterDownPage errand={page.errand} advice={page.advice} />
    case 'refused':
      return <RefusedPage refusal={page.refusal} />
    case 'unanswered':
      return <UnansweredPage />
    case 'fault':
      return <FaultPage incident={page.incident} />
    case 'ticket':
      return <TicketPage ticket={page.ticket} paper={page.paper} />
    case 'find':
      return <FindPage typed={page.typed} complaint={page.complaint} />
    case 'found':
      return <FoundPage ticket={page.ticket} isBackInQueue={page.isBackInQueue} />
    case 'carried':
      return <CarriedPage typed={page.typed} />
  }
}
