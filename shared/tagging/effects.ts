// What an operation does to the world, as a small closed list, and the tag that each entry becomes.
import type { Consequence } from '../model/step.ts'
import type { Level, Reversibility } from '../model/scales.ts'

export interface Effect {
  readonly level: Level
  readonly reversibility: Reversibility
  readonly external: boolean
  readonly security: boolean
  /** As one verb; absent for what has no side effect. */
  readonly verb?: string
  readonly domain?: string
  /** Ends the sentence "this …". */
  readonly why: string
}

function effect(level: Level, reversibility: Reversibility, why: string, rest: Partial<Effect> = {}): Effect {
  return { level, reversibility, external: false, security: false, ...rest, why }
}

/**
 * Levels follow the kind of effect: 0 nothing or only reading, 2 own systems, 3 reaches other people or is hard to
 * take back, 4 cannot be undone or needs special rights. They are where a person starts to correct, not facts.
 */
export const EFFECTS = {
  none: effect(0, 0, 'changes nothing outside of the run'),
  read: effect(0, 0, 'reads and changes nothing'),
  acknowledge: effect(1, 0, 'answers the caller with a fixed text', { verb: 'send', external: true }),
  draft: effect(1, 0, 'prepares something that a person still has to send', { verb: 'write' }),
  write: effect(2, 1, 'writes inside your own systems', { verb: 'write' }),
  'write-shared': effect(3, 1, 'writes where people outside can see it', { verb: 'write', external: true }),
  'send-team': effect(3, 1, 'sends a message to your own people', { verb: 'send' }),
  send: effect(3, 3, 'sends a message that cannot be called back', {
    verb: 'send',
    external: true,
    domain: 'customers',
  }),
  answer: effect(3, 2, 'answers whoever called, outside of the workflow', { verb: 'send', external: true }),
  publish: effect(3, 2, 'publishes where anybody can see it', {
    verb: 'publish',
    external: true,
    domain: 'public content',
  }),
  call: effect(3, 2, 'changes something in another service', { verb: 'write', external: true }),
  delete: effect(4, 3, 'deletes for good', { verb: 'delete' }),
  'delete-soft': effect(4, 1, 'deletes, but a bin or a history keeps it', { verb: 'delete' }),
  pay: effect(4, 2, 'moves money or commits to it', { verb: 'pay', external: true, domain: 'money' }),
  permission: effect(4, 1, 'changes who may do what', {
    verb: 'permission',
    security: true,
    domain: 'security',
  }),
  restrict: effect(3, 1, 'takes access away, which can be given back', {
    verb: 'permission',
    security: true,
    domain: 'security',
  }),
  execute: effect(4, 3, 'runs a command on a machine', {
    verb: 'execute',
    security: true,
    domain: 'security',
  }),
  deploy: effect(4, 1, 'changes what runs for others', { verb: 'deploy', domain: 'code' }),
} as const satisfies Readonly<Record<string, Effect>>

export type EffectName = keyof typeof EFFECTS

/** True where passing the step leaves a trace in the world. */
export function hasSideEffect(name: EffectName): boolean {
  return EFFECTS[name].level > 0
}

/** The tag for an effect. `basis` says where it comes from; `why` is added to it. */
export function consequenceOf(
  name: EffectName,
  basis: string,
  domains: readonly string[] = [],
  why: string = EFFECTS[name].why,
): Consequence {
  const entry: Effect = EFFECTS[name]
  const touched = [...new Set([...domains, ...(entry.domain ? [entry.domain] : [])])]
  return {
    level: entry.level,
    reversibility: entry.reversibility,
    external: entry.external,
    security: entry.security,
    basis: `${basis}: ${why}`,
    ...(hasSideEffect(name) && touched.length > 0 ? { domains: touched } : {}),
  }
}

/** The more consequential of the two; the first when they weigh the same. */
export function heavier(a: EffectName, b: EffectName): EffectName {
  return EFFECTS[b].level > EFFECTS[a].level ? b : a
}
