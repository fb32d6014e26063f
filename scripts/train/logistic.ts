export interface Pair {
  readonly x: Float32Array
  /** Target in [0, 1]. */
  readonly y: number
}

export const sigmoid = (score: number): number => 1 / (1 + Math.exp(-score))

/**
 * Logistic regression by projected gradient descent with Nesterov momentum; few features, so a thousand steps are
 * quick.
 * @param ridge strength of the pull of the weights towards zero
 * @param signs what a weight may be: 1 not negative, -1 not positive, 0 anything. A feature that is better when larger
 *   must not be learnt to be worse by the accident of a small set.
 */
export function fitLogistic(
  pairs: readonly Pair[],
  { ridge, signs }: { ridge: number; signs: readonly number[] },
): { weights: number[]; bias: number } {
  const width = signs.length
  const weights = new Float64Array(width + 1)
  const before = new Float64Array(width + 1)
  const gradient = new Float64Array(width + 1)
  const ahead = new Float64Array(width + 1)
  const step = 2 / pairs.length
  for (let round = 0; round < 3_000; round++) {
    const momentum = round / (round + 3)
    for (let i = 0; i <= width; i++) {
      ahead[i] = (weights[i] as number) + momentum * ((weights[i] as number) - (before[i] as number))
      before[i] = weights[i] as number
      gradient[i] = i < width ? ridge * (ahead[i] as number) : 0
    }
    for (const { x, y } of pairs) {
      let score = ahead[width] as number
      for (let i = 0; i < width; i++) score += (ahead[i] as number) * (x[i] as number)
      const error = sigmoid(score) - y
      for (let i = 0; i < width; i++) gradient[i] = (gradient[i] as number) + error * (x[i] as number)
      gradient[width] = (gradient[width] as number) + error
    }
    for (let i = 0; i <= width; i++) {
      let next = (ahead[i] as number) - step * (gradient[i] as number)
      if (i < width && (signs[i] as number) * next < 0) next = 0
      weights[i] = next
    }
  }
  return { weights: [...weights.slice(0, width)], bias: weights[width] as number }
}
