/** Tails of the two distributions that tests stand on, to ten digits and more also where they are tiny. */

/** Coefficients of Lanczos' approximation with g = 7 (Godfrey's nine). */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/** Natural logarithm of the gamma function, of a positive number (Lanczos 1964). */
export function logGamma(x: number): number {
  // Euler's reflection, where the approximation does not hold.
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const base = x - 1 + 7.5
  const sum = LANCZOS.reduce(
    (all, coefficient, at) => all + (at === 0 ? coefficient : coefficient / (x - 1 + at)),
  )
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(sum)
}

/** Natural logarithm of the number of ways to choose `some` of `all`. */
export function logChoose(all: number, some: number): number {
  return logGamma(all + 1) - logGamma(some + 1) - logGamma(all - some + 1)
}

/**
 * Chance of a value as far from 0 as `t` under Student's t with `df` degrees of freedom, which need not be whole: the regularised incomplete
 * beta function at df / (df + t^2). 0-1.
 */
export function studentP(t: number, df: number): number {
  return incompleteBeta(df / (df + t * t), df / 2, 0.5)
}

/** Chance of a value as far from 0 as `z` under the standard normal distribution, 0-1. */
export function normalP(z: number): number {
  return complementaryError(Math.abs(z) / Math.SQRT2)
}

/** Which z is exceeded, either way, with chance `p` (0-1, both ends left out): 1.96 for .05. */
export function normalCut(p: number): number {
  let [low, high] = [0, 40]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (normalP(middle) > p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

const STEPS = 500
const PRECISION = 1e-16
const TINY = 1e-300

/** I_x(a, b), 0-1: the continued fraction on the side where it converges fast (Abramowitz and Stegun 26.5.8). */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b
}

/** Evaluated from the front (Lentz 1976, as modified by Thompson and Barnett 1986). */
function betaFraction(x: number, a: number, b: number): number {
  const even = (m: number) => (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
  const odd = (m: number) => (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
  return 1 / lentz((at) => (at % 2 === 1 ? odd((at - 1) / 2) : even(at / 2)))
}

/** 1 + t(1) / (1 + t(2) / (1 + ...)). */
function lentz(term: (at: number) => number): number {
  let [value, c, d] = [1, 1, 0]
  for (let at = 1; at <= STEPS; at++) {
    const next = term(at)
    d = 1 / nonZero(1 + next * d)
    c = nonZero(1 + next / c)
    value *= c * d
    if (Math.abs(c * d - 1) < PRECISION) break
  }
  return value
}

const nonZero = (value: number) => (Math.abs(value) < TINY ? TINY : value)

/** erfc of a number not below 0: the series of erf near 0, a continued fraction further out (Abramowitz and Stegun 7.1.6 and 7.1.14). */
function complementaryError(x: number): number {
  if (x < 2) {
    let [term, sum] = [x, x]
    for (let n = 1; Math.abs(term) > PRECISION * sum; n++) {
      term *= (2 * x * x) / (2 * n + 1)
      sum += term
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum
  }
  return Math.exp(-x * x) / (x * Math.sqrt(Math.PI)) / lentz((at) => at / 2 / (x * x))
}
