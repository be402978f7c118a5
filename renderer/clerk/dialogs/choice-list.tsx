import { useId } from 'react'

export interface Choice {
  code: string
  label: string
  /** A second line in small print. */
  remark?: string
}

interface ChoiceListProps {
  legend: string
  choices: readonly Choice[]
  chosen: string | null
  onChoose: (code: string) => void
  /** Whether the codes are keys to type, and so are shown as keys. */
  hasKeys?: boolean
  columns?: 1 | 2
}

/** A short list of which one is chosen, by mouse, arrows or the codes shown on it. */
export function ChoiceList({ legend, choices, chosen, onChoose, hasKeys = false, columns = 1 }: ChoiceListProps) {
  const name = useId()
  const rows = columns === 2 ? { gridTemplateRows: `repeat(${Math.ceil(choices.length / 2)}, auto)` } : undefined
  return (
    <fieldset className="choice-list">
      <legend>{legend}</legend>
      <div className={columns === 2 ? 'choice-rows is-double' : 'choice-rows'} style={rows}>
        {choices.map(({ code, label, remark }) => (
          <label
            key={code}
            className={code === chosen ? 'choice is-chosen' : 'choice'}
            ref={code === chosen ? intoView : null}
          >
            <input type="radio" name={name} value={code} checked={code === chosen} onChange={() => onChoose(code)} />
            {hasKeys && (
              <span className="key-cap" aria-hidden="true">
                {code}
              </span>
            )}
            <span className="choice-label">{label}</span>
            {remark !== undefined && <span className="choice-remark">{remark}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function intoView(row: HTMLLabelElement | null): void {
  row?.scrollIntoView?.({ block: 'nearest' })
}
