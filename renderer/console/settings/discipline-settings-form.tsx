import { type DisciplineSettings, disciplineSettings } from '../../../shared/vocabulary/discipline-settings.ts'
import { pauseReason } from '../../../shared/vocabulary/ticket.ts'
import { violationCode, violationCodes } from '../../../shared/vocabulary/violation.ts'
import { violationCodeWords } from '../../../shared/vocabulary/words.ts'
import { NumberField } from '../../common/form/fields.tsx'
import { CommandForm } from '../../common/form/hub-form.tsx'
import { common } from '../../common/text/common.ts'
import { consoleText } from '../../common/text/console.ts'
import { consoleDiscipline } from '../../common/text/console-discipline.ts'

const words = consoleDiscipline.settings
const names = disciplineSettings.omit({ pauseMinutesMax: true, points: true }).keyof().options

/** 考勤与纪律: minutes and proposed points; the clauses are the regulation's. */
export function DisciplineSettingsForm({ published }: { published: DisciplineSettings }) {
  return (
    <CommandForm
      type="PublishDisciplineSettings"
      initial={{ settings: published }}
      bodyOf={({ settings }) => ({ settings: withoutEmpty(settings as DisciplineSettings) })}
      submitText={consoleText.save}
      doneText={consoleText.saved}
    >
      <p className="soft">{words.sentence}</p>
      <div className="form-columns">
        {names.map((name) => (
          <NumberField
            key={name}
            name={['settings', name]}
            label={words.minutes[name].label}
            remark={words.minutes[name].remark}
          />
        ))}
      </div>
      <h3>{words.pauses}</h3>
      <div className="form-columns">
        {pauseReason.options.map((reason) => (
          <NumberField
            key={reason}
            name={['settings', 'pauseMinutesMax', reason]}
            label={`${reason} ${common.pauseReason[reason]}`}
          />
        ))}
      </div>
      <h3>{words.points}</h3>
      <p className="soft">{words.pointsRemark}</p>
      <div className="form-columns">
        {violationCode.options.map((code) => (
          <NumberField
            key={code}
            name={['settings', 'points', code]}
            label={violationCodeWords[code]}
            remark={words.clause(violationCodes[code].clause)}
            example={String(violationCodes[code].points)}
          />
        ))}
      </div>
    </CommandForm>
  )
}

/** A field that was emptied stands as null in a form; the settings simply do not name it. */
function withoutEmpty(settings: DisciplineSettings): DisciplineSettings {
  const named = <T extends object>(values: T): T =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => value != null)) as T
  return { ...settings, pauseMinutesMax: named(settings.pauseMinutesMax), points: named(settings.points) }
}
