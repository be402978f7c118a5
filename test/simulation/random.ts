/** Chance that is the same in every run of a seed. */
export interface Random {
  /** In [0, 1). */
  next: () => number
  /** In [from, to). */
  between: (from: number, to: number) => number
  chance: (part: number) => boolean
  pick: <T>(from: readonly T[]) => T
  /** One of the keys, each as often as its weight. */
  weighted: <T>(weights: readonly (readonly [T, number])[]) => T
  normal: (mean: number, deviation: number) => number
  /** Half of the values are below `middle`, a sixth above `middle * e ** spread`. */
  logNormal: (middle: number, spread: number) => number
}

/** mulberry32: 32 bits of state are enough for some ten thousand dice. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (from: number, to: number) => from + (to - from) * next()
  const normal = (mean: number, deviation: number) =>
    mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  return {
    next,
    between,
    chance: (part) => next() < part,
    pick: (from) => from[Math.floor(next() * from.length)]!,
    weighted(weights) {
      let left = next() * weights.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [one, weight] of weights) {
        left -= weight
        if (left < 0) return one
      }
      return weights.at(-1)![0]
    },
    normal,
    logNormal: (middle, spread) => middle * Math.exp(normal(0, spread)),
  }
}
