import type { VoiceSettings } from '../../../shared/vocabulary/hall.ts'
import { ChoiceField, NumberField } from '../../common/form/fields.tsx'
import { CommandForm } from '../../common/form/hub-form.tsx'
import { consoleText } from '../../common/text/console.ts'
import { setupText } from '../../common/text/console-setup.ts'

const words = setupText.settings

/** 语音: how numbers are spoken by the displays. */
export function VoiceForm({ published }: { published: VoiceSettings }) {
  return (
    <CommandForm
      type="PublishVoiceSettings"
      initial={{ settings: published }}
      submitText={consoleText.save}
      doneText={consoleText.saved}
    >
      <ChoiceField name={['settings', 'source']} label={words.voiceSource} names={words.voiceSourceName} />
      <NumberField name={['settings', 'repeat']} label={words.repeat} />
      <NumberField name={['settings', 'volume']} label={words.volume} step={0.1} />
    </CommandForm>
  )
}
