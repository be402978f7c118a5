import { Alert, Button, Descriptions } from 'antd'
import { AskedFrame } from '../common/form/asked-frame.tsx'
import { consoleText } from '../common/text/console.ts'
import { setupText } from '../common/text/console-setup.ts'
import { useConsoleView } from './console-context.ts'
import { useSetup } from './use-setup.ts'

const words = consoleText.firstRun

/** The rest of the first look: hours, windows and years, which only somebody signed in may read. */
export function FirstCheck({ onRight }: { onRight: () => void }) {
  const asked = useSetup()
  const year = useConsoleView(({ phase }) => Number(phase.hallDay.slice(0, 4)))
  return (
    <section className="first-check">
      <h2>{words.afterSignIn}</h2>
      <AskedFrame asked={asked}>
        {({ hall, timetables, serviceWindows, queues, serviceItems, publishedYears }) => (
          <>
            {publishedYears.every((one) => one.year !== year) && (
              <Alert className="form-answer" type="warning" showIcon title={setupText.timetable.notImported(year)} />
            )}
            <Descriptions
              bordered
              size="small"
              column={1}
              items={[
                { key: 'name', label: words.hallName, children: hall.name },
                {
                  key: 'timetables',
                  label: words.timetables,
                  children: timetables.map(({ timetableId, name, validFrom, validTo, segments }) => (
                    <div key={timetableId}>
                      {name}
                      {words.validityIn(setupText.timetable.validity(validFrom, validTo))}
                      {segments.map(setupText.timetable.segment).join('　')}
                    </div>
                  )),
                },
                {
                  key: 'windows',
                  label: `${words.windows} ${words.windowCount(serviceWindows.length)}`,
                  children: serviceWindows.map(({ windowNumber, name }) => `${windowNumber} ${name}`).join('、'),
                },
                {
                  key: 'queues',
                  label: words.queues,
                  children: queues.map(({ letter, name }) => `${letter} ${name}`).join('、'),
                },
                { key: 'items', label: words.items, children: words.itemCount(serviceItems.length) },
              ]}
            />
            <Button className="form-buttons" type="primary" onClick={onRight}>
              {words.begin}
            </Button>
          </>
        )}
      </AskedFrame>
    </section>
  )
}
