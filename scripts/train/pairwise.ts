export interface Graded {
  readonly x: Float32Array
  /** 0 to 3. */
  readonly grade: number
}

interface Preference {
  /** Features of the better minus those of the worse. */
  readonly difference: Float32Array
  readonly weight: number
}

/** Offerings that do most nearly what is asked: only against those is a preference worth learning. */
const rivals = 40
/** The features that say so (service, wish, affinity) come first. */
const aboutService = 3

const gain = (grade: number): number => 2 ** grade

/**
 * Weights under which better offerings come before worse ones: logistic loss over pairs of one need (RankNet: Burges
 * et al., ICML 2005), each pair as heavy as what nDCG gains by it, each need as heavy as any other.
 * @param needs per need, its graded offerings
 * @param signs what a weight may be: 1 not negative, -1 not positive, 0 anything. A feature that is better when larger
 *   must not be learnt to be worse by the accident of a small set.
 */
export function fitPairwise(needs: readonly (readonly Graded[])[], signs: readonly number[]): number[] {
  const width = signs.length
  const preferences = needs.flatMap((graded) => preferencesOf(graded))
  const total = preferences.reduce((sum, { weight }) => sum + weight, 0)
  const weights = new Float64Array(width).fill(1)
  for (let round = 0; round < 600; round++) {
    const gradient = new Float64Array(width)
    for (const { difference, weight } of preferences) {
      let lead = 0
      for (let i = 0; i < width; i++) lead += (weights[i] as number) * (difference[i] as number)
      const error = weight / (1 + Math.exp(lead))
      for (let i = 0; i < width; i++)
        gradient[i] = (gradient[i] as number) + error * (difference[i] as number)
    }
    for (let i = 0; i < width; i++) {
      const before = weights[i] as number
      const next = before + 8 * ((gradient[i] as number) / total - 0.002 * before)
      weights[i] = (signs[i] as number) * next < 0 ? 0 : next
    }
  }
  return [...weights]
}

function preferencesOf(graded: readonly Graded[]): Preference[] {
  const nearness = ({ x }: Graded) => x.subarray(0, aboutService).reduce((total, value) => total + value, 0)
  const strongest = [...graded].sort((a, b) => nearness(b) - nearness(a)).slice(0, rivals)
  const better = graded.filter(({ grade }) => grade > 0)
  return better.flatMap((one) =>
    strongest
      .filter((other) => other.grade < one.grade)
      .map((other) => ({
        difference: one.x.map((value, i) => value - (other.x[i] as number)),
        weight: (gain(one.grade) - gain(other.grade)) / better.length,
      })),
  )
}
