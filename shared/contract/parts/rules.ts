/** Business rules of a catalogue: schemas, operations and their routes. */

/** The operations. */
export type RuleServices = object

/** Names of those that answer once. */
export const RULE_ASKING = [] as const satisfies readonly (keyof RuleServices)[]

/** Names of those that stream. */
export const RULE_STREAMING = [] as const satisfies readonly (keyof RuleServices)[]

/** Their routes. */
export const ruleRoutes = {}
