import type { QueueSettings } from '../../../shared/vocabulary/hall.ts'
import { ChoiceField, NumberField } from '../../common/form/fields.tsx'
import { CommandForm } from '../../common/form/hub-form.tsx'
import { consoleText } from '../../common/text/console.ts'
import { setupText } from '../../common/text/console-setup.ts'

const words = setupText.settings

type NumberKey = Exclude<keyof QueueSettings, 'atSplit' | 'atDayEnd' | 'linkupCalls'>

const issuing: NumberKey[] = ['preOpenMinutes', 'lastTicketMinutes', 'perIdDailyMax', 'elderlyAge', 'waitingMax']
const calling: NumberKey[] = [
  'priorityInterleave',
  'missAfterCalls',
  'recallSpacingSeconds',
  'requeueAfter',
  'requeueTimesMax',
  'transfersMax',
]

/** 取号与叫号: each setting with the decision of the hall that it carries out. */
export function QueueSettingsForm({ published }: { published: QueueSettings }) {
  return (
    <CommandForm
      type="PublishQueueSettings"
      initial={{ settings: published }}
      submitText={consoleText.save}
      doneText={consoleText.saved}
    >
      <div className="form-columns">
        <SettingChoice name="atSplit" names={words.atSplit} />
        <SettingChoice name="atDayEnd" names={words.atDayEnd} />
        <SettingChoice name="linkupCalls" names={words.linkupCalls} />
        {[...calling, ...issuing].map((name) => (
          <NumberField
            key={name}
            name={['settings', name]}
            label={words.queue[name].label}
            remark={words.queue[name].decision}
          />
        ))}
      </div>
    </CommandForm>
  )
}

function SettingChoice({ name, names }: { name: keyof QueueSettings; names: Readonly<Record<string, string>> }) {
  const { label, decision } = words.queue[name]
  return <ChoiceField name={['settings', name]} label={label} remark={decision} names={names} />
}
