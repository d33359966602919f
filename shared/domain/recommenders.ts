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
