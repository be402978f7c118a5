import { writeFileSync } from 'node:fs'

/** One measured figure beside its goal. */
export interface Figure {
  name: string
  value: number
  unit: string
  /** What the value must reach; null: reported only. */
  target: { atLeast: number } | { atMost: number } | null
  /** What the figure stands beside: the limit measured in the same run, percentiles, counts. */
  beside: string
  /** What holds it back when it is not reached; from what was measured. */
  heldBackBy: string
}

export function isMet({ value, target }: Figure): boolean | null {
  if (target === null) return null
  if (Number.isNaN(value)) return false
  return 'atLeast' in target ? value >= target.atLeast : value <= target.atMost
}

/** The value below which a share `part` (0 to 1) of the values lies; NaN of none. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

/** A number as a table shows it: three digits that mean something. */
export function shown(value: number): string {
  if (!Number.isFinite(value)) return '–'
  const size = Math.abs(value)
  if (size >= 100) return Math.round(value).toLocaleString('en')
  return value.toFixed(size >= 10 ? 1 : 2)
}

function targetText({ target, unit }: Figure): string {
  if (target === null) return 'reported'
  return 'atLeast' in target ? `≥ ${shown(target.atLeast)} ${unit}` : `≤ ${shown(target.atMost)} ${unit}`
}

function line(figure: Figure): string[] {
  const met = isMet(figure)
  const verdict = met === null ? '' : met ? 'reached' : `not reached: ${figure.heldBackBy}`
  return [figure.name, `${shown(figure.value)} ${figure.unit}`, targetText(figure), verdict, figure.beside]
}

/** Prints figures as a table, what stands beside each in the last column. */
export function printFigures(figures: readonly Figure[]): void {
  const rows = [['figure', 'value', 'goal', '', 'beside it'], ...figures.map(line)]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]!.length)))
  for (const row of rows) {
    const padded = row.map((cell, column) => (column < widths.length ? cell.padEnd(widths[column]!) : cell))
    process.stdout.write(`${padded.join('  ').trimEnd()}\n`)
  }
}

/** Writes `[{name, value, unit, target, met}]`; a goal is a text, `met` null where there is none. */
export function writeFigures(path: string, figures: readonly Figure[]): void {
  const rows = figures.map((figure) => ({
    name: figure.name,
    value: figure.value,
    unit: figure.unit,
    target: figure.target === null ? null : targetText(figure),
    met: isMet(figure),
  }))
  writeFileSync(path, `${JSON.stringify(rows, null, 2)}\n`)
}
