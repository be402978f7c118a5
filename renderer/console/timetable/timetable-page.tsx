import { Tabs } from 'antd'
import { AskedFrame } from '../../common/form/asked-frame.tsx'
import { setupText } from '../../common/text/console-setup.ts'
import { useSession } from '../console-context.ts'
import { useSetup } from '../use-setup.ts'
import { CalendarTab } from './calendar-tab.tsx'
import { PublishedYearsTab } from './published-years-tab.tsx'
import { TimetablesTab } from './timetables-tab.tsx'

const words = setupText.timetable

/** 作息与节假日: the hours of a workday, and which days are workdays. */
export function TimetablePage() {
  const asked = useSetup()
  // A supervisor may shut the hall for a day, as for a typhoon; hours and years are set up by an administrator.
  const isAdministrator = useSession().role === 'administrator'
  return (
    <AskedFrame asked={asked}>
      {(setup) => (
        <Tabs
          items={[
            { key: 'calendar', label: words.calendarTab, children: <CalendarTab setup={setup} /> },
            {
              key: 'timetables',
              label: words.timetablesTab,
              children: <TimetablesTab timetables={setup.timetables} mayChange={isAdministrator} />,
            },
            {
              key: 'years',
              label: words.yearsTab,
              children: <PublishedYearsTab publishedYears={setup.publishedYears} mayChange={isAdministrator} />,
            },
          ]}
        />
      )}
    </AskedFrame>
  )
}
