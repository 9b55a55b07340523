// Rule packs: what conditions can ask, what is refused and where, what is found, and that nothing takes the rest down.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { analyse } from '../../../shared/analysis/analyse.ts'
import { previewRule, previewUpgrade, subjectsOfWorkflow } from '../../../shared/analysis/packs.ts'
import { applyCommand } from '../../../shared/commands/apply.ts'
import type { PackSubject, RulePack } from '../../../shared/model/rule-pack.ts'
import { RulePackSchema } from '../../../shared/model/rule-pack.ts'
import { approvalBefore, BRIEF, payment, sketch } from '../../../shared/rules/example.ts'
import { factFor, PACK_FACTS, subjectsOf } from '../../../shared/rules/pack-facts.ts'
import { checkRulePack, readRulesFile } from '../../../shared/rules/packs/check.ts'

const FOLDER = 'resources/samples/packs'

const WORKFLOW = sketch(
  [
    { id: 'start' },
    { id: 'read', kind: 'model', uncertainty: { level: 2, label: 'untrusted' } },
    { id: 'look', kind: 'check', clears: ['content'] },
    { id: 'a' },
    { ...payment('pay'), name: 'Pay the supplier', costCentre: 'C7' },
    { id: 'end' },
  ],
  [
    ['start', 'read'],
    ['read', 'look'],
    ['look', 'a', { probability: 0.4, label: 'fine' }],
    ['a', 'pay'],
    ['look', 'pay', { probability: 0.6, kind: 'exception' }],
    ['pay', 'end'],
  ],
  { brief: BRIEF, handoffs: [approvalBefore('pay')] },
)

interface Sketch {
  readonly when: string
  readonly for?: PackSubject
  readonly message?: string
  readonly examples?: unknown
}

function pack(...rules: readonly Sketch[]): RulePack {
  return RulePackSchema.parse({
    id: 'house',
    version: '1',
    title: 'House rules',
    rules: rules.map((rule, i) => ({
      id: `r${i + 1}`,
      title: 'A rule',
      for: 'step',
      severity: 'warning',
      message: '{name}',
      ...rule,
    })),
  })
}

function found(rulePacks: readonly RulePack[], workflow = WORKFLOW) {
  return analyse({ ...workflow, rulePacks: [...rulePacks] }).findings.filter(({ rule }) => rule.includes('/'))
}

function ids(rule: Sketch, workflow = WORKFLOW): readonly string[] {
  return found([pack(rule)], workflow).map(({ id }) => id.slice('house/r1@'.length))
}

describe('conditions', () => {
  it.each<[string, readonly string[], PackSubject?]>([
    ['kind = "action"', ['pay']],
    ['level >= 3 and leavesHouse', ['pay']],
    ['verb in ("pay", "send")', ['pay']],
    ['list contains(domains, "money")', ['pay']],
    ['magnitude = null and kind = "action"', ['pay']],
    ['magnitude > 10000', []],
    ['contains(lower case(name), "supplier")', ['pay']],
    ['list contains(doubts, "untrusted")', ['a', 'end', 'look', 'pay']],
    ['authority = 2', ['end', 'pay']],
    ['requiredRank = 2', ['pay']],
    ['stepsSinceCheck = 2', ['pay']],
    ['stepsSinceCheck = 1', ['a']],
    ['stepsSincePerson = 0', ['pay', 'start']],
    ['stepsSincePerson = 3', ['a']],
    ['some h in handoffs satisfies h.rank = 2', ['pay', 'start']],
    ['count(handoffs) = 0 and kind = "action"', []],
    ['own.costCentre = "C7"', ['pay']],
    ['list contains(comesAfter, "check")', ['a', 'pay']],
    ['list contains(leadsTo, "end")', ['pay']],
    ['kind = "exception"', ['t5'], 'transition'],
    ['probability < 0.5', ['t3'], 'transition'],
    ['from.kind = "check" and to.level >= 3', ['t5'], 'transition'],
    ['oddsKnown = false', ['t1', 't2', 't4', 't6'], 'transition'],
    ['kind = "approval" and step.verb = "pay"', ['approve_pay'], 'handoff'],
    ['timeoutMinutes = 240 and blocks', ['approve_pay', 'brief'], 'handoff'],
    ['assigned = false', ['approve_pay', 'brief'], 'handoff'],
    ['actions = 1 and checks = 1 and handoffs = 2', ['document'], 'document'],
    ['promptsPerRun >= 2 and uncovered = 0', ['document'], 'document'],
    ['successCondition = ""', [], 'document'],
  ])('%s', (when, expected, subject = 'step') => {
    const message = subject === 'transition' ? '{kind}' : subject === 'handoff' ? '{title}' : '{name}'
    expect(checkRulePack(pack({ when, for: subject, message }))).toMatchObject({ ok: true })
    expect(ids({ when, for: subject, message })).toEqual(expected)
  })

  it('count as many steps since a check as the longest way has, and never where a loop or a start has none', () => {
    const loop = sketch(
      [{ id: 'start' }, { id: 'look', kind: 'check' }, { id: 'a' }, { id: 'b' }, { id: 'end' }],
      [
        ['start', 'look'],
        ['look', 'a'],
        ['a', 'b'],
        ['b', 'a', { kind: 'retry' }],
        ['b', 'end'],
      ],
    )
    expect(ids({ when: 'stepsSinceCheck = 1000000' }, loop)).toEqual(['a', 'b', 'end', 'look', 'start'])
    const open = { ...loop, transitions: loop.transitions.filter(({ kind }) => kind === 'normal') }
    expect(ids({ when: 'stepsSinceCheck = 1000000' }, open)).toEqual(['look', 'start'])
    expect(ids({ when: 'stepsSinceCheck = 3' }, open)).toEqual(['end'])
  })
})

describe('what is refused, with its place', () => {
  it.each<[Sketch, string, string]>([
    [
      { when: 'levle > 3' },
      'rules[0].when',
      'character 1: “levle” is no fact of a step; did you mean “level”?',
    ],
    [{ when: 'kind = "x" and level >' }, 'rules[0].when', 'character 23: something is missing here'],
    [{ when: 'now() = null' }, 'rules[0].when', 'character 1: a condition may not read the clock'],
    [
      { when: 'some i in (for j in 1..1000000000 return j) satisfies i > 2' },
      'rules[0].when',
      'loop over a range',
    ],
    [{ when: 'matches(name, "(a+)+$")' }, 'rules[0].when', 'is not among the functions'],
    [{ when: 'to.level > 3' }, 'rules[0].when', '“to.level” is no fact of a step'],
    [{ when: 'to.levl > 3', for: 'transition', message: 'x' }, 'rules[0].when', 'did you mean “to.level”?'],
    [{ when: 'level > 3', message: 'It has {levels}' }, 'rules[0].message', '“levels” is no fact of a step'],
    [
      { when: 'level > 3', examples: { mustFire: [{ facts: { level: 3 } }] } },
      'rules[0].examples.mustFire[0]',
      'this must make a finding, and does not',
    ],
    [
      { when: 'level > 2', examples: { mustNotFire: [{ facts: {} }, { facts: { level: 3 } }] } },
      'rules[0].examples.mustNotFire[1]',
      'this must make no finding, and does',
    ],
    [
      { when: 'level > 2', examples: { mustFire: [{ facts: { levle: 3 } }] } },
      'rules[0].examples.mustFire[0].facts.levle',
      'did you mean “level”?',
    ],
    [
      { when: 'level + 1', examples: { mustFire: [{ facts: { level: 3 } }] } },
      'rules[0].examples.mustFire[0]',
      'neither yes nor no',
    ],
  ])('%j', (rule, path, message) => {
    const checked = checkRulePack(pack(rule))
    expect(checked.ok).toBe(false)
    expect(checked.ok ? [] : checked.faults).toContainEqual({
      path,
      message: expect.stringContaining(message),
    })
  })

  it('two rules of one name, and what is no pack at all', () => {
    const twice = {
      ...pack({ when: 'level > 1' }),
      rules: [...pack({ when: 'level > 1' }).rules, ...pack({ when: 'level > 1' }).rules],
    }
    expect(checkRulePack(twice)).toMatchObject({ ok: false, faults: [{ path: 'rules[1].id' }] })
    expect(readRulesFile('{"format":"handoff"}')).toMatchObject({ ok: false, faults: [{ path: 'format' }] })
    expect(readRulesFile('nonsense').ok).toBe(false)
    expect(checkRulePack({ ...pack(), id: '../x/y' }).ok).toBe(false)
  })
})

describe('findings', () => {
  it('name the pack, the rule and the place, rest on the facts that were asked for, and say who wants it', () => {
    const [finding] = found([
      pack({ when: 'verb = "pay" and level >= 3', message: '“{name}” has {level}, {magnitude}.' }),
    ])
    expect(finding).toMatchObject({
      id: 'house/r1@pay',
      rule: 'house/r1',
      severity: 'warning',
      message: '“Pay the supplier” has 3, not set.',
      facts: [
        { name: 'level', value: 3, field: 'steps/pay/consequence/level' },
        { name: 'verb', value: 'pay', field: 'steps/pay/verb' },
      ],
      severityBecause: 'A warning, because the rule pack “House rules” (1) says so.',
      goesAwayIf: 'Goes away if this no longer holds: verb = "pay" and level >= 3.',
    })
  })

  it('keep their fingerprint when the step is renamed, and not when a fact or the condition changes', () => {
    const of = (when: string, change: object = {}) =>
      found([pack({ when })], {
        ...WORKFLOW,
        steps: WORKFLOW.steps.map((step) => (step.id === 'pay' ? { ...step, ...change } : step)),
      })[0]?.fingerprint
    const when = 'contains(lower case(name), "pay") and level > 1'
    expect(of(when, { name: 'Repay' })).toBe(of(when))
    expect(of(when, { consequence: { level: 2 } })).not.toBe(of(when))
    expect(of('contains(lower case(name), "pay") and level > 2')).not.toBe(of(when))
  })

  it('are off or weigh what the profile of the document says', () => {
    const rules = pack({ when: 'kind = "action"' })
    const under = (rule: 'off' | 'error') =>
      found([rules], { ...WORKFLOW, profile: { ...WORKFLOW.profile, rules: { 'house/r1': rule } } }).map(
        ({ severity }) => severity,
      )
    expect(under('off')).toEqual([])
    expect(under('error')).toEqual(['error'])
  })

  it('a condition that cannot be answered is a finding of its own, and the others still speak', () => {
    const own = analyse(WORKFLOW).findings.map(({ id }) => id)
    const rules = pack(
      { when: 'levle > 1' },
      { when: 'count(5)' },
      { when: 'now() > 3' },
      { when: 'kind = "action"' },
    )
    const findings = analyse({ ...WORKFLOW, rulePacks: [rules] }).findings
    expect(findings.map(({ id }) => id)).toEqual(expect.arrayContaining(own))
    expect(found([rules]).map(({ id }) => id)).toEqual([
      'house/r1@document',
      'house/r2@document',
      'house/r3@document',
      'house/r4@pay',
    ])
    expect(found([rules])[0]!.message).toContain('did you mean “level”?')
  })

  it('show labels as they are: no markup, no code, no second filling in', () => {
    const hostile = {
      ...WORKFLOW,
      steps: WORKFLOW.steps.map((step) =>
        step.id === 'pay' ? { ...step, name: '<img onerror=x> {level} " = "' } : step,
      ),
    }
    const [finding] = found([pack({ when: 'kind = "action"', message: 'See {name}{{level}}' })], hostile)
    expect(finding?.message).toBe('See <img onerror=x> {level} " = "{3}')
  })
})

describe('previews', () => {
  const subjects = subjectsOfWorkflow(WORKFLOW)
  it('of a rule says what it matches, what is new and what is gone', () => {
    const before = pack({ when: 'kind = "action"' })
    const after = pack({ when: 'kind = "check" or kind = "action"' })
    const preview = previewRule(subjects, after, after.rules[0]!, before.rules[0])
    expect(preview.matches.map(({ id }) => id)).toEqual(['house/r1@look', 'house/r1@pay'])
    expect(preview.added.map(({ id }) => id)).toEqual(['house/r1@look'])
    expect(preview.gone).toEqual([])
  })

  it('of an upgrade says which rules and findings come, go and change', () => {
    const before = pack({ when: 'kind = "action"' }, { when: 'kind = "check"' })
    const after = {
      ...pack({ when: 'level > 2' }, { when: 'kind = "end"' }, { when: 'kind = "model"' }),
      version: '2',
    }
    const [first, second, third] = after.rules
    const preview = previewUpgrade(subjects, before, {
      ...after,
      rules: [first!, { ...third!, id: 'r9' }, second!],
    })
    expect(preview.added.map(({ id }) => id)).toEqual(['r9'])
    expect(preview.removed).toEqual([])
    expect(preview.changed.map(({ rule, fields }) => [rule.id, fields])).toEqual([
      ['r1', ['when']],
      ['r2', ['when']],
    ])
    expect(preview.newlyFiring.map(({ id }) => id)).toEqual(['house/r2@end', 'house/r9@read'])
    expect(preview.gone.map(({ id }) => id)).toEqual(['house/r2@look'])
  })
})

test('every documented fact can be asked, of every subject, also of a workflow in which nobody has said anything', () => {
  for (const workflow of [
    WORKFLOW,
    sketch(
      [{ id: 'start' }, { id: 'x', kind: 'action' }, { id: 'end' }],
      [
        ['start', 'x'],
        ['x', 'end', { probability: 0 }],
      ],
    ),
  ]) {
    for (const subject of Object.keys(PACK_FACTS) as PackSubject[]) {
      const facts = PACK_FACTS[subject].filter(({ name }) => !name.endsWith('own'))
      const rules = facts.map(({ name }) => ({
        when: `${name} = null or ${name} != null`,
        for: subject,
        message: `{${name}}`,
      }))
      for (let i = 0; i < rules.length; i += 100) {
        const asked = pack(...rules.slice(i, i + 100))
        expect(checkRulePack(asked)).toMatchObject({ ok: true })
        expect(found([asked], workflow).filter(({ kind }) => kind === 'lint')).toEqual([])
      }
    }
  }
})

test('a name is documented, or it is refused: there is no way to a field of the program', () => {
  for (const name of ['constructor', '__proto__', 'toString', 'own', 'to.constructor', 'step.__proto__'])
    expect(factFor('step', name)?.name).toBe(name === 'own' ? 'own' : undefined)
  expect(subjectsOf).toBeTypeOf('function')
})

describe('sample packs', () => {
  for (const file of readdirSync(FOLDER)) {
    it(`${file} can be put into a document, every rule with examples both ways`, () => {
      const read = readRulesFile(readFileSync(`${FOLDER}/${file}`, 'utf8'))
      if (!read.ok) throw new Error(JSON.stringify(read.faults))
      for (const { examples } of read.value.rules) {
        expect(examples.mustFire.length).toBeGreaterThan(0)
        expect(examples.mustNotFire.length).toBeGreaterThan(0)
      }
      const installed = applyCommand(WORKFLOW, { type: 'setRulePack', pack: read.value })
      expect(installed).toMatchObject({ ok: true, value: { rulePacks: [{ id: read.value.id }] } })
    })
  }
})
