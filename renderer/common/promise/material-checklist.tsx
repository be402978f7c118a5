import { Button, Input, Select } from 'antd'
import type { MaterialCheck, MaterialState } from '../../../shared/vocabulary/filing.ts'
import type { RequiredMaterial } from '../../../shared/vocabulary/service-item.ts'
import { promiseText } from '../text/promise.ts'

const words = promiseText.receive

/** One line of the list as the clerk sees it: the published material, and how it stands. */
export type ChecklistLine = RequiredMaterial & { state?: MaterialState }

/** What was ticked so far, by material code. */
export type Ticked = Readonly<Record<string, MaterialCheck>>

type Tick = MaterialCheck['state']
const ticksOf = ({ need }: RequiredMaterial): Tick[] => [
  'in-hand',
  'missing',
  'defective',
  ...(need === 'tolerable' ? (['tolerated'] as const) : []),
  ...(need === 'promise' ? (['promised'] as const) : []),
  ...(need === 'conditional' ? (['not-needed'] as const) : []),
]

interface MaterialChecklistProps {
  lines: readonly ChecklistLine[]
  ticked: Ticked
  onTick: (ticked: Ticked) => void
  /** In hand since an earlier visit: not asked again (篇4.3). */
  isSettled?: (line: ChecklistLine) => boolean
}

/** 材料核对: the whole published list, each line ticked; there is no way to add one (行政许可法 第三十一条). */
export function MaterialChecklist({ lines, ticked, onTick, isSettled = () => false }: MaterialChecklistProps) {
  const open = lines.filter((line) => !isSettled(line))
  if (lines.length === 0) return <p className="soft">{words.noMaterials}</p>
  const tickAll = () =>
    onTick(Object.fromEntries(open.map(({ materialCode }) => [materialCode, fresh(materialCode, 'in-hand')])))
  return (
    <div className="material-checklist">
      <Button size="small" onClick={tickAll}>
        {words.allInHand}
      </Button>
      {lines.map((line) =>
        isSettled(line) ? (
          <div key={line.materialCode} className="material-line is-settled">
            <MaterialName line={line} />
            <span>{promiseText.materialState[line.state ?? 'in-hand']}</span>
          </div>
        ) : (
          <TickLine
            key={line.materialCode}
            line={line}
            check={ticked[line.materialCode]}
            onChange={(check) => onTick({ ...ticked, [line.materialCode]: check })}
          />
        ),
      )}
    </div>
  )
}

function fresh(materialCode: string, state: Tick): MaterialCheck {
  return { materialCode, state, problem: '', dueDay: null }
}

interface TickLineProps {
  line: ChecklistLine
  check: MaterialCheck | undefined
  onChange: (check: MaterialCheck) => void
}

function TickLine({ line, check, onChange }: TickLineProps) {
  const { materialCode, name } = line
  return (
    <div className="material-line">
      <MaterialName line={line} />
      <Select<Tick>
        aria-label={name}
        className="material-state"
        value={check?.state ?? null}
        placeholder={promiseText.materialState.unchecked}
        options={ticksOf(line).map((value) => ({ value, label: promiseText.materialState[value] }))}
        onChange={(state) => onChange({ ...(check ?? fresh(materialCode, state)), state })}
      />
      {check?.state === 'defective' && (
        <Input
          aria-label={`${name} ${words.problem}`}
          placeholder={words.problem}
          value={check.problem}
          onChange={(change) => onChange({ ...check, problem: change.target.value })}
        />
      )}
      {check?.state === 'tolerated' && (
        <Input
          type="date"
          aria-label={`${name} ${words.dueDay}`}
          value={check.dueDay ?? ''}
          onChange={(change) => onChange({ ...check, dueDay: change.target.value === '' ? null : change.target.value })}
        />
      )}
    </div>
  )
}

function MaterialName({ line }: { line: ChecklistLine }) {
  const { name, form, copies, source, condition, note } = line
  const how = [promiseText.materialForm[form], `×${copies}`, promiseText.materialSource[source], condition, note]
  return (
    <span className="material-name">
      {name}
      <small>{how.filter((part) => part !== '').join(' · ')}</small>
    </span>
  )
}

/** How many lines nobody has ticked, and how many have to be brought. */
export function tally(lines: readonly ChecklistLine[], ticked: Ticked): { open: number; wanting: number } {
  const states = lines.map(({ materialCode }) => ticked[materialCode]?.state)
  return {
    open: states.filter((state) => state === undefined).length,
    wanting: states.filter((state) => state === 'missing' || state === 'defective').length,
  }
}
