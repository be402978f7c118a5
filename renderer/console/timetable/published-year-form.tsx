import type { PublishedYear } from '../../../shared/vocabulary/calendar.ts'
import { LinesField, NumberField, TextField } from '../../common/form/fields.tsx'
import { CommandForm, type Typed } from '../../common/form/hub-form.tsx'
import { setupText } from '../../common/text/console-setup.ts'
import { parseDayList } from './day-list.ts'

const words = setupText.timetable
const lists = ['restDays', 'workedDays', 'statutoryDays'] as const

interface PublishedYearFormProps {
  year: number
  published?: PublishedYear
  onDone: () => void
}

/** 导入一年: pasted lists of days, read here so that a slip is shown at its own line. */
export function PublishedYearForm({ year, published, onDone }: PublishedYearFormProps) {
  const textOf = (days: readonly string[] = []) => days.join('\n')
  return (
    <CommandForm
      type="PublishHolidayTable"
      initial={{
        publishedYear: {
          year,
          documentNumber: published?.documentNumber ?? '',
          restDays: textOf(published?.restDays),
          workedDays: textOf(published?.workedDays),
          statutoryDays: textOf(published?.statutoryDays),
        },
      }}
      bodyOf={bodyOf}
      checkTyped={unreadable}
      submitText={words.importYear}
      onDone={onDone}
      onCancel={onDone}
    >
      <p>{words.importSentence}</p>
      <div className="form-columns">
        <NumberField name={['publishedYear', 'year']} label={words.year} isDisabled={published !== undefined} />
        <TextField name={['publishedYear', 'documentNumber']} label={words.documentNumber} />
      </div>
      <LinesField name={['publishedYear', 'restDays']} label={words.restDays} />
      <LinesField name={['publishedYear', 'workedDays']} label={words.workedDays} rows={2} />
      <LinesField name={['publishedYear', 'statutoryDays']} label={words.statutoryDays} rows={2} />
    </CommandForm>
  )
}

const textIn = (typed: Typed, list: string) => String((typed.publishedYear as Typed)[list] ?? '')

function bodyOf(typed: Typed): Typed {
  const { statutoryDays: _, ...publishedYear } = typed.publishedYear as Typed
  const [restDays, workedDays, statutoryDays] = lists.map((list) => parseDayList(textIn(typed, list)).days)
  return {
    publishedYear: {
      ...publishedYear,
      restDays,
      workedDays,
      // Not stated is not the same as none: then every day off counts as one by the notice.
      ...(statutoryDays?.length === 0 ? {} : { statutoryDays }),
    },
  }
}

function unreadable(typed: Typed) {
  return lists.flatMap((list) => {
    const { problems } = parseDayList(textIn(typed, list))
    return problems.length === 0 ? [] : [{ name: ['publishedYear', list], errors: problems }]
  })
}
