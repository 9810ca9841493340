/** How labelled letters read, as sums of weights: made by `npm run tone:train`. Scores are in standard deviations over good letters, 0 = a good letter in the middle. */
export interface Likeness {
  readonly columns: Columns
  /** How telling a column is: the logarithm of one over the share of sentences that have it, in a unit that does not matter. */
  readonly rarity: (column: number) => number
  /** Mean and spread of each measure, a column each after those of the words. */
  readonly means: readonly number[]
  readonly spreads: readonly number[]
  readonly faults: readonly string[]
  /** One for each fault, and one for "anything at all". */
  readonly rows: readonly LikenessRow[]
  /** Of the words, a signed byte for each row, column after column. */
  readonly weights: Int8Array
  /** From this score of a fault on, the letter reads like it. */
  readonly fault: number
  /** Below this score of "anything at all" the letter as a whole reads calm. */
  readonly calm: number
}

/** A column for each word and pair of words that letters are looked at for. */
export type Columns = Pick<ReadonlyMap<string, number>, 'get' | 'size' | 'keys'>

/** One score. */
export interface LikenessRow {
  /** What one of a weight of words is worth. */
  readonly unit: number
  /** Weights of the measures, and a constant at the end. */
  readonly rest: readonly number[]
}

/** The same as it lies in a file: texts and 8 bits a weight. */
export interface LikenessFile {
  /** Words and pairs, a line each. */
  readonly columns: string
  /** In hundredths. */
  readonly rarity: readonly number[]
  readonly means: readonly number[]
  readonly spreads: readonly number[]
  readonly faults: readonly string[]
  /** The unit of each row's weights of words, its weights of measures and its constant. */
  readonly units: readonly number[]
  readonly rest: readonly (readonly number[])[]
  /** Signed bytes in base64, row after row. */
  readonly weights: string
  readonly fault: number
  readonly calm: number
}

/** The same once more as a built program reads it; weights, column after column, and before them the rarities in two bytes each, are a file of their own. */
export interface BuiltLikeness extends Pick<Likeness, 'means' | 'spreads' | 'faults' | 'fault' | 'calm' | 'rows'> {
  /** Words and pairs in their order, as `sortedColumns` takes them. */
  readonly columns: string
  readonly size: number
}
