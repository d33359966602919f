/** Every way of picking: the strategies of the workbench and the recommenders that `personalised` is blended from. */
export const RECOMMENDERS = [
  'personalised',
  'popularity',
  'popularity-recent',
  'random',
  'item-knn',
  'ease',
  'transitions',
  'content',
] as const

/** One way of picking. */
export type RecommenderName = (typeof RECOMMENDERS)[number]

/** How diverse personal picks of two and more are where nothing is said: a second product should seldom be one more of the same. */
export const PAIR_DIVERSITY = 0.35
