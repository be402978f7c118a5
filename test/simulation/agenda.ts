/** What happens at an instant of the simulated day; a promise is waited for. */
export type Work = () => unknown

/** 日程: what happens when, in virtual time; at one instant in the order it was planned. */
export function createAgenda() {
  const planned: { at: number; work: Work }[] = []

  /** First place whose entry is later than `at`. */
  const placeAfter = (at: number): number => {
    let low = 0
    let high = planned.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (planned[middle]!.at <= at) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    /** Plans work for an instant, epoch ms. */
    plan(at: number, work: Work): void {
      const instant = Math.round(at)
      planned.splice(placeAfter(instant), 0, { at: instant, work })
    },
    /** The next entry, taken off; undefined when the agenda is empty. */
    next: () => planned.shift(),
  }
}
export type Agenda = ReturnType<typeof createAgenda>
