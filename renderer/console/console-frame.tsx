import { Alert, App, Badge, Button, Menu, Result, Spin } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { SessionView } from '../../shared/contract/view.ts'
import { DialogButton } from '../common/form/dialog-button.tsx'
import { type ScreenState, type Watch, watchView } from '../common/hub-link.ts'
import { common } from '../common/text/common.ts'
import { consoleText } from '../common/text/console.ts'
import { consoleDiscipline } from '../common/text/console-discipline.ts'
import { consolePromise } from '../common/text/console-promise.ts'
import { clockSecondsText } from '../common/time-text.ts'
import { useHubNow } from '../common/use-view.ts'
import { BoardsPage } from './boards/boards-page.tsx'
import { ConsoleContext, useConsoleState, useConsoleView } from './console-context.ts'
import { DemoBar } from './demo-bar.tsx'
import { DeskPage } from './desk/desk-page.tsx'
import { AttendancePage } from './discipline/attendance-page.tsx'
import { HandoversPage } from './discipline/handovers-page.tsx'
import { LogsPage } from './discipline/logs-page.tsx'
import { MonthPage } from './discipline/month-page.tsx'
import { OwnAttendancePage } from './discipline/own-attendance-page.tsx'
import { PatrolPage } from './discipline/patrol-page.tsx'
import { PostsPage } from './discipline/posts-page.tsx'
import { ViolationsPage } from './discipline/violations-page.tsx'
import { FirstCheck } from './first-check.tsx'
import { HallPage } from './hall/hall-page.tsx'
import { PhaseLine } from './hall/phase-line.tsx'
import { ItemsPage } from './items/items-page.tsx'
import { JournalPage } from './journal/journal-page.tsx'
import { menuOf, type PageKey, pageAt, pagesOf } from './pages.ts'
import { PasswordForm } from './parts/password-fields.tsx'
import { AlarmsPage } from './promise/alarms-page.tsx'
import { FilingsPage } from './promise/filings-page.tsx'
import { HomeVisitsPage } from './promise/home-visits-page.tsx'
import { InquiriesPage } from './promise/inquiries-page.tsx'
import { PromiseFiguresPage } from './promise/promise-figures-page.tsx'
import { ReportsPage } from './reports/reports-page.tsx'
import { ScreensPage } from './screens/screens-page.tsx'
import { SettingsPage } from './settings/settings-page.tsx'
import { StaffPage } from './staff/staff-page.tsx'
import { TimetablePage } from './timetable/timetable-page.tsx'
import { useSignOut } from './use-sign-out.ts'
import { WindowsPage } from './windows/windows-page.tsx'

interface ConsoleFrameProps {
  session: SessionView
  /** Back to the sign-in page, with the sentence why. */
  onLeave: (why: string) => void
  /** Right after the first administrator was made: the hall is looked over before anything else. */
  isFirstCheck: boolean
  onChecked: () => void
}

/** Watches the live view for as long as somebody is signed in. */
export function ConsoleFrame(props: ConsoleFrameProps) {
  const [watch, setWatch] = useState<Watch<'console'> | null>(null)
  useEffect(() => {
    const started = watchView('console')
    setWatch(started)
    return started.end
  }, [])
  return watch === null ? null : <WatchedFrame {...props} store={watch.store} />
}

function WatchedFrame(props: ConsoleFrameProps & { store: Watch<'console'>['store'] }) {
  const { session, onLeave, isFirstCheck, onChecked, store } = props
  const refusal = useStore(store, (state: ScreenState<'console'>) => state.refusal)
  const hasView = useStore(store, (state: ScreenState<'console'>) => state.view !== null)
  const mayStay = pagesOf(session.role).length > 0
  useEffect(() => {
    if (refusal !== null && mayStay) onLeave(refusal.sentence)
  }, [refusal, mayStay, onLeave])

  if (!mayStay) {
    const back = <Button onClick={() => onLeave('')}>{consoleText.signOut}</Button>
    return <Result status="info" title={consoleText.clerkHere} extra={back} />
  }
  if (!hasView) return <Spin className="page-spin" description={consoleText.connecting} />
  return (
    <ConsoleContext value={{ session, store }}>
      <div className="console-frame">
        <Header session={session} onLeave={onLeave} />
        {isFirstCheck ? <FirstCheck onRight={onChecked} /> : <Body session={session} />}
      </div>
    </ConsoleContext>
  )
}

function Header({ session, onLeave }: Pick<ConsoleFrameProps, 'session' | 'onLeave'>) {
  const hallName = useConsoleView(({ hall }) => hall.name)
  const state = useConsoleState()
  const now = useHubNow(state)
  const { message } = App.useApp()
  const { signOut, isPressing } = useSignOut(
    () => onLeave(''),
    (sentence) => void message.error(sentence),
  )
  return (
    <header className="console-header">
      <h1>
        {hallName}
        <span className="console-aside">{consoleText.programName}</span>
      </h1>
      <PhaseLine />
      <time className="console-clock">{clockSecondsText(now)}</time>
      <span className="console-who">
        {session.name}
        <span className="console-aside">{common.role[session.role]}</span>
      </span>
      <DialogButton
        label={consoleText.ownPassword}
        title={consoleText.ownPassword}
        face={{ size: 'small' }}
        width={400}
      >
        {(close) => <PasswordForm staffId={session.staffId} isOwn onDone={close} />}
      </DialogButton>
      <Button size="small" loading={isPressing} onClick={signOut}>
        {consoleText.signOut}
      </Button>
    </header>
  )
}

const pageBodies: Record<PageKey, () => ReactNode> = {
  hall: () => <HallPage />,
  desk: () => <DeskPage />,
  filings: () => <FilingsPage />,
  inquiries: () => <InquiriesPage />,
  'home-visits': () => <HomeVisitsPage />,
  alarms: () => <AlarmsPage />,
  handovers: () => <HandoversPage />,
  patrol: () => <PatrolPage />,
  violations: () => <ViolationsPage />,
  boards: () => <BoardsPage />,
  windows: () => <WindowsPage />,
  staff: () => <StaffPage />,
  items: () => <ItemsPage />,
  timetable: () => <TimetablePage />,
  settings: () => <SettingsPage />,
  screens: () => <ScreensPage />,
  attendance: () => <AttendancePage />,
  'own-attendance': () => <OwnAttendancePage />,
  posts: () => <PostsPage />,
  logs: () => <LogsPage />,
  month: () => <MonthPage />,
  journal: () => <JournalPage />,
  reports: () => <ReportsPage />,
  'promise-figures': () => <PromiseFiguresPage />,
}

function Body({ session }: { session: SessionView }) {
  const [page, openPage] = usePage(session)
  const isDemo = useConsoleView((view) => view.isDemo)
  const pairingCount = useConsoleView(({ pairings }) => pairings.length)
  const alarmCount = useConsoleView(({ promise }) => promise.alarms)
  const { waitingLeaves } = useConsoleView(({ attendance }) => attendance)
  const violationCount = useConsoleView(({ violationsToDecide }) => violationsToDecide)
  const waiting: Partial<Record<PageKey, { count: number; title: string }>> = {
    screens: { count: pairingCount, title: consoleText.pendingPairings(pairingCount) },
    attendance: { count: waitingLeaves, title: consoleDiscipline.attendance.waiting(waitingLeaves) },
    violations: { count: violationCount, title: consoleDiscipline.violations.waiting(violationCount) },
    alarms: { count: alarmCount, title: consolePromise.alarms.waiting(alarmCount) },
  }
  const pageName = (key: PageKey) => {
    const { count, title } = waiting[key] ?? { count: 0, title: '' }
    if (count === 0) return consoleText.page[key]
    return (
      <Badge size="small" count={count} offset={[14, 8]} title={title}>
        {consoleText.page[key]}
      </Badge>
    )
  }
  return (
    <div className="console-body">
      <nav aria-label={consoleText.menuLabel}>
        <Menu
          mode="inline"
          selectedKeys={[page]}
          onClick={({ key }) => openPage(key as PageKey)}
          items={menuOf(session.role).map(({ group, pages }) => ({
            type: 'group',
            key: group,
            label: consoleText.pageGroup[group],
            children: pages.map((key) => ({ key, label: pageName(key) })),
          }))}
        />
      </nav>
      <main className="console-page">
        {isDemo && <DemoBar />}
        <Warnings />
        {pageBodies[page]()}
      </main>
    </div>
  )
}

/** The page stands in the address, so that it is still there after a reload. */
function usePage(session: SessionView): [PageKey, (page: PageKey) => void] {
  const [page, setPage] = useState(() => pageAt(location.hash, session.role))
  useEffect(() => {
    const follow = () => setPage(pageAt(location.hash, session.role))
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [session.role])
  return [
    page,
    (next) => {
      location.hash = next
      setPage(next)
    },
  ]
}

function Warnings() {
  const { link } = useConsoleState()
  const isProvisional = useConsoleView(({ phase }) => phase.isProvisional)
  return (
    <>
      {link === 'lost' && <Alert banner type="error" title={common.linkLost} />}
      {isProvisional && <Alert banner type="warning" title={common.provisional} />}
    </>
  )
}
