// The proof in the language of the window. What is filed keeps the English that the command line prints.
import type { Proof } from '../../../shared/report/proof.ts'

/** The same proof with every sentence said by `say`. */
export function sayProof(proof: Proof, say: (text: string) => string): Proof {
  const { checker, actions, gates } = proof
  return {
    ...proof,
    claim: say(proof.claim),
    method: say(proof.method),
    checker: { ...checker, text: say(checker.text), faults: checker.faults.map(say) },
    actions: actions.map(({ open, ...action }) => ({
      ...action,
      claim: say(action.claim),
      because: say(action.because),
      carriers: action.carriers.map((carrier) => ({ ...carrier, text: say(carrier.text) })),
      ...(open && { open: { ...open, text: say(open.text) } }),
    })),
    gates: gates.map((gate) => ({ ...gate, name: say(gate.name), without: say(gate.without) })),
    cheapest: say(proof.cheapest),
    waived: proof.waived.map(say),
  }
}
