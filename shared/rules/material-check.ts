import type { Filing, MaterialCheck, MaterialLine } from '../vocabulary/filing.ts'
import type { Refusal } from '../vocabulary/refusal.ts'
import { type MaterialCondition, materialCondition, type RequiredMaterial } from '../vocabulary/service-item.ts'
import { ageOn } from './citizen-id.ts'
import { refuse } from './decision.ts'
import type { HallDate } from './hall-time.ts'

/** A juvenile below this age has no identity of his own to act with (居民身份证法 第七条). */
const juvenileAge = 16

const conditionWords: Record<MaterialCondition, string> = {
  agent: '委托代办',
  'under-16': '未满16周岁',
  elderly: '老年人',
  'rented-home': '租房居住',
  married: '已婚',
  unit: '单位办理',
  renewal: '换领、变更、延续',
  other: '其他情形',
}

/** What is known of the applicant without anybody ticking it. */
export interface ApplicantFacts {
  hasAgent: boolean
  /** Null: unknown, and the clerk's tick stands. */
  birthDay: HallDate | null
  today: HallDate
  /** 0: nobody is elderly by age. */
  elderlyAge: number
}

/** The circumstances that hold: what the ID number and the agent say goes before what was ticked. */
export function conditionsOf(ticked: readonly string[], applicant: ApplicantFacts): string[] {
  const conditions = new Set(ticked)
  for (const [condition, holds] of Object.entries(knownConditions(applicant))) {
    if (holds) conditions.add(condition)
    else conditions.delete(condition)
  }
  return [...conditions].sort()
}

function knownConditions({
  hasAgent,
  birthDay,
  today,
  elderlyAge,
}: ApplicantFacts): Partial<Record<MaterialCondition, boolean>> {
  if (birthDay === null) return { agent: hasAgent }
  const age = ageOn(birthDay, today)
  return { agent: hasAgent, 'under-16': age < juvenileAge, elderly: elderlyAge > 0 && age >= elderlyAge }
}

/** Circumstances of the person may be ticked for any item, others only where a material hangs on them. */
export function conditionRefusal(ticked: readonly string[], materials: readonly RequiredMaterial[]): Refusal | null {
  const ofPerson: readonly string[] = ['agent', 'under-16', 'elderly', 'other']
  const unknown = ticked.find((one) => !ofPerson.includes(one) && materials.every(({ when }) => when !== one))
  if (unknown === undefined) return null
  const known = materialCondition.safeParse(unknown)
  return refuse('condition-unknown', { condition: known.success ? conditionWords[known.data] : unknown })
}

/**
 * The whole published list as lines of a filing. A material whose circumstance does not hold stands
 * there as not needed, so that a later tick finds the list of the day of receipt and no other.
 */
export function linesOf(materials: readonly RequiredMaterial[], conditions: readonly string[]): MaterialLine[] {
  return materials.map((material) => ({
    ...material,
    state: applies(material, conditions) ? 'unchecked' : 'not-needed',
    problem: '',
    dueDay: null,
  }))
}

/** The lines under other circumstances: what newly applies is open again, what no longer does is not needed. */
export function linesUnder(
  filing: Pick<Filing, 'lines' | 'conditions'>,
  conditions: readonly string[],
): MaterialLine[] {
  return filing.lines.map((line) => {
    const applied = applies(line, filing.conditions)
    if (applied === applies(line, conditions)) return line
    return { ...line, state: applied ? 'not-needed' : 'unchecked', problem: '', dueDay: null }
  })
}

/** `other` is told in words alone: the clerk reads them and says whether the material is needed. */
function applies({ when }: Pick<RequiredMaterial, 'when'>, conditions: readonly string[]): boolean {
  return when === null || when === 'other' || conditions.includes(when)
}

/** What a check stands on, besides the line itself. */
export interface CheckFacts {
  lines: readonly MaterialLine[]
  conditions: readonly string[]
  today: HallDate
  /**
   * Codes that may still be asked for; null: nobody was told anything yet, so the clerk may tick as he
   * finds. After the notice it is the only list there is (篇4.3).
   */
  askable: ReadonlySet<string> | null
}

/** Why a set of ticks cannot stand: the first of them that is wrong, in the order they were given. */
export function checksRefusal(checks: readonly MaterialCheck[], facts: CheckFacts): Refusal | null {
  for (const check of checks) {
    const line = facts.lines.find(({ materialCode }) => materialCode === check.materialCode)
    if (line === undefined || !applies(line, facts.conditions)) {
      return refuse('material-unknown', { materialCode: check.materialCode })
    }
    const refusal = demandRefusal(check, line, facts) ?? stateRefusal(check, line, facts)
    if (refusal !== null) return refusal
  }
  return null
}

/** Told once: nothing that was accepted, and nothing that was not in the notice, is asked for afterwards. */
function demandRefusal(check: MaterialCheck, line: MaterialLine, { askable }: CheckFacts): Refusal | null {
  const { name: material } = line
  if (askable === null || !isOutstanding(check)) return null
  if (line.state === 'in-hand') return refuse('material-already-in-hand', { material })
  return askable.has(line.materialCode) ? null : refuse('material-not-in-notice', { material })
}

function stateRefusal(check: MaterialCheck, line: MaterialLine, { today }: CheckFacts): Refusal | null {
  const { name: material, need } = line
  switch (check.state) {
    case 'defective':
      return check.problem === '' ? refuse('material-problem-needed', { material }) : null
    case 'promised':
      return need === 'promise' ? null : refuse('material-not-promisable', { material })
    case 'tolerated': {
      if (need !== 'tolerable') return refuse('material-not-tolerable', { material })
      const isInTime = check.dueDay !== null && check.dueDay >= today
      return isInTime ? null : refuse('material-due-needed', { material })
    }
    default:
      return null
  }
}

/** The lines with what was ticked; a problem or a day that the state does not speak of is dropped. */
export function checkedLines(lines: readonly MaterialLine[], checks: readonly MaterialCheck[]): MaterialLine[] {
  const byCode = new Map(checks.map((check) => [check.materialCode, check]))
  return lines.map((line) => {
    const check = byCode.get(line.materialCode)
    if (check === undefined) return line
    const { state, problem, dueDay } = check
    return {
      ...line,
      state,
      problem: state === 'defective' ? problem : '',
      dueDay: state === 'tolerated' ? dueDay : null,
    }
  })
}

/** What has to be brought: missing, or not as it should be. */
export function isOutstanding({ state }: Pick<MaterialLine, 'state'>): boolean {
  return state === 'missing' || state === 'defective'
}

export function outstandingOf(lines: readonly MaterialLine[]): MaterialLine[] {
  return lines.filter(isOutstanding)
}

/** The lines that this filing is about. */
export function neededOf(lines: readonly MaterialLine[]): MaterialLine[] {
  return lines.filter(({ state }) => state !== 'not-needed')
}

/** Nothing is decided on a list that was not gone through to its end (一口清). */
export function uncheckedRefusal(lines: readonly MaterialLine[]): Refusal | null {
  const count = lines.filter(({ state }) => state === 'unchecked').length
  return count > 0 ? refuse('materials-unchecked', { count }) : null
}

/** 容缺: accepted without it, and still owed. */
export function toleratedIn(lines: readonly MaterialLine[]): MaterialLine[] {
  return lines.filter(({ state }) => state === 'tolerated')
}
