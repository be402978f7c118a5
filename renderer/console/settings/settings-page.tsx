import { Tabs } from 'antd'
import { AskedFrame } from '../../common/form/asked-frame.tsx'
import { consoleDiscipline } from '../../common/text/console-discipline.ts'
import { consolePromise } from '../../common/text/console-promise.ts'
import { setupText } from '../../common/text/console-setup.ts'
import { useSetup } from '../use-setup.ts'
import { DisciplineSettingsForm } from './discipline-settings-form.tsx'
import { HallForm } from './hall-form.tsx'
import { PrinterForm } from './printer-form.tsx'
import { PromiseSettingsForm } from './promise-settings-form.tsx'
import { QueueSettingsForm } from './queue-settings-form.tsx'
import { VoiceForm } from './voice-form.tsx'

const words = setupText.settings

/** 大厅设置. A form that somebody else has published meanwhile is begun anew: its key is what it began with. */
export function SettingsPage() {
  return (
    <AskedFrame asked={useSetup()}>
      {({ hall, queueSettings, voiceSettings, printerSettings, promiseSettings, disciplineSettings }) => (
        <Tabs
          items={[
            {
              key: 'queue',
              label: words.queueTab,
              children: <QueueSettingsForm key={JSON.stringify(queueSettings)} published={queueSettings} />,
            },
            {
              key: 'promise',
              label: consolePromise.settings.tab,
              children: <PromiseSettingsForm key={JSON.stringify(promiseSettings)} published={promiseSettings} />,
            },
            {
              key: 'discipline',
              label: consoleDiscipline.settings.tab,
              children: (
                <DisciplineSettingsForm key={JSON.stringify(disciplineSettings)} published={disciplineSettings} />
              ),
            },
            { key: 'hall', label: words.hallTab, children: <HallForm key={JSON.stringify(hall)} published={hall} /> },
            {
              key: 'voice',
              label: words.voiceTab,
              children: <VoiceForm key={JSON.stringify(voiceSettings)} published={voiceSettings} />,
            },
            {
              key: 'printer',
              label: words.printerTab,
              children: <PrinterForm key={JSON.stringify(printerSettings)} published={printerSettings} />,
            },
          ]}
        />
      )}
    </AskedFrame>
  )
}
