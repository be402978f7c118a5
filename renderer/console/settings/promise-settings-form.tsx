import { type PromiseSettings, promiseSettings } from '../../../shared/vocabulary/promise-settings.ts'
import { NumberField } from '../../common/form/fields.tsx'
import { CommandForm } from '../../common/form/hub-form.tsx'
import { consoleText } from '../../common/text/console.ts'
import { consolePromise } from '../../common/text/console-promise.ts'

const words = consolePromise.settings
const names = promiseSettings.keyof().options

/** 首问与时限: what no statute fixes; each setting says what follows from it. */
export function PromiseSettingsForm({ published }: { published: PromiseSettings }) {
  return (
    <CommandForm
      type="PublishPromiseSettings"
      initial={{ settings: published }}
      submitText={consoleText.save}
      doneText={consoleText.saved}
    >
      <p className="soft">{words.fixedByLaw}</p>
      <div className="form-columns">
        {names.map((name) => (
          <NumberField
            key={name}
            name={['settings', name]}
            label={words.setting[name].label}
            remark={words.setting[name].remark}
          />
        ))}
      </div>
    </CommandForm>
  )
}
