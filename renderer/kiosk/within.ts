/** What a promise comes to, or `otherwise` when it fails or takes longer than `ms`. Never rejects. */
export function within<T, O>(ms: number, promise: Promise<T>, otherwise: O): Promise<T | O> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(otherwise), ms)
    const settle = (value: T | O) => {
      clearTimeout(timer)
      resolve(value)
    }
    promise.then(settle, () => settle(otherwise))
  })
}
