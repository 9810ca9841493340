/** What is there of one example: columns and amounts. */
export interface Example {
  readonly columns: Int32Array
  readonly amounts: Float64Array
  /** 1 = so, 0 = not so. */
  readonly so: 0 | 1
  /** How much it counts. */
  readonly count: number
}

const penalty = 0.3
const most = 120
const kept = 10

/** Logistic regression with a penalty on large weights, by L-BFGS (Nocedal and Wright, Numerical Optimization, 2006, algorithm 7.5); the constant is the last weight. */
export function fit(examples: readonly Example[], columns: number): Float64Array {
  let at: Float64Array = new Float64Array(columns + 1)
  let [value, slope] = lossAt(at, examples)
  const steps: Step[] = []
  for (let round = 0; round < most; round += 1) {
    const direction = directionOf(slope, steps)
    const next = searched({ at, value, slope, direction, examples })
    steps.push({ moved: difference(next.at, at), bent: difference(next.slope, slope) })
    const last = steps.at(-1) as Step
    if (dot(last.moved, last.bent) < 1e-12) steps.pop()
    if (steps.length > kept) steps.shift()
    const isDone = Math.abs(value - next.value) < 1e-7 * Math.abs(value)
    ;({ at, value, slope } = next)
    if (isDone) break
  }
  return at
}

/** The weighted sum of an example, the constant included. */
export function scoreOf({ columns, amounts }: Pick<Example, 'columns' | 'amounts'>, weights: Float64Array): number {
  let sum = weights.at(-1) ?? 0
  for (let index = 0; index < columns.length; index += 1) sum += (amounts[index] ?? 0) * (weights[columns[index] ?? 0] ?? 0)
  return sum
}

interface Step {
  readonly moved: Float64Array
  readonly bent: Float64Array
}

interface Point {
  readonly at: Float64Array
  readonly value: number
  readonly slope: Float64Array
}

function lossAt(weights: Float64Array, examples: readonly Example[]): [number, Float64Array] {
  const last = weights.length - 1
  const slope = weights.map((weight, column) => (column === last ? 0 : penalty * weight))
  let loss = weights.reduce((sum, weight, column) => (column === last ? sum : sum + (penalty / 2) * weight ** 2), 0)
  for (const example of examples) {
    const score = scoreOf(example, weights)
    const error = example.count * (1 / (1 + Math.exp(-score)) - example.so)
    loss += example.count * (Math.max(0, score) + Math.log1p(Math.exp(-Math.abs(score))) - example.so * score)
    example.columns.forEach((column, index) => (slope[column] = (slope[column] ?? 0) + error * (example.amounts[index] ?? 0)))
    slope[last] = (slope[last] ?? 0) + error
  }
  return [loss, slope]
}

function directionOf(slope: Float64Array, steps: readonly Step[]): Float64Array {
  const direction = Float64Array.from(slope)
  const shares = new Map<Step, number>()
  for (const step of [...steps].reverse()) {
    const share = dot(step.moved, direction) / dot(step.moved, step.bent)
    shares.set(step, share)
    add(direction, step.bent, -share)
  }
  const last = steps.at(-1)
  const scale = last ? dot(last.moved, last.bent) / dot(last.bent, last.bent) : 1 / Math.sqrt(dot(slope, slope) + 1e-12)
  direction.forEach((value, column) => (direction[column] = value * scale))
  for (const step of steps) add(direction, step.moved, (shares.get(step) ?? 0) - dot(step.bent, direction) / dot(step.moved, step.bent))
  return direction
}

/** Halves the step until it goes down far enough. */
function searched({ at, value, slope, direction, examples }: Point & { direction: Float64Array; examples: readonly Example[] }): Point {
  const falls = -dot(slope, direction)
  let found: Point = { at, value, slope }
  for (let length = 1; length > 1e-8; length /= 2) {
    const there = at.map((weight, column) => weight - length * (direction[column] ?? 0))
    const [loss, bent] = lossAt(there, examples)
    found = { at: there, value: loss, slope: bent }
    if (loss <= value + 1e-4 * length * falls) break
  }
  return found
}

function dot(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, value, column) => sum + value * (other[column] ?? 0), 0)
}

function add(to: Float64Array, what: Float64Array, times: number): void {
  what.forEach((value, column) => (to[column] = (to[column] ?? 0) + times * value))
}

function difference(one: Float64Array, other: Float64Array): Float64Array {
  return one.map((value, column) => value - (other[column] ?? 0))
}
