import type { PhrasePage } from '../../../shared/domain/phrasebook'

/** Doubts a shopper would have, said fairly and answered by a fact, for every aisle. The answer is the catalogue's, not ours. */
export const objections: PhrasePage = {
  aisles: [],
  patterns: {
    'objection warm': [
      'If you (wonder/are wondering) how much looking after [it needs|they need], the (label/care note) says {care}.',
    ],
  },
}
