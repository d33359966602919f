/** Routes: fairness across segments. */
import { z } from 'zod'
import { segmentFieldsSchema } from '../../../shared/contract/parts/fairness'
import { auditFairness, fairnessTradeOff, probeFairness } from '../operations'
import {
  strictAuditFairnessSchema,
  strictAuditedShoppersSchema,
  strictProbeFairnessSchema,
  strictTradeOffSchema,
} from '../validate'
import { auditReply, auditedShoppersReply, probeReply, segmentsReply, tradeOffReply } from './fairnessReplies'
import type { Route } from './route'
import { post, search } from './route'

/** Every route of it. */
export const FAIRNESS_ROUTES: readonly Route[] = [
  search(z.strictObject(segmentFieldsSchema.shape), {
    path: '/v1/fairness/segments',
    summary: 'Attributes that split the shoppers of a catalogue; those of protected kinds first',
    reply: segmentsReply,
    run: async ({ catalogue }, { services }) => ({ segments: await services.segmentFields(catalogue) }),
  }),
  post(strictAuditFairnessSchema, {
    path: '/v1/fairness/audit',
    summary: 'Measures how the shoppers of each segment are served, and what chance does not explain',
    reply: auditReply,
    run: (request, { services, signal }) => auditFairness(services, request, signal),
  }),
  post(strictAuditedShoppersSchema, {
    path: '/v1/fairness/shoppers',
    summary: 'Shoppers behind a figure of one of the last three audits',
    reply: auditedShoppersReply,
    run: async (request, { services }) => {
      const { items, total } = await services.auditedShoppers(request)
      return { shoppers: items, total }
    },
  }),
  post(strictTradeOffSchema, {
    path: '/v1/fairness/trade-off',
    summary: "What moving one group's lists towards what all others are shown mends, and what it costs",
    reply: tradeOffReply,
    run: (request, { services, signal }) => fairnessTradeOff(services, request, signal),
  }),
  post(strictProbeFairnessSchema, {
    path: '/v1/fairness/probe',
    summary: 'Flips one attribute or the name, all else held, and says what changes beside another seed',
    reply: probeReply,
    run: (request, { services, signal }) => probeFairness(services, request, signal),
  }),
]
